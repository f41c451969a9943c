import { describe, expect, it } from 'vitest'
import { textRuns } from './text-run.ts'

function runs(text: string): readonly (readonly [string, string])[] {
  return textRuns(text, 'regular').map((run) => [run.text, run.face.name])
}

const han = 'NotoSansHans-Regular.otf'
const latin = 'NotoSans-Regular.ttf'

describe('textRuns', () => {
  it('sets Latin with its accents, signs of money, Chinese and kana in one run', () => {
    const text = 'Zoë Müller £5 €3 ¥8 深圳市 カタカナ ひらがな ø'
    expect(runs(text)).toEqual([[text, han]])
  })

  it('sets a word with a letter that the first face lacks in the second as a whole', () => {
    expect(runs('Anna Wałęsa 深圳')).toEqual([
      ['Anna ', han],
      ['Wałęsa', latin],
      [' 深圳', han],
    ])
  })

  it('chooses a face for each side of a border between western and Chinese text', () => {
    expect(runs('Łódź市')).toEqual([
      ['Łódź', latin],
      ['市', han],
    ])
  })

  it('takes the bold faces for bold text', () => {
    const [first, second] = textRuns('GmbH Šiauliai', 'bold')
    expect(first?.face.name).toBe('NotoSansHans-Bold.otf')
    expect(second?.face.name).toBe('NotoSans-Bold.ttf')
  })

  it('never drops a character that no face has', () => {
    expect(() => textRuns('한글', 'regular')).toThrow('no font has')
  })
})
