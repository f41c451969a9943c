/**
 * Whether an EORI was issued in Great Britain: `GB` and twelve digits, or fifteen for a branch.
 * A declaration in Great Britain accepts no other; `XI` is for Northern Ireland.
 *
 * @example isGbEori('GB123456789000') // true
 */
export function isGbEori(eori: string): boolean {
  return /^GB\d{12}(\d{3})?$/.test(eori)
}

/**
 * Whether a VAT number is one of the United Kingdom: `GB` and nine digits, or twelve for a branch.
 *
 * @example isUkVatNumber('GB123456789') // true
 */
export function isUkVatNumber(vatNumber: string): boolean {
  return /^GB\d{9}(\d{3})?$/.test(vatNumber)
}
