/** Whether a text has the form of an EORI number: country and up to 15 letters or digits. */
export function isEori(text: string): boolean {
  return /^[A-Z]{2}[A-Za-z0-9]{1,15}$/.test(text)
}

/** Whether it is one of Great Britain (`GB`) or Northern Ireland (`XI`): 12 digits, or 15 with branch. */
export function isUkEori(text: string): boolean {
  return /^(GB|XI)(\d{12}|\d{15})$/.test(text)
}
