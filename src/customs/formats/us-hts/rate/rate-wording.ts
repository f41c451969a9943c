/**
 * A rate text as the schedule means it: signs in one form, spaces single, words that a line break
 * has parted joined again. The USITC writes `¢` in the schedule and `cents` in its tariff database.
 */
export function rateWording(text: string): string {
  return text
    .replaceAll(/(?<=\d)(?=[¼-¾⅐-⅞])/g, ' ')
    .normalize('NFKC')
    .replaceAll('\u2044', '/')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([a-z])- ([a-z])/g, '$1$2')
    .replaceAll(/ ?\b(cents?)\b/g, '¢')
    .replaceAll(' ¢', '¢')
    .replaceAll(/ ?\/ ?/g, '/')
    .trim()
    .replace(/(?<!\b(?:doz|prs?))\.$/, '')
}
