import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from './break-lines.ts'

/** Ten points for an ideograph, five for any other character. */
function measure(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2E80' ? 10 : 5), 0)
}

const breaking = (text: string, width: number) => breakLines(text, width, measure)

describe('breakLines', () => {
  it('breaks at spaces, which take no room at the end of a line', () => {
    expect(breaking('cotton shirt blue', 60)).toEqual(['cotton shirt', 'blue'])
  })

  it('breaks after a hyphen or slash when a word does not fit', () => {
    expect(breaking('red lithium-ion', 60)).toEqual(['red lithium-', 'ion'])
    expect(breaking('blue/green/yellow', 60)).toEqual(['blue/green/', 'yellow'])
  })

  it('breaks between ideographs', () => {
    expect(breaking('便携式蓝牙音箱', 40)).toEqual(['便携式蓝', '牙音箱'])
  })

  it('breaks between western and Chinese text', () => {
    expect(breaking('LED灯具', 25)).toEqual(['LED灯', '具'])
  })

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(breaking('棉布衫，蓝色', 30)).toEqual(['棉布', '衫，蓝', '色'])
    expect(breaking('男式（棉）', 30)).toEqual(['男式', '（棉）'])
  })

  it('breaks a piece that is wider than a line between its characters', () => {
    expect(breaking('ABCDEFGHIJ', 20)).toEqual(['ABCD', 'EFGH', 'IJ'])
  })

  it('gives no line for no text', () => {
    expect(breaking('', 100)).toEqual([])
  })

  it('loses nothing but spaces at line ends and never exceeds the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-z\-/，（）棉灯具衫]{1,12}$/), { maxLength: 12 })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 120 }), (parts, width) => {
        const text = parts.join(' ')
        const lines = breaking(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
