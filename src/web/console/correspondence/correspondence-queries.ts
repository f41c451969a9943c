import { queryOptions } from '@tanstack/react-query'

import type { CaseCorrespondence } from '../../../api/case-correspondence.ts'
import type { AppealableView } from '../../../api/views/appealable-view.ts'
import type { ThreadView, WholeThreadView } from '../../../api/views/thread-view.ts'
import { read } from '../../kit/api/ask.ts'
import { caseKey } from '../case/case-queries.ts'
import type { ShownStanding } from './shown-standings.ts'

/** Everything that was read of letters has a key that begins with this. */
export const correspondenceKey = ['correspondence'] as const

/** Letters come slowly, and a page that lies open shows them soon enough. */
const LOOK_EVERY_MS = 15_000

/** The threads of the business, the newest first. */
export const threadsQuery = (standing: ShownStanding | undefined) =>
  queryOptions({
    queryKey: [...correspondenceKey, 'list', standing ?? 'all'],
    queryFn: ({ signal }) =>
      read<{ readonly items: readonly ThreadView[] }>(
        `/v1/correspondence?limit=200${standing === undefined ? '' : `&standing=${standing}`}`,
        signal,
      ),
    refetchInterval: LOOK_EVERY_MS,
  })

/** One thread with its letters. */
export const threadQuery = (threadId: string) =>
  queryOptions({
    queryKey: [...correspondenceKey, threadId],
    queryFn: ({ signal }) => read<WholeThreadView>(`/v1/correspondence/${threadId}`, signal),
    refetchInterval: LOOK_EVERY_MS,
  })

/** The rulings that can be put to review. */
export const appealableRulingsQuery = queryOptions({
  queryKey: [...correspondenceKey, 'appealable'],
  queryFn: ({ signal }) =>
    read<{ readonly items: readonly AppealableView[] }>('/v1/correspondence/appealable', signal),
})

/** What is asked and written about a case. */
export const caseCorrespondenceQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), '/correspondence'],
    queryFn: ({ signal }) => read<CaseCorrespondence>(`/v1/cases/${caseId}/correspondence`, signal),
    refetchInterval: LOOK_EVERY_MS,
  })
