/** The texts of a PDF as its papers are written here: streams uncompressed, one text a line of code. */

/** The text of each page, in the order in which it was drawn, one line for each text. */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf.toString('latin1'))
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  return pages.map((page) => {
    const fonts = fontsOf(page, objects)
    const content = objects.get(referenceAfter('/Contents', page)) ?? ''
    return textsIn(content, fonts).join('\n')
  })
}

type TextOfGlyph = (glyph: string) => string

function objectsOf(text: string): ReadonlyMap<string, string> {
  const matches = text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return new Map(Array.from(matches, (match) => [match[1]!, match[2]!]))
}

function referenceAfter(name: string, body: string): string {
  return new RegExp(`${name} (\\d+) 0 R`).exec(body)?.[1] ?? ''
}

function fontsOf(
  page: string,
  objects: ReadonlyMap<string, string>,
): ReadonlyMap<string, TextOfGlyph> {
  const resources = objects.get(referenceAfter('/Resources', page)) ?? page
  const fonts = resources.matchAll(/\/(F\d+) (\d+) 0 R/g)
  return new Map(
    Array.from(fonts, ([, name, id]) => {
      const map = objects.get(referenceAfter('/ToUnicode', objects.get(id!) ?? '')) ?? ''
      return [name!, textOfGlyph(map)]
    }),
  )
}

/** Reads the map by which a viewer turns glyphs into text for searching and copying. */
function textOfGlyph(map: string): TextOfGlyph {
  const texts = new Map<number, string>()
  for (const [, from, , list] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    const entries = [...list!.matchAll(/<([^>]*)>/g)].map(([, units]) =>
      String.fromCharCode(...units!.split(' ').map((unit) => Number.parseInt(unit, 16))),
    )
    entries.forEach((text, index) => texts.set(Number.parseInt(from!, 16) + index, text))
  }
  return (glyph) => texts.get(Number.parseInt(glyph, 16)) ?? '\uFFFD'
}

function textsIn(content: string, fonts: ReadonlyMap<string, TextOfGlyph>): readonly string[] {
  let font: TextOfGlyph = () => '\uFFFD'
  const texts: string[] = []
  for (const [, name, pieces] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(<[^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font
    const glyphs = [...(pieces ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(
      ([, hexadecimal]) => hexadecimal!.match(/..../g) ?? [],
    )
    if (pieces !== undefined) texts.push(glyphs.map(font).join(''))
  }
  return texts
}
