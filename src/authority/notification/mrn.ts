import { randomInt } from 'node:crypto'
import type { Instant } from '../../customs/calendar/local-date.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const RANDOM_CHARACTERS = 13

/**
 * A new movement reference number: two digits of the year, `GB`, 13 characters, check digit.
 * The characters are drawn at random, so nobody can guess the number of another declaration.
 */
export function newMrn(at: Instant): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[randomInt(36)]).join('')
  const body = `${at.slice(2, 4)}GB${random}`
  return body + mrnCheckDigit(body)
}

/** The 18th character: sum of values times powers of two, modulo 11, modulo 10 (as ISO 6346). */
export function mrnCheckDigit(body: string): string {
  const sum = Array.from(body).reduce(
    (total, character, index) => total + valueOf(character) * 2 ** index,
    0,
  )
  return String((sum % 11) % 10)
}

/**
 * Whether a text has the form of an MRN and the right check digit; whether this office has given
 * the number out is another question.
 */
export function isMrn(text: string): boolean {
  return (
    /^\d{2}[A-Z]{2}[0-9A-Z]{13}\d$/.test(text) &&
    mrnCheckDigit(text.slice(0, 17)) === text.slice(17)
  )
}

/** Letters count from 10 and leave out the multiples of 11, as on freight containers. */
function valueOf(character: string): number {
  const position = ALPHABET.indexOf(character)
  return position < 10 ? position : position + Math.floor((position - 1) / 10)
}
