import { describe, expect, it } from 'vitest'
import { printableText } from './printable-text.ts'

describe('printableText', () => {
  it.each([
    ['composes letters and their accents', 'Zoe\u0308', 'Zoë'],
    ['makes every run of white space one space', ' a\u00A0\u2009b\r\n\tc\u3000 ', 'a b c'],
    ['drops what has no form', 'a\u00ADb\u200Bc\u202Ed\uFEFFe\u0007f', 'abcdef'],
    ['keeps the base of a variant', '葛\u{E0100}城', '葛城'],
    ['makes quotation marks straight in western text', 'O’Brien “Ltd” ’24', 'O\'Brien "Ltd" \'24'],
    ['leaves them in Chinese text', '“海成”牌', '“海成”牌'],
    ['leaves everything else as it is', 'é ü ø £ € 深圳 カナ Łódź', 'é ü ø £ € 深圳 カナ Łódź'],
  ])('%s', (_, text, printed) => {
    expect(printableText(text)).toBe(printed)
  })
})
