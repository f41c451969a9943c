/** Length of a text in Unicode characters, as schemas count it: a character beyond U+FFFF is one. */
export function characterCount(text: string): number {
  return Array.from(text).length
}
