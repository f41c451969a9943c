/**
 * Whether an EORI was issued in Great Britain: `GB` and twelve digits, or fifteen for a branch.
 * A declaration in Great Britain accepts no other; `XI` is for Northern Ireland.
 *
 * @example isGbEori('GB123456789000') // true
 */
export function isGbEori(eori: string): boolean {
  return /^GB\d{12}(\d{3})?$/.test(eori)
}

/** Where a declaration is lodged, by the letters that EORIs for it begin with. */
export type EoriTerritory = 'GB' | 'XI'

/**
 * Whether an EORI is one of the territory: its letters and twelve digits, or fifteen for a branch.
 *
 * @example isEoriOf('XI', 'XI123456789000') // true
 */
export function isEoriOf(territory: EoriTerritory, eori: string): boolean {
  return new RegExp(`^${territory}\\d{12}(\\d{3})?$`).test(eori)
}

/**
 * Whether a VAT number is one of the United Kingdom: `GB` and nine digits, or twelve for a branch.
 *
 * @example isUkVatNumber('GB123456789') // true
 */
export function isUkVatNumber(vatNumber: string): boolean {
  return /^GB\d{9}(\d{3})?$/.test(vatNumber)
}
