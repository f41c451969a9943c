import { Type } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import {
  appealRequestSchema,
  claimSchema,
  correctionSchema,
  rulingSchema,
} from '../correspondence/thread-matter.ts'
import { noSuchThread } from '../correspondence/thread-failures.ts'
import { type NewThread, openThread } from '../correspondence/open-thread.ts'
import { readDecisionSchema, recordLetterReading } from '../correspondence/record-reading.ts'
import { findThreads, threadStandings } from '../correspondence/thread-store.ts'
import { writeLetter } from '../correspondence/write-letter.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { localDate, oneOf, text } from '../customs/order/schema.ts'
import { threadKinds } from '../exchange/letters/letter-change.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import { appealableSchema } from './views/appealable-view.ts'
import { rulingsToReview } from './views/decision-in-thread.ts'
import {
  threadSchema,
  threadView,
  wholeThreadSchema,
  type WholeThreadView,
  wholeThreadView,
} from './views/thread-view.ts'

const tags = ['correspondence']

const threadParams = Type.Object({ threadId: idOf('the thread') })

const attachmentIds = Type.Optional(
  Type.Array(Type.String(), {
    maxItems: 10,
    uniqueItems: true,
    description: 'papers that were uploaded before: to the case, or for a thread without one',
  }),
)

const openedKinds = threadKinds.filter((kind) => kind !== 'enquiry')

/** What a letter that opens a thread says. */
export const openingProperties = {
  kind: oneOf(openedKinds, 'what it is about; each kind but a question brings its own part'),
  subject: text(140, 'what it is about, in a few words'),
  text: text(8_000, 'the letter'),
  attachmentIds,
  correction: Type.Optional(correctionSchema),
  claim: Type.Optional(claimSchema),
  ruling: Type.Optional(rulingSchema),
  appeal: Type.Optional(appealRequestSchema),
}

const openingSchema = Type.Object(openingProperties, { additionalProperties: false })

const letterSchema = Type.Object(
  { text: text(8_000, 'the letter'), attachmentIds },
  { additionalProperties: false },
)

const listThreads: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/correspondence',
    {
      schema: {
        tags,
        summary: 'List the threads with authorities, the newest first',
        querystring: Type.Object({
          ...pageQuery,
          standing: Type.Optional(
            oneOf(threadStandings, 'overdue: an answer of ours whose day is over'),
          ),
          kind: Type.Optional(
            Type.Array(oneOf(threadKinds, 'what it is about'), { maxItems: threadKinds.length }),
          ),
          caseId: Type.Optional(idOf('the case whose threads are wanted')),
        }),
        response: { 200: pageOf(threadSchema) },
      },
      config: { admit: 'correspondence.read' },
    },
    (request) => {
      const page = pageRequestOf(request.query)
      const { standing, kind, caseId } = request.query
      const today = dateInLondon(ports.clock.now())
      return inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const rows = await findThreads(transaction, {
          ...(standing !== undefined && { standing }),
          ...(kind !== undefined && { kinds: kind }),
          ...(caseId !== undefined && { caseId }),
          ...(page.before !== undefined && { before: page.before }),
          ...{ today, atMost: page.limit + 1 },
        })
        // Who has recorded a decision is named by a reference to their personal record.
        return withPersonalFields(
          transaction,
          toPage(rows, page, (row) => threadView(row, today)),
        )
      })
    },
  )
}

const readThread: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/correspondence/:threadId',
    {
      schema: {
        tags,
        summary: 'Read a thread with its letters',
        params: threadParams,
        response: { 200: wholeThreadSchema },
      },
      config: { admit: 'correspondence.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, (transaction) =>
        readWholeThread(ports, transaction, request.params.threadId),
      ),
  )
}

const listRulings: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/correspondence/appealable',
    {
      schema: {
        tags,
        summary: 'List the rulings that can be put to review, the newest first',
        description: 'Decisions on a case are listed with the correspondence of the case.',
        response: { 200: Type.Object({ items: Type.Array(appealableSchema) }) },
      },
      config: { admit: 'correspondence.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { appealPeriods, laws } = ports.clearance.reference
        const calendar = { today: dateInLondon(ports.clock.now()), appealPeriods, laws }
        return { items: await rulingsToReview(transaction, calendar) }
      }),
  )
}

const openAlone: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/correspondence',
    {
      schema: {
        tags,
        summary: 'Write to the authority about no case',
        description:
          'A question, a request for a ruling, or an appeal against one. What is about a case is ' +
          'opened there.',
        body: openingSchema,
        response: { 201: wholeThreadSchema },
      },
      config: { admit: 'correspondence.write' },
    },
    (request, reply) =>
      changeOnce<WholeThreadView>({ request, reply, ports }, async (transaction, context) => {
        const opening = openingOf(request.body)
        const { threadId } = accepted(
          await openThread(ports.correspondence, transaction, opening, context),
        )
        return openedAnswer(ports, transaction, threadId)
      }),
  )
}

const answerThread: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/correspondence/:threadId/letters',
    {
      schema: {
        tags,
        summary: 'Write a further letter in a thread',
        params: threadParams,
        body: letterSchema,
        response: { 201: wholeThreadSchema },
      },
      config: { admit: 'correspondence.write' },
    },
    (request, reply) =>
      changeOnce<WholeThreadView>({ request, reply, ports }, async (transaction, context) => {
        const { threadId } = request.params
        const { text: words, attachmentIds: ids = [] } = request.body
        const letter = { threadId, text: words, attachmentIds: ids }
        accepted(await writeLetter(ports.correspondence, transaction, letter, context))
        return openedAnswer(ports, transaction, threadId)
      }),
  )
}

const readingSchema = Type.Object(
  {
    letterId: idOf('the letter of the authority that states it'),
    decision: Type.Optional(readDecisionSchema),
    awaits: oneOf(['trader', 'office', 'nobody'], 'whose turn it is by that letter'),
    answerDueOn: Type.Optional(localDate),
    isClosed: Type.Optional(Type.Literal(true, { description: 'that the letter ends the matter' })),
  },
  { additionalProperties: false },
)

const recordReading: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/correspondence/:threadId/readings',
    {
      schema: {
        tags,
        summary: 'Record what a letter of the authority states',
        description:
          'By mail letters come and nothing else: what they decide, whose turn it is then and by when an ' +
          'answer is wanted a person reads in them. Refused where the authority itself tells it.',
        params: threadParams,
        body: readingSchema,
        response: { 201: wholeThreadSchema },
      },
      config: { admit: 'correspondence.write' },
    },
    (request, reply) =>
      changeOnce<WholeThreadView>({ request, reply, ports }, async (transaction, context) => {
        const { threadId } = request.params
        const reading = { threadId, ...request.body }
        accepted(await recordLetterReading(ports.correspondence, transaction, reading, context))
        return openedAnswer(ports, transaction, threadId)
      }),
  )
}

/** Letters with authorities, about cases and about none. */
export const correspondenceRoutes = together(
  listThreads,
  listRulings,
  readThread,
  openAlone,
  answerThread,
  recordReading,
)

/** A request to open a thread as the command takes it. */
export function openingOf(
  body: Omit<NewThread, 'attachmentIds' | 'caseId'> & {
    readonly attachmentIds?: readonly string[]
  },
): NewThread {
  const { attachmentIds: ids = [], ...opening } = body
  return { ...opening, attachmentIds: ids }
}

/** The answer to a letter: its thread, with where it is read. */
export async function openedAnswer(
  ports: ApiPorts,
  transaction: TenantTransaction,
  threadId: string,
): Promise<{
  readonly status: 201
  readonly location: string
  readonly body: WholeThreadView
}> {
  const body = await readWholeThread(ports, transaction, threadId)
  return { status: 201, location: `/v1/correspondence/${threadId}`, body }
}

async function readWholeThread(
  ports: ApiPorts,
  transaction: TenantTransaction,
  threadId: string,
): Promise<WholeThreadView> {
  const today = dateInLondon(ports.clock.now())
  const { appealPeriods, laws } = ports.clearance.reference
  const [row] = await findThreads(transaction, { threadId, today, atMost: 1 })
  return row === undefined
    ? accepted(noSuchThread(threadId))
    : wholeThreadView(
        transaction,
        row,
        { today, appealPeriods, laws },
        ports.correspondence.letterChannels,
      )
}
