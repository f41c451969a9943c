/**
 * Characters without a form of their own: controls that are no white space, soft hyphens, joiners,
 * marks of direction and variation selectors.
 */
const INVISIBLE = /(?![\t-\r])[\p{Cc}\p{Cf}\u034F\u115F\u1160\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu

/** White space in all its widths, and line ends. */
const SPACES = /\s+/gu

/** Letters and digits next to which a quotation mark is a western one. */
const WESTERN = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\d]'

const CURLY = new RegExp(`(?<=${WESTERN})[‘’“”]|[‘’“”](?=${WESTERN})`, 'gu')

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
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(CURLY, (mark) => straightOf[mark]!)
    .trim()
}
