import { describe, expect, it } from 'vitest'
import { type SampleProvision, sampleFile } from './programmes.fixture.ts'
import { readProgrammes } from './read-programmes.ts'

const adds = { heading: '9903.88.03', mode: 'adds', percent: '25' }

function messagesFor(...provisions: readonly SampleProvision[]): readonly string[] {
  const read = readProgrammes(sampleFile([{ id: 'a', provisions }]))
  return read.ok ? [] : read.failures.map(({ message }) => message)
}

describe('reading programmes', () => {
  it.each([
    [{ ...adds, law: 'no-act' }, 'names the law no-act'],
    [{ ...adds, origins: ['no-union'] }, 'names the country group no-union'],
    [{ ...adds, products: { lists: ['no-list'] } }, 'names the product list no-list'],
    [
      { ...adds, when: [{ fact: 'answer', question: 'is-boat', is: true }] },
      'names the question is-boat',
    ],
    [
      { ...adds, when: [{ fact: 'under-heading', anyOf: ['9903.01.01'] }] },
      'names the heading 9903.01.01',
    ],
    [{ heading: '9903.88.03', mode: 'adds' }, 'a percentage stands exactly where one is charged'],
    [{ mode: 'exempts', percent: '5' }, 'a percentage stands exactly where one is charged'],
    [{ mode: 'adds', percent: '5' }, 'needs its heading'],
    [{ mode: 'exempts', when: [{ fact: 'heading-declared' }] }, 'needs its heading'],
    [{ ...adds, until: '2024-01-01T00:00' }, 'a window ends after it begins'],
    [
      { ...adds, mode: 'minimum-total', on: { of: 'content', metal: 'steel' } },
      'a total is reached on the whole value',
    ],
    [{ ...adds, rate: '5' }, 'is not known here'],
  ])('names what leads nowhere or says too little: %j', (provision, message) => {
    expect(messagesFor(provision)).toContainEqual(expect.stringContaining(message))
  })

  it('names programmes that wait for one another', () => {
    const asks = (heading: string, about: string) => [
      { ...adds, heading, when: [{ fact: 'under-heading', anyOf: [about] }] },
    ]
    const read = readProgrammes(
      sampleFile([
        { id: 'hen', provisions: asks('9903.01.01', '9903.02.02') },
        { id: 'egg', provisions: asks('9903.02.02', '9903.01.01') },
      ]),
    )
    expect(read).toMatchObject({
      ok: false,
      failures: [
        { message: expect.stringContaining('hen') as string },
        { message: expect.stringContaining('egg') as string },
      ],
    })
  })

  it('lets programmes share a heading that follow one another', () => {
    const until = '2025-06-04T00:01'
    const read = readProgrammes(
      sampleFile([
        {
          id: 'first',
          provisions: [
            { ...adds, until, when: [{ fact: 'under-heading', anyOf: ['9903.01.10'] }] },
          ],
        },
        {
          id: 'between',
          provisions: [
            {
              mode: 'exempts',
              from: until,
              when: [{ fact: 'under-heading', anyOf: ['9903.88.03'] }],
            },
            { ...adds, heading: '9903.01.10' },
          ],
        },
        { id: 'second', provisions: [{ ...adds, from: until }] },
      ]),
    )
    expect(read.ok && read.value.inOrderOfDecision.map(({ id }) => id)).toEqual([
      'second',
      'between',
      'first',
    ])
  })

  it('takes rows by country apart', () => {
    const byCountry = [
      { origins: ['VN'], heading: '9903.05.84', percent: '12.5' },
      { origins: ['union'], heading: '9903.05.39', percent: '10' },
    ]
    const read = readProgrammes(
      sampleFile([{ id: 'a', provisions: [{ mode: 'adds', byCountry }] }]),
    )
    const byOrigin = read.ok ? read.value.inOrderOfDecision[0]?.byOrigin : undefined
    expect(byOrigin?.get('FR')).toMatchObject([{ heading: '9903.05.39', percent: '10' }])
    expect(byOrigin?.get('VN')).toMatchObject([{ heading: '9903.05.84' }])
  })
})
