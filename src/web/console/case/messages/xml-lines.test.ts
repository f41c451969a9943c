import { describe, expect, it } from 'vitest'

import { xmlLines } from './xml-lines.ts'

const shown = (xml: string): readonly string[] =>
  xmlLines(xml).map(
    ({ depth, pieces }) => '  '.repeat(depth) + pieces.map(({ text }) => text).join(''),
  )

describe('XML set out for reading', () => {
  it('puts an element with only text on one line, others below one another', () => {
    expect(shown('<?xml version="1.0"?><a x="1"><b>text</b><c/><d><e>f</e></d></a>')).toEqual([
      '<?xml version="1.0"?>',
      '<a x="1">',
      '  <b>text</b>',
      '  <c/>',
      '  <d>',
      '    <e>f</e>',
      '  </d>',
      '</a>',
    ])
  })

  it('loses nothing that was there but blanks between elements', () => {
    const xml = '<a>\n <b u="kg">1 &lt; 2</b>\n</a>'
    expect(shown(xml).join('').replaceAll(/\s+</g, '<')).toBe('<a><b u="kg">1 &lt; 2</b></a>')
  })
})
