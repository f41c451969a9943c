import type { FailureCode } from './failure-codes.ts'

/** What a failure says, in one language. */
export interface FailureWording {
  /** One sentence that says what is wrong, in plain words. */
  readonly message: string
  /** What to do about it. */
  readonly mend?: string
}

/**
 * An expected failure: something the caller can read, show and mend.
 * Broken invariants throw; everything a user can cause is one of these.
 */
export interface Failure extends FailureWording {
  readonly code: FailureCode
  /** JSON Pointer into the input that the failure speaks of, `''` for the whole. */
  readonly path: string
  /** The legal rule behind it, where there is one. */
  readonly law?: string
  /**
   * The same in Chinese. Whatever can reach a person through the interface has it, which
   * `test/architecture` sees to; what the start says to an operator, and what was recorded before
   * there was a Chinese wording, has none.
   */
  readonly zh?: FailureWording
}

/** One failure or more: a failed result that names nothing cannot be written down. */
export type Failures = readonly [Failure, ...Failure[]]

/**
 * What a step that can fail gives back. Callers have to look at `ok` before the value can be read,
 * so no failure is passed over.
 */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failures: Failures }

/** The result of a step that went well. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

/**
 * The result of a step that failed, with all that was found wrong; the first failure gives an
 * answer its status.
 */
export function failure(...failures: Failures): { ok: false; failures: Failures } {
  return { ok: false, failures }
}

/** A success with the value, unless something was found wrong. */
export function resultOf<T>(failures: readonly Failure[], value: () => T): Result<T> {
  const [first, ...others] = failures
  return first === undefined ? success(value()) : failure(first, ...others)
}

/**
 * The values of all parts, or the failures of all parts that failed: nobody who mends an input
 * should learn of its faults one at a time.
 *
 * @example combine({ lane: decideLane(question), rates: readExchangeRates('GBP', files) })
 */
export function combine<Parts extends Readonly<Record<string, Result<unknown>>>>(
  parts: Parts,
): Result<{ readonly [Name in keyof Parts]: Extract<Parts[Name], { ok: true }>['value'] }> {
  // A copy has room for every name, which an object that grows by them does not.
  const values: Record<string, unknown> = { ...parts }
  const failures: Failure[] = []
  for (const name in parts) {
    const part = parts[name]!
    if (part.ok) values[name] = part.value
    else failures.push(...part.failures)
  }
  return resultOf(failures, () => values as never)
}

/** The same for a list of like parts. */
export function combineAll<T>(parts: readonly Result<T>[]): Result<readonly T[]> {
  const failures: Failure[] = []
  const values: T[] = []
  for (const part of parts) {
    if (part.ok) values.push(part.value)
    else failures.push(...part.failures)
  }
  return resultOf(failures, () => values)
}

/** A success with nothing in it, unless something was found wrong. */
export function checked(failures: readonly Failure[]): Result<undefined> {
  return resultOf(failures, () => undefined)
}
