/**
 * Whether a text can be a local reference number, data element 2/5: 1 to 22 characters of letters,
 * digits and the separators that CDS echoes unchanged. That it is new for the declarant is the
 * caller's care; the authority refuses a second use.
 */
export function isLrn(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._/-]{0,21}$/.test(text)
}
