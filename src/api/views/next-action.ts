import { Type, type Static } from 'typebox'

import { waitingFor, type WaitingFor } from '../../clearance/waiting-for.ts'
import type { CaseState } from '../../clearance/case-state.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { link } from '../http/schema.ts'

/** Everyone whose turn it can be: `payer` is whoever has to see that the account covers the charges. */
export const everyoneInTurn = ['yours', 'payer', 'authority', 'carrier', 'ours'] as const

/** Whose turn it is in a case. */
export type Whose = (typeof everyoneInTurn)[number]

interface Action {
  readonly whose: Whose
  readonly text: string
  /** Where it is done, beneath the path of the case; a function where that depends on the case. */
  readonly at?: string | ((state: CaseState) => string)
}

/** What has to happen before a case goes on, for each thing that it may wait for. */
const actions: Readonly<Record<WaitingFor, Action>> = {
  preparation: { whose: 'ours', text: 'The case is being prepared.' },
  'goods-data': {
    whose: 'yours',
    text: 'Mend what the findings and obstacles name; the case is then prepared anew.',
    at: '/goods',
  },
  declaring: { whose: 'yours', text: 'Declare the goods.', at: '/declare' },
  'a-decision-of-staff': {
    whose: 'yours',
    text: 'Decide whether the stopped case is taken up again.',
    at: '/reopen',
  },
  'the-authority': { whose: 'authority', text: 'The authority works on the declaration.' },
  arrival: {
    whose: 'carrier',
    text: 'The goods have to arrive; report it as soon as they have.',
    at: '/transport-events',
  },
  documents: {
    whose: 'yours',
    text: 'Upload the papers that the authority wants and send them in answer.',
    at: '/answers',
  },
  'an-answer': { whose: 'yours', text: 'Answer the question of the authority.', at: toQuestion },
  funds: {
    whose: 'payer',
    text: 'The account does not cover the charges: top it up; the authority tries again.',
  },
  carrier: {
    whose: 'carrier',
    text: 'The goods are on their way; report when they are delivered.',
    at: '/transport-events',
  },
  'an-outcome': {
    whose: 'yours',
    text: 'Decide what becomes of the goods, or record what the authority has decided.',
    at: '/outcome',
  },
  'supplementary-declaration': {
    whose: 'yours',
    text: 'Hand in the supplementary declaration by its day; duty and VAT are owed with it.',
    at: '/supplementary-declaration',
  },
}

/** Where a proof of preferential origin is recorded, by the path of the obstacle that it is not there. */
const proofActions: Readonly<Record<string, Action>> = {
  '/documents/preference-statement': {
    whose: 'yours',
    text:
      "Record that the exporter has signed the statement on origin, or let the importer's own " +
      'knowledge stand for it, or withdraw the claim.',
    at: '/preference-statement/sign',
  },
  '/documents/importers-knowledge': {
    whose: 'yours',
    text: 'Record that the importer knows the goods to be originating, or withdraw the claim.',
    at: '/importers-knowledge',
  },
}

/** Everything that a case can wait for, which is also what the list of cases is filtered by. */
export const everythingWaitedFor = Object.keys(actions) as WaitingFor[]

/** Whose turn it is where a case waits for something. */
export function whoseTurn(waiting: WaitingFor): Whose {
  return actions[waiting].whose
}

/** Everything that a case can wait for while it is somebody's turn. */
export function waitedForBy(whose: Whose): readonly WaitingFor[] {
  return everythingWaitedFor.filter((waiting) => whoseTurn(waiting) === whose)
}

/**
 * What holds a case up, whose turn it is, and where the client does its part if it is the client's.
 */
export const nextActionSchema = Type.Object(
  {
    waitingFor: oneOf(everythingWaitedFor, 'what the case waits for'),
    whose: oneOf(everyoneInTurn, 'whose turn it is'),
    text: Type.String({ description: 'what to do' }),
    at: Type.Optional(link),
  },
  { description: 'what has to happen next; absent where the case has ended' },
)

/** The type of {@link nextActionSchema}; `at` is the path to call, absent where no call helps. */
export type NextAction = Static<typeof nextActionSchema>

/** What the case needs next; undefined where it has ended. */
export function nextActionOf(state: CaseState): NextAction | undefined {
  const waiting = waitingFor(state)
  if (waiting === null) return undefined
  const { at, ...action } = actionFor(waiting, state)
  if (at === undefined) return { waitingFor: waiting, ...action }
  const place = typeof at === 'string' ? at : at(state)
  return { waitingFor: waiting, ...action, at: `/v1/cases/${state.caseId}${place}` }
}

/** The first question that is not answered yet; the id is the authority's, so it may hold anything. */
function toQuestion({ caseId, questions }: CaseState): string {
  const asked = questions.find((question) => question.state === 'asked')
  if (asked === undefined) throw new Error(`${caseId} waits for an answer to no question`)
  return `/questions/${encodeURIComponent(asked.questionId)}/answer`
}

/** Where nothing but a proof of origin is wanting, the goods need no mending. */
function actionFor(waiting: WaitingFor, { findings, obstacles }: CaseState): Action {
  const isMended = findings.every(({ severity }) => severity !== 'blocking')
  const proofs = obstacles.map(({ path }) => proofActions[path])
  const onlyProofs = isMended && proofs.every((action) => action !== undefined)
  return (waiting === 'goods-data' && onlyProofs ? proofs[0] : undefined) ?? actions[waiting]
}
