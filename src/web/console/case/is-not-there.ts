import { problemOf } from '../../kit/api/problem.ts'

/** Whether a part of a case is not there yet: no fault, but something that comes later. */
export function isNotThere(error: unknown): boolean {
  const { status } = problemOf(error)
  return status === 404 || status === 422
}
