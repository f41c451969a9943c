/** White space in all its widths, and line ends. */
const SPACES = /\s+/gu

/**
 * Characters without a form of their own: controls, soft hyphens, joiners, marks of direction and
 * variation selectors.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu

/** Curly quotation marks and apostrophes next to a Latin, Greek or Cyrillic letter or a digit. */
const CURLY =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d])[‘’“”]|[‘’“”](?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d])/gu

const straightOf: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' }

/**
 * The text as it is printed: composed (NFC), each run of white space one space, nothing invisible,
 * and curly quotation marks straight in western text, because the Han fonts set them as wide as an
 * ideograph. The canonical text of a document keeps every character as it was written.
 *
 * Whatever else a font lacks is a failure and never replaced; see `uncovered-characters.ts`.
 */
export function printableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(CURLY, (mark) => straightOf[mark]!)
    .trim()
}
