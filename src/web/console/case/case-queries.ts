import { queryOptions } from '@tanstack/react-query'

import type { ListedAttachment } from '../../../api/attachments.ts'
import type { HistoryEntry } from '../../../api/case-histories.ts'
import type { CaseTimeline } from '../../../api/case-timelines.ts'
import type { DeclarationFormView } from '../../../api/declaration-forms.ts'
import type { DutyBreakdown } from '../../../api/duty-breakdowns.ts'
import type { SupplementaryChangesView } from '../../../api/supplementary-changes.ts'
import type { CaseLedger } from '../../../api/ledgers.ts'
import type { CaseMessages } from '../../../api/messages.ts'
import type { RequiredDocumentView } from '../../../api/required-documents.ts'
import type { ListedTrackingLink } from '../../../api/tracking.ts'
import type { CaseView } from '../../../api/views/case-view.ts'
import type { OpenPointView } from '../../../api/views/open-point-view.ts'
import type { Consignment } from '../../../customs/consignment/consignment.ts'
import type { PartiesDecision } from '../../../customs/parties/parties-decision.ts'
import { ask, read } from '../../kit/api/ask.ts'

interface List<Item> {
  readonly items: readonly Item[]
}

/** Goods data with the version of the case on which they can be mended. */
export interface VersionedGoods {
  readonly goods: Consignment
  readonly etag: string
}

/** Everything that was read of a case has a key that begins with this. */
export function caseKey(caseId: string): readonly ['case', string] {
  return ['case', caseId]
}

function part<Body>(caseId: string, name: string) {
  return queryOptions({
    queryKey: [...caseKey(caseId), name],
    queryFn: ({ signal }) => read<Body>(`/v1/cases/${caseId}${name}`, signal),
  })
}

/** What the page of a case reads, each part by itself. */
export const caseQueries = {
  view: (caseId: string) => part<CaseView>(caseId, ''),
  timeline: (caseId: string) => part<CaseTimeline>(caseId, '/timeline'),
  openPoints: (caseId: string) => part<List<OpenPointView>>(caseId, '/open-points'),
  history: (caseId: string) => part<List<HistoryEntry>>(caseId, '/history'),
  breakdown: (caseId: string) => part<DutyBreakdown>(caseId, '/duty-breakdown'),
  parties: (caseId: string) => part<PartiesDecision>(caseId, '/parties'),
  form: (caseId: string) => part<DeclarationFormView>(caseId, '/declaration/form'),
  supplementaryForm: (caseId: string) =>
    part<DeclarationFormView>(caseId, '/supplementary-declaration/form'),
  supplementaryChanges: (caseId: string) =>
    part<SupplementaryChangesView>(caseId, '/supplementary-declaration/changes'),
  messages: (caseId: string) => part<CaseMessages>(caseId, '/messages'),
  ledger: (caseId: string) => part<CaseLedger>(caseId, '/ledger'),
  attachments: (caseId: string) => part<List<ListedAttachment>>(caseId, '/attachments'),
  requiredDocuments: (caseId: string) =>
    part<List<RequiredDocumentView>>(caseId, '/required-documents'),
  trackingLinks: (caseId: string) => part<List<ListedTrackingLink>>(caseId, '/tracking-links'),
  goods: (caseId: string) =>
    queryOptions({
      queryKey: [...caseKey(caseId), '/goods'],
      queryFn: async ({ signal }): Promise<VersionedGoods> => {
        const { body, headers } = await ask<Consignment>(`/v1/cases/${caseId}/goods`, { signal })
        return { goods: body, etag: headers.get('etag') ?? '' }
      },
    }),
}
