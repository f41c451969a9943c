/**
 * Whether a text is a movement reference number: year, country of the authority, 13 letters or
 * digits, and the right check character.
 */
export function isMrn(text: string): boolean {
  return /^\d{2}[A-Z]{2}[A-Z0-9]{13}\d$/.test(text) && mrnCheckCharacter(text) === text[17]
}

/**
 * The check character over the first 17 characters of an MRN, after ISO 6346: each character's value
 * times two to the power of its position, the sum modulo 11, of that the last digit.
 */
export function mrnCheckCharacter(text: string): string {
  let sum = 0
  for (let position = 0; position < 17; position += 1) {
    sum += characterValue(text.charAt(position)) * 2 ** position
  }
  return String((sum % 11) % 10)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Digits count as themselves; letters from 10 on, leaving out the multiples of 11. */
function characterValue(character: string): number {
  const letter = LETTERS.indexOf(character)
  if (letter < 0) return Number(character)
  return 10 + letter + Math.floor((letter + 9) / 10)
}
