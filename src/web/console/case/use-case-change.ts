import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'

import { change, type Change } from '../../kit/api/ask.ts'
import { caseKey } from './case-queries.ts'

/** A change of a case: where it is asked for beneath the case, and with what. */
export interface CaseChange extends Change {
  /** Such as `/declare`. */
  readonly at: string
}

/**
 * Asks for a change of a case and then reads again what the page shows of it. What is refused is in
 * the `error` of the result.
 */
export function useCaseChange(caseId: string): UseMutationResult<unknown, Error, CaseChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ at, ...options }: CaseChange) =>
      change<unknown>(`/v1/cases/${caseId}${at}`, options),
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  })
}
