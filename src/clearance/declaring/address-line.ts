import type { Address } from '../../customs/order/party.ts'

/** Longest address line of a declaration (WCO 239, an..70). */
const CHARACTERS_MAX = 70

/** Street and number on the one line that a declaration has for them, cut where it is too long. */
export function addressLine({ lines }: Address): string {
  return lines.join(', ').slice(0, CHARACTERS_MAX)
}
