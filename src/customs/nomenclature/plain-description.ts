/**
 * A description as plain text. The integrated tariffs write `|` for a space that does not break, break
 * lines with `<br>`, and set letters high or low with tags.
 */
export function plainDescription(published: string): string {
  return published
    .replaceAll('|', '\u00A0')
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<\/?(?:sub|sup|b|i|u|p|em|strong|span)(?:\s[^<>]*)?>/gi, '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]*\n[\s]*/g, '\n')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()
}
