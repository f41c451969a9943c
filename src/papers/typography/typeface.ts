import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'

/** The weights that the papers use. */
export type Weight = 'regular' | 'bold'

/** One font file, opened. */
export interface Face {
  readonly name: string
  readonly font: Font
  /** Code points of the characters that it has. */
  readonly characters: ReadonlySet<number>
}

interface FaceFile {
  readonly packageName: string
  readonly file: string
}

/**
 * The fonts of each weight in the order in which they are tried. The first has the Han characters
 * of Chinese and Japanese, kana and western European Latin; the second adds the rest of Latin,
 * Greek and Cyrillic.
 */
const faceFiles: Readonly<Record<Weight, readonly FaceFile[]>> = {
  regular: [
    { packageName: '@embedpdf/fonts-sc', file: 'NotoSansHans-Regular.otf' },
    { packageName: '@embedpdf/fonts-latin', file: 'NotoSans-Regular.ttf' },
  ],
  bold: [
    { packageName: '@embedpdf/fonts-sc', file: 'NotoSansHans-Bold.otf' },
    { packageName: '@embedpdf/fonts-latin', file: 'NotoSans-Bold.ttf' },
  ],
}

// Opening a font takes a tenth of a second and megabytes, so each is opened once, when it is
// needed.
const openFaces = new Map<string, Face>()

/** The first face of a weight that has every character of the text; absent where none has. */
export function faceFor(text: string, weight: Weight): Face | undefined {
  for (const faceFile of faceFiles[weight]) {
    const face = openFace(faceFile)
    if (hasEvery(face, text)) return face
  }
  return undefined
}

function hasEvery({ characters }: Face, text: string): boolean {
  for (const character of text) {
    if (!characters.has(character.codePointAt(0)!)) return false
  }
  return true
}

/** Finds the font through its package, wherever the package manager has put it. */
function openFace({ packageName, file }: FaceFile): Face {
  const known = openFaces.get(file)
  if (known !== undefined) return known
  const entry = createRequire(import.meta.url).resolve(packageName)
  const font = create(readFileSync(join(dirname(entry), '..', 'fonts', file)))
  fixGlyphTexts(font)
  const face = { name: file, font, characters: new Set(font.characterSet) }
  openFaces.set(file, face)
  return face
}

/**
 * Fixes which text each glyph stands for. The library remembers, per font, the text for which a
 * glyph was first used, and writes it into the PDF for searching and copying; without this, the
 * bytes of a document would depend on the documents rendered before it. Ligatures come first, so
 * that they stand for their letters; then the characters that texts are written in, before others
 * of the same form: the radical U+2F47 looks as the ideograph U+65E5, which is the one that people
 * search for.
 */
function fixGlyphTexts(font: Font): void {
  for (const ligature of ['ff', 'fi', 'fl', 'ffi', 'ffl']) font.layout(ligature)
  const ranked = Array.from(font.characterSet, (codePoint) => ({
    codePoint,
    rank: rankOf(codePoint),
  }))
  ranked.sort((left, right) => left.rank - right.rank || left.codePoint - right.codePoint)
  for (const { codePoint } of ranked) font.glyphForCodePoint(codePoint)
}

/**
 * Blocks of Unicode that texts are written in: Latin, Greek and Cyrillic, punctuation, kana, Han.
 */
const writtenBlocks: readonly (readonly [first: number, last: number])[] = [
  [0x0020, 0x024f],
  [0x0370, 0x04ff],
  [0x2010, 0x2027],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xff01, 0xffef],
]

function rankOf(codePoint: number): number {
  const block = writtenBlocks.findIndex(([first, last]) => codePoint >= first && codePoint <= last)
  return block === -1 ? writtenBlocks.length : block
}
