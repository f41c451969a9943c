import type { Failure, Failures } from '../result.ts'

/**
 * Failures without those that name the same place for the same reason again: a fact of the whole sale
 * that is missing is missed by every line and every charge that needs it, and has to be stated once.
 */
export function eachFailureOnce(failures: Failures): Failures
export function eachFailureOnce(failures: readonly Failure[]): readonly Failure[]
export function eachFailureOnce(failures: readonly Failure[]): readonly Failure[] {
  if (failures.length < 2) return failures
  return [...new Map(failures.map((found) => [`${found.code} ${found.path}`, found])).values()]
}
