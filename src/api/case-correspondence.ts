import { Type, type Static } from 'typebox'

import type { CaseState } from '../clearance/case-state.ts'
import type { CaseEvent } from '../clearance/events/case-event.ts'
import { amendedGoodsSchema } from '../clearance/commands/amended-goods.ts'
import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readCases, readEvents } from '../clearance/store/case-store.ts'
import { correctionFigures } from '../correspondence/correction-figures.ts'
import { appealableDecisions } from '../correspondence/appealable-decisions.ts'
import { openThread } from '../correspondence/open-thread.ts'
import { findThreads } from '../correspondence/thread-store.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'
import type { AppealPeriods } from '../customs/law/appeal-periods.ts'
import { cite } from '../customs/law/law.ts'
import { claimBases, lastDaysForClaims } from '../customs/law/repayment-claim.ts'
import type { Immutable } from '../customs/immutable.ts'
import { localDate, money, oneOf } from '../customs/order/schema.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { openedAnswer, openingOf, openingProperties } from './correspondence.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { instant, signedMoney } from './http/schema.ts'
import {
  appealableSchema,
  appealableView,
  type DecisionToShow,
  isReviewOf,
} from './views/appealable-view.ts'
import { penaltiesOf } from './views/decision-in-thread.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import {
  threadSchema,
  threadView,
  wholeThreadSchema,
  type WholeThreadView,
} from './views/thread-view.ts'

const tags = ['correspondence']

const MOST_THREADS = 200

const byNotificationSchema = Type.Object(
  {
    kind: oneOf(
      ['question-by-notification', 'documents-by-notification'],
      'a question in words, or a request for papers, that came as a notification',
    ),
    id: Type.String({ description: 'of the question or control of the case' }),
    text: Type.String({ description: 'what the authority asks, in its words' }),
    answer: Type.Optional(Type.String()),
    state: Type.String({ description: 'in its small life cycle' }),
    awaits: Type.Optional(oneOf(['trader', 'office'], 'whose turn it is')),
    dueAt: Type.Optional(Type.String()),
    askedAt: Type.Optional(instant),
  },
  { description: 'something that the authority has asked by a notification of the declaration' },
)

const claimableSchema = Type.Object(
  {
    basis: oneOf(claimBases, 'on what the claim rests'),
    lastDay: localDate,
    isLate: Type.Boolean({ description: 'whether that day is over' }),
    law: Type.Object({ title: Type.String(), url: Type.String() }),
  },
  { description: 'until when what was paid can be claimed back' },
)

const caseCorrespondenceSchema = Type.Object(
  {
    threads: Type.Array(threadSchema, { description: 'the newest first' }),
    byNotification: Type.Array(byNotificationSchema),
    mayWrite: Type.Boolean({ description: 'whether a channel carries letters to the authority' }),
    mayCorrect: Type.Boolean({ description: 'whether the goods are released' }),
    claimable: Type.Array(claimableSchema, {
      description: 'claims for repayment; none before customs have closed the file',
    }),
    exports: Type.Array(
      Type.Object({ caseId: Type.String(), reference: Type.String(), mrn: Type.String() }),
      { description: 'exports by which goods of this import went back, which a claim can name' },
    ),
    appealable: Type.Array(appealableSchema, { description: 'the latest decision first' }),
  },
  { title: 'CaseCorrespondence', description: 'all that is asked and written about a case' },
)

/** The type of {@link caseCorrespondenceSchema}. */
export type CaseCorrespondence = Immutable<Static<typeof caseCorrespondenceSchema>>

const listOfCase: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/correspondence',
    {
      schema: {
        tags,
        summary: 'List what is asked and written about a case, and what can be',
        params: caseParams,
        response: { 200: caseCorrespondenceSchema },
      },
      config: { admit: 'correspondence.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) =>
        readCaseCorrespondence(ports, transaction, await caseOf(transaction, request.params.id)),
      ),
  )
}

const openInCase: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/correspondence',
    {
      schema: {
        tags,
        summary: 'Write to the authority about a case',
        description:
          'A question, a voluntary correction after the release, a claim for repayment, a request for a ruling, or an ' +
          'appeal against a decision that the case has. An appeal after its last day needs its reason.',
        params: caseParams,
        body: Type.Object(openingProperties, { additionalProperties: false }),
        response: { 201: wholeThreadSchema },
      },
      config: { admit: 'correspondence.write' },
    },
    (request, reply) =>
      changeOnce<WholeThreadView>({ request, reply, ports }, async (transaction, context) => {
        const opening = { ...openingOf(request.body), caseId: request.params.id }
        const { threadId } = accepted(
          await openThread(ports.correspondence, transaction, opening, context),
        )
        return openedAnswer(ports, transaction, threadId)
      }),
  )
}

const figuresSchema = Type.Object(
  {
    declared: money,
    by: oneOf(['assessment', 'own-calculation'], 'by whom the first figure was worked out'),
    correct: money,
    difference: signedMoney,
    taxes: Type.Array(
      Type.Object({
        taxType: Type.String({ description: 'such as A00 customs duty, B00 VAT' }),
        declared: money,
        correct: money,
        difference: signedMoney,
      }),
      { description: 'the same tax by tax' },
    ),
    workedOutAt: instant,
  },
  {
    title: 'CorrectionFigures',
    description: 'what an error makes; a difference below zero comes back',
  },
)

/** The type of {@link figuresSchema}. */
export type CorrectionFiguresView = Immutable<Static<typeof figuresSchema>>

const readFigures: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/correction-figures',
    {
      schema: {
        tags,
        summary: 'Work out what an error in the goods data of a released case makes',
        description:
          'Duty and VAT as declared and on the data as they should have been, by the law of the day ' +
          'of acceptance. Nothing is changed and nothing is told to the authority.',
        params: caseParams,
        body: Type.Object({ goods: amendedGoodsSchema }, { additionalProperties: false }),
        response: { 200: figuresSchema },
      },
      config: { admit: 'correspondence.write' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const state = await caseOf(transaction, request.params.id)
        const { goods } = request.body
        return accepted(await correctionFigures(ports.clearance, transaction, { state, goods }))
      }),
  )
}

/** Letters about one case, beside what its notifications have asked. */
export const caseCorrespondenceRoutes = together(listOfCase, openInCase, readFigures)

async function readCaseCorrespondence(
  { clock, clearance, correspondence }: ApiPorts,
  transaction: TenantTransaction,
  state: CaseState,
): Promise<CaseCorrespondence> {
  const { caseId } = state
  const today = dateInLondon(clock.now())
  const { appealPeriods, laws } = clearance.reference
  const threads = await findThreads(transaction, { caseId, today, atMost: MOST_THREADS })
  const events = await readEvents(transaction, caseId)
  const askedAt = new Map(
    events.flatMap((event) =>
      event.type === 'question-asked'
        ? [[event.data.questionId, event.at] as const]
        : event.type === 'documents-requested'
          ? [[event.data.controlId, event.at] as const]
          : [],
    ),
  )
  const asked = byNotification(state).map((one) => {
    const at = askedAt.get(one.id)
    return { ...one, ...(at !== undefined && { askedAt: at }) }
  })
  return {
    threads: await withPersonalFields(
      transaction,
      threads.map((row) => threadView(row, today)),
    ),
    byNotification: await withPersonalFields(transaction, asked),
    mayWrite: correspondence.letterChannels.length > 0,
    mayCorrect: ['released', 'cleared', 'delivered'].includes(state.main),
    claimable: claimable(state, clearance.reference, today),
    exports: await exportsOf(transaction, state),
    appealable: decisionsAgainstWhich(state, events, appealPeriods).flatMap(
      ({ isWithdrawn = false, ...decided }) => {
        const review = threads.find((thread) => isReviewOf(thread, decided))
        if (isWithdrawn && review === undefined) return []
        return [appealableView({ ...decided, review }, { today, appealPeriods, laws })]
      },
    ),
  }
}

/** The exports by which goods went back, as far as customs have given them an MRN. */
async function exportsOf(
  transaction: TenantTransaction,
  { returns = [] }: CaseState,
): Promise<CaseCorrespondence['exports']> {
  const cases = await readCases(
    transaction,
    returns.map(({ caseId }) => caseId),
  )
  return cases.flatMap(({ caseId, state: { reference, declaration } }) =>
    declaration?.mrn === undefined ? [] : [{ caseId, reference, mrn: declaration.mrn }],
  )
}

type AgainstWhich = Omit<DecisionToShow, 'review'> & { readonly isWithdrawn?: boolean }

/** What its notifications tell of, and what letters do. */
function decisionsAgainstWhich(
  state: CaseState,
  events: readonly CaseEvent[],
  periods: AppealPeriods,
): readonly AgainstWhich[] {
  const told = appealableDecisions(events, periods).map(({ decision, decidedOn }) => ({
    ...{ decision, decidedOn },
  }))
  return [...told, ...penaltiesOf(state)].sort((one, other) =>
    other.decidedOn.localeCompare(one.decidedOn),
  )
}

function claimable(
  { fileClosed, declaration, debts }: CaseState,
  { claimPeriods, laws }: ApiPorts['clearance']['reference'],
  today: LocalDate,
) {
  const acceptedAt = declaration?.acceptedAt
  const isPaid = debts.some(({ state }) => state === 'paid' || state === 'refunded')
  if (!fileClosed || acceptedAt === undefined || !isPaid) return []
  return lastDaysForClaims(claimPeriods, dateInLondon(acceptedAt as Instant)).map(
    ({ basis, lastDay, law: id }) => {
      const { title, url } = cite(laws, id)
      return { basis, lastDay, isLate: today > lastDay, law: { title, url } }
    },
  )
}

/** Questions (51) and requests for papers (06) are not stored twice: the case has them. */
function byNotification({ questions, controls }: CaseState) {
  return [
    ...questions.map(({ questionId, text, answer, state }) => ({
      ...{ kind: 'question-by-notification' as const, id: questionId, text, state },
      ...(answer !== undefined && { answer }),
      ...(state === 'asked' && { awaits: 'trader' as const }),
      ...(state === 'answered' && { awaits: 'office' as const }),
    })),
    ...controls.flatMap(({ controlId, wanted, reason, state, dueAt }) =>
      wanted === undefined
        ? []
        : [
            {
              ...{ kind: 'documents-by-notification' as const, id: controlId, state },
              text: reason === undefined ? wanted : `${wanted} – ${reason}`,
              ...(state === 'documents-requested' && { awaits: 'trader' as const }),
              ...(state === 'answered' && { awaits: 'office' as const }),
              ...(dueAt !== undefined && { dueAt }),
            },
          ],
    ),
  ]
}
