import type { Problem } from '../../../api/http/problem.ts'

export type { Problem }

/** The type of the problem that a request was not answered within its time. */
export const TIMED_OUT = 'tidewaiter:page:timed-out'

/** A request that was refused, or that reached nobody; what it says can be shown to people. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** What went wrong, in the one form that the pages show. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return {
    type: 'about:blank',
    title: 'Something went wrong in this page',
    status: 0,
    detail: error instanceof Error ? error.message : String(error),
    instance: '',
    requestId: '',
    failures: [],
  }
}

/** Whether there is no such thing, or none that this person may see. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 404
}

/** Whether a request was refused because nobody is signed in, or no longer. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.failures[0]?.code === 'unauthenticated'
}
