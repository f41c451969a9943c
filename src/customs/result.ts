import type { FailureCode } from './failure-codes.ts'

/**
 * An expected failure: something the caller can read, show and mend.
 * Broken invariants throw; everything a user can cause is one of these.
 */
export interface Failure {
  readonly code: FailureCode
  /** JSON Pointer into the input that the failure speaks of, `''` for the whole. */
  readonly path: string
  /** One sentence that says what is wrong, in plain words. */
  readonly message: string
  /** What to do about it. */
  readonly mend?: string
  /** The legal rule behind it, where there is one. */
  readonly law?: string
}

export type Failures = readonly [Failure, ...Failure[]]

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failures: Failures }

export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failure(...failures: Failures): { ok: false; failures: Failures } {
  return { ok: false, failures }
}

/** A success with the value, unless something was found wrong. */
export function resultOf<T>(failures: readonly Failure[], value: () => T): Result<T> {
  const [first, ...others] = failures
  return first === undefined ? success(value()) : failure(first, ...others)
}
