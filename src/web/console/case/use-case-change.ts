import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'

import { change, type Change } from '../../kit/api/ask.ts'
import { caseKey } from './case-queries.ts'

/**
 * A change of a case, and with what it is asked for: `at` a place beneath the case, such as `/declare`,
 * or at the whole path of something that belongs to the case.
 */
export type CaseChange = Change & ({ readonly at: string } | { readonly path: string })

/**
 * Asks for a change of a case and then reads again what pages show of it. What is refused is in
 * the `error` of the result.
 */
export function useCaseChange(caseId: string): UseMutationResult<unknown, Error, CaseChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: CaseChange) =>
      change<unknown>('at' in asked ? `/v1/cases/${caseId}${asked.at}` : asked.path, asked),
    onSettled: async () => {
      // Lists and figures of all cases show the case as well.
      await Promise.all(
        [caseKey(caseId), ['cases']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
    },
  })
}
