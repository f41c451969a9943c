import { Type, type Static } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readEvents } from '../clearance/store/case-store.ts'
import { readUsualDurations } from '../clearance/store/read-usual-durations.ts'
import { mainSteps } from '../clearance/timeline/main-steps.ts'
import { sideLineKinds } from '../clearance/timeline/side-lines.ts'
import { timelineOf } from '../clearance/timeline/timeline-of.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { bilingualText, instant } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'

const stepSchema = Type.Object({
  step: oneOf(
    mainSteps.map(({ step }) => step),
    'a station of the main line',
  ),
  name: bilingualText,
  state: oneOf(
    ['done', 'present', 'ahead', 'passed-over'],
    'present: the next to be reached. passed-over: left out, or never to be reached',
  ),
  at: Type.Optional(instant),
  expectedAt: Type.Optional(instant),
})

const markSchema = Type.Object({ at: instant, sentence: bilingualText })

const sideLineSchema = Type.Object({
  kind: oneOf(sideLineKinds, 'what runs beside the main line'),
  id: Type.String(),
  name: bilingualText,
  beganAt: instant,
  endedAt: Type.Optional(instant),
  marks: Type.Array(markSchema),
})

const timelineSchema = Type.Object(
  {
    steps: Type.Array(stepSchema),
    turns: Type.Array(markSchema, { description: 'where the case left the straight way' }),
    sideLines: Type.Array(sideLineSchema),
  },
  { description: 'the course of a case, for drawing' },
)

/** The type of {@link timelineSchema}. */
export type CaseTimeline = Immutable<Static<typeof timelineSchema>>

/** The course of a case: its main line, and what runs beside it. */
export const caseTimelineRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/timeline',
    {
      schema: {
        tags: ['cases'],
        summary: 'Read the course of a case',
        description:
          'What lies ahead is expected at the times that your own cases have usually taken; where ' +
          'too few have gone that way, nothing is expected.',
        params: caseParams,
        response: { 200: timelineSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { caseId } = await caseOf(transaction, request.params.id)
        const events = await readEvents(transaction, caseId)
        const named = await withPersonalFields(transaction, events)
        return timelineOf(named, await readUsualDurations(transaction))
      }),
  )
}
