import type { Failure, Failures, Result } from '../../customs/result.ts'

/**
 * A request that is refused for reasons that its sender can read and mend.
 *
 * Everywhere else an expected failure is a value. Here, and only here, it is thrown: it has to leave
 * the transaction of the request so that all is rolled back, and the one place that catches it is
 * the error handler, which turns it into the answer.
 */
export class Refusal extends Error {
  readonly failures: Failures

  constructor(failures: Failures) {
    super(failures[0].message)
    this.failures = failures
  }
}

/** The value of a success; a failure ends the request. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.failures)
  return result.value
}

/** What was looked for; its absence ends the request. */
export function found<T>(value: T | undefined, failure: Failure): T {
  if (value === undefined) throw new Refusal([failure])
  return value
}

/**
 * Ends the request with a failure and rolls back what it has done. Its type `never` lets the
 * compiler see that nothing after it runs.
 */
export function refuse(failure: Failure): never {
  throw new Refusal([failure])
}
