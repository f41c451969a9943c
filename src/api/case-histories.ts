import { Type, type Static } from 'typebox'

import type { CaseEvent } from '../clearance/events/case-event.ts'
import { eventSentence, subjectOf, subjects } from '../clearance/history/event-sentence.ts'
import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readEvents } from '../clearance/store/case-store.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { bilingualText, instant } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { eventSchema } from './views/event-view.ts'

const historyEntrySchema = Type.Object({
  sequence: eventSchema.properties.sequence,
  type: eventSchema.properties.type,
  subject: oneOf(subjects, 'which part of the clearance it belongs to'),
  at: instant,
  actor: eventSchema.properties.actor,
  cause: eventSchema.properties.cause,
  sentence: bilingualText,
})

/** One line of the history of a case. */
export type HistoryEntry = Immutable<Static<typeof historyEntrySchema>>

/** The record of a case in words, for people. */
export const caseHistoryRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/history',
    {
      schema: {
        tags: ['cases'],
        summary: 'Read the record of a case in words, oldest first',
        description:
          'One sentence in each language for every event, with who did it, when and because of what.',
        params: caseParams,
        response: { 200: Type.Object({ items: Type.Array(historyEntrySchema) }) },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { caseId } = await caseOf(transaction, request.params.id)
        const events = await readEvents(transaction, caseId)
        const named = await withPersonalFields(transaction, events)
        return { items: named.map(historyEntry) }
      }),
  )
}

function historyEntry(event: CaseEvent) {
  const { sequence, type, at, actor, cause } = event
  const sentence = eventSentence(event)
  return { ...{ sequence, type, at, actor, cause }, subject: subjectOf(type), sentence }
}
