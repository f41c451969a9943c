import type { FailureWording } from '../../customs/result.ts'

/** Why a letter is not taken. */
export type LetterRefusalCode =
  | 'unknown-mrn'
  | 'not-yours'
  | 'too-late'
  | 'nothing-decided'
  | 'malformed'
  | 'closed'
  | 'not-found'

/** What the sender of a letter is told that is not taken, and at which place of it. */
export interface LetterRefusal {
  readonly code: LetterRefusalCode
  /** JSON Pointer into the letter. */
  readonly path: string
  readonly message: string
  readonly zh: FailureWording
}

/** A value, or why the letter is not taken. */
export type LetterResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: LetterRefusal }

/** The result of a letter that is not taken. */
export function notTaken(refusal: LetterRefusal): {
  readonly ok: false
  readonly refusal: LetterRefusal
} {
  return { ok: false, refusal }
}

/** The result of a letter that is taken. */
export function taken<T>(value: T): LetterResult<T> {
  return { ok: true, value }
}
