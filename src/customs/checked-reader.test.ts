import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { checkedReader } from './checked-reader.ts'
import { oneOf, text } from './order/schema.ts'
import type { Failure } from './result.ts'

const readGoods = checkedReader<{ name: string }>(
  Type.Object(
    {
      name: text(10, 'name of the goods'),
      colour: Type.Optional(oneOf(['red', 'blue'], 'colour')),
      'in/out': Type.Optional(Type.Integer()),
    },
    { additionalProperties: false },
  ),
)

function failuresOf(input: unknown): readonly Failure[] {
  const read = readGoods(input)
  return read.ok ? [] : read.failures
}

describe('reading an input by its schema', () => {
  it('hands back what has the form', () => {
    expect(readGoods({ name: 'cup' })).toEqual({ ok: true, value: { name: 'cup' } })
  })

  it('names a property that is missing', () => {
    expect(failuresOf({})).toEqual([
      {
        code: 'invalid-input',
        path: '/name',
        message: '/name is missing.',
        mend: 'State it.',
        zh: { message: '/name 未填写。', mend: '请填写。' },
      },
    ])
  })

  it('names a property that is not known, once', () => {
    expect(failuresOf({ name: 'cup', weight: 1 }).map(({ path }) => path)).toEqual(['/weight'])
  })

  it('says which field may have been meant by one that is not known', () => {
    expect(failuresOf({ name: 'cup', color: 'red' })[0]?.mend).toBe(
      'Write colour if that is meant, or remove it.',
    )
    expect(failuresOf({ name: 'cup', weight: 1 })[0]?.mend).toBe('Remove it.')
  })

  it('lists the words that are allowed', () => {
    expect(failuresOf({ name: 'cup', colour: 'green' })[0]?.mend).toBe('Use one of: red, blue.')
  })

  it('says in words what was expected in the place of a wrong value', () => {
    expect(failuresOf({ name: ' ' })[0]?.mend).toContain('name of the goods')
  })

  it('counts one thing in the singular and more in the plural', () => {
    const list = (minItems: number) => checkedReader(Type.Array(Type.String(), { minItems }))([])
    expect(list(1)).toMatchObject({
      failures: [{ message: 'The input must not have fewer than 1 item.' }],
    })
    expect(list(2)).toMatchObject({
      failures: [{ message: 'The input must not have fewer than 2 items.' }],
    })
  })

  it('says the same in Chinese', () => {
    expect(failuresOf({ name: ' ' })[0]?.zh).toEqual({
      message: '/name 格式不正确。',
      mend: '应填写：1至10个字符，不含换行。',
    })
    expect(failuresOf({ name: 'cup', colour: 'green' })[0]?.zh?.mend).toBe(
      '请使用以下之一：red、blue。',
    )
    expect(failuresOf({ name: 'cup', 'in/out': 'x' })[0]?.zh).toEqual({
      message: '/in~1out 必须是整数。',
      mend: '请更正该值。',
    })
  })

  it('escapes names in the path', () => {
    expect(failuresOf({ name: 'cup', 'a/b': 1 })[0]?.path).toBe('/a~1b')
  })

  it('names more than eight faults at once', () => {
    const unknown = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`x${index}`, 1]))
    expect(failuresOf({ name: 'cup', ...unknown })).toHaveLength(20)
  })

  it.each([null, undefined, 'text', 5, []])('refuses %j', (input) => {
    expect(readGoods(input).ok).toBe(false)
  })

  it.each(['two\nlines', 'nul\u0000', 'half \ud800 of a character'])(
    'refuses the text %j',
    (name) => {
      expect(readGoods({ name }).ok).toBe(false)
    },
  )
})

describe('reading a value that may have one of several forms', () => {
  const readRate = checkedReader(
    Type.Object({
      rates: Type.Array(
        Type.Union([
          Type.Object(
            { from: Type.Literal('percent'), percent: Type.String({ pattern: '^\\d+$' }) },
            { additionalProperties: false },
          ),
          Type.Object(
            { from: Type.Literal('scale'), steps: Type.Array(Type.String(), { minItems: 1 }) },
            { additionalProperties: false },
          ),
        ]),
      ),
    }),
  )

  const refusalOf = (...rates: readonly unknown[]) => {
    const read = readRate({ rates })
    return read.ok ? [] : read.failures.map(({ path, message, mend }) => [path, message, mend])
  }

  it('names the faults of the form that its word tells, and of no other', () => {
    expect(refusalOf({ from: 'percent', percent: '-2' })).toEqual([
      ['/rates/0/percent', '/rates/0/percent has not the right form.', 'Correct the value.'],
    ])
  })

  it('says the words where the word tells no form', () => {
    expect(refusalOf({ from: 'guess', percent: '2' })).toEqual([
      ['/rates/0/from', '/rates/0/from is none of the known words.', 'Use one of: percent, scale.'],
    ])
  })

  it('tells each value of a list by its own word', () => {
    const paths = refusalOf({ from: 'percent', percent: 'x' }, { from: 'scale' }, 5)
    expect(paths.map(([path]) => path)).toEqual(['/rates/0/percent', '/rates/1/steps', '/rates/2'])
  })
})
