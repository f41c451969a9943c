import { Type, type Static } from 'typebox'

import { waitingFor, type WaitingFor } from '../../clearance/waiting-for.ts'
import type { CaseState } from '../../clearance/case-state.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { link } from '../http/schema.ts'

type Whose = 'yours' | 'ours' | 'authority' | 'carrier'

interface Action {
  readonly whose: Whose
  readonly text: string
  /** Where it is done, beneath the path of the case. */
  readonly at?: string
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
  'an-answer': { whose: 'yours', text: 'Answer the question of the authority.', at: '/answers' },
  funds: {
    whose: 'yours',
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
}

export const everythingWaitedFor = Object.keys(actions) as WaitingFor[]

export const nextActionSchema = Type.Object(
  {
    waitingFor: oneOf(everythingWaitedFor, 'what the case waits for'),
    whose: oneOf(['yours', 'ours', 'authority', 'carrier'] as const, 'whose turn it is'),
    text: Type.String({ description: 'what to do' }),
    at: Type.Optional(link),
  },
  { description: 'what has to happen next; absent where the case has ended' },
)

export type NextAction = Static<typeof nextActionSchema>

export function nextActionOf(state: CaseState): NextAction | undefined {
  const waiting = waitingFor(state)
  if (waiting === null) return undefined
  const { at, ...action } = actions[waiting]
  const here = at === undefined ? {} : { at: `/v1/cases/${state.caseId}${at}` }
  return { waitingFor: waiting, ...action, ...here }
}
