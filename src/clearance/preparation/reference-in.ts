/** What of a DUCR is the trader's own: at most so many characters of a small set. */
const OWN_CHARACTERS = 19

/** The local reference in the characters of a DUCR; its end tells one from another. */
export function referenceIn(lrn: string): string {
  return lrn
    .toUpperCase()
    .replaceAll(/[^0-9A-Z-]/g, '-')
    .slice(-OWN_CHARACTERS)
}
