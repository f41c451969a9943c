import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonicalJson', () => {
  it('orders the names of an object by UTF-16 code units, as in RFC 8785 section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('escapes only what JSON demands', () => {
    const euroAndControls = '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/'
    expect(canonicalJson(euroAndControls)).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  })

  it('writes lists in their order and nested objects in the order of their names', () => {
    const value = { b: ['z', 'a', { d: true, c: null }], a: 60 }
    expect(canonicalJson(value)).toBe('{"a":60,"b":["z","a",{"c":null,"d":true}]}')
  })

  it('takes an undefined property for an absent one', () => {
    expect(canonicalJson({ a: 'x', b: undefined })).toBe('{"a":"x"}')
  })

  it.each([
    ['a fraction', 0.1],
    ['a number beyond exact integers', 2 ** 53],
    ['not-a-number', Number.NaN],
    ['a date', new Date(0)],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a name', { '\udc00': 'x' }],
    ['undefined in a list', [undefined]],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('gives the same text whatever the order in which the properties were set', () => {
    const facts = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
    fc.assert(
      fc.property(facts, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value })
      }),
    )
  })
})
