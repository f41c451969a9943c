import type { Problem } from '../../../api/http/problem.ts'

export type { Problem }

/** The type of the problem that a request was not answered within its time. */
export const TIMED_OUT = 'tidewaiter:page:timed-out'

/** The type of the problem that the page itself has a fault. */
export const BROKEN = 'tidewaiter:page:broken'

/** What browsers say when a part of the application could not be loaded. */
const PART_NOT_LOADED = /dynamically imported module|Importing a module script failed/i

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
  const detail = error instanceof Error ? error.message : String(error)
  return {
    type: PART_NOT_LOADED.test(detail) ? 'about:blank' : BROKEN,
    title: 'Something went wrong in this page',
    status: 0,
    detail,
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
