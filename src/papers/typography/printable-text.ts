/** White space in all its widths, and line ends. */
const SPACES = /\s+/gu

/**
 * Characters without a form of their own: controls, soft hyphens, joiners, marks of direction and
 * variation selectors. The base character stays; the canonical text of the document keeps them all.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu

/**
 * The text as it is printed: composed (NFC), each run of white space one space, nothing invisible.
 * Whatever else a font lacks is a failure and never replaced; see `uncovered-characters.ts`.
 */
export function printableText(text: string): string {
  return text.normalize('NFC').replace(SPACES, ' ').replace(INVISIBLE, '').trim()
}
