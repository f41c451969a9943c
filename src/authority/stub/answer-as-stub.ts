import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { nextState } from '../life-cycle/next-state.ts'
import type { LodgementEvent } from '../life-cycle/lodgement-state.ts'
import {
  amend,
  move,
  note,
  notify,
  unchanged,
  wakeAt,
  type LodgementChange,
  type NewControl,
} from '../processing/change.ts'
import { secondsAfter } from '../processing/instant.ts'
import { THE_OFFICE, type Lodgement } from '../processing/lodgement.ts'
import { pointer } from '../rules/declaration-error.ts'
import type { StubCode, StubRules } from './stub-rules.ts'
import { stubDelaySeconds, stubErrorCode, stubSequence, transportSign } from './stub-sequence.ts'

/** What an answer of the test stub is made from, beside the lodgement. */
export interface StubKnowledge {
  readonly rules: StubRules
  readonly now: Instant
  /** How long a trader has to bring papers or to answer. */
  readonly documentRequestSeconds: number
}

const BECAUSE = 'The office answers by test rules: the LRN chose this.'

/**
 * Answers a declaration as HMRC's public test stub does: nothing in it is checked or assessed, its LRN
 * chooses what the trader is told. The lodgement goes the same way as far as its life cycle has it, so
 * that officers can go on from there.
 */
export function answerAsStub(lodgement: Lodgement, knowledge: StubKnowledge): LodgementChange {
  const { rules, now } = knowledge
  const signs = { ...lodgement.declaration, lrn: lodgement.lrn }
  const answerAt = secondsAfter(lodgement.receivedAt, stubDelaySeconds(signs, rules))
  if (now < answerAt) return wakeAt(unchanged(lodgement), answerAt)
  const codes = stubSequence(signs, rules)
  const answered = codes.reduce(
    (change, code) => told(change, code, knowledge),
    unchanged(lodgement),
  )
  const noted = note(answered, {
    actor: THE_OFFICE,
    what: 'answered by the test rules',
    detail: { codes },
  })
  const isAmendedLater =
    codes.length > 0 && transportSign(signs.borderTransportId, rules) === 'amended-by-customs'
  return isAmendedLater
    ? wakeAt(noted, secondsAfter(now, rules.externalAmendment.afterSeconds))
    : noted
}

/** Whether customs is still to change a declaration whose means of transport asks for it. */
export function isToBeAmended(lodgement: Lodgement, rules: StubRules): boolean {
  const sign = transportSign(lodgement.declaration.borderTransportId, rules)
  return sign === 'amended-by-customs' && lodgement.state !== 'received' && lodgement.version === 1
}

/** Customs changes the declaration by itself (07). */
export function amendedByCustoms(lodgement: Lodgement, rules: StubRules): LodgementChange {
  const version = lodgement.version + 1
  const changed = notify(amend(unchanged(lodgement), { version }), {
    code: '07',
    reason: BECAUSE,
    pointers: [pointer(rules.externalAmendment.pointer)],
    changedItems: [],
  })
  return note(changed, {
    actor: THE_OFFICE,
    what: 'amended by the test rules',
    detail: { version },
  })
}

function told(change: LodgementChange, code: StubCode, knowledge: StubKnowledge): LodgementChange {
  const { now, documentRequestSeconds } = knowledge
  const limitAt = secondsAfter(now, documentRequestSeconds)
  switch (code) {
    case '01':
      return notify(asFarAs(change, 'accept', { acceptedAt: now }), { code, acceptedAt: now })
    case '02':
      return notify(asFarAs(change, 'register', { registeredAt: now }), { code })
    case '03':
      return rejected(change, knowledge)
    case '05':
      return notify(withControl(change, { kind: 'inspection', detail: {} }), { code })
    case '06': {
      const wanted = ['Invoice']
      const asked = withControl(change, { kind: 'documents', detail: { wanted }, limitAt })
      return notify(asked, { code, wanted: wanted.join('; '), reason: BECAUSE, limitAt })
    }
    case '51': {
      const question = BECAUSE
      const asked = withControl(change, { kind: 'question', detail: { question }, limitAt })
      return notify(asked, { code, question, limitAt })
    }
    case '08':
      return notify(asFarAs(change, 'release', { releasedAt: now }), { code })
    case '09':
      return notify(asFarAs(change, 'clear', { releasedAt: now, endedAt: now }), { code })
    case '10': {
      const ended = asFarAs(change, 'cancel', { endedAt: now })
      return notify(ended, { code, statementCode: 'R2', reason: BECAUSE })
    }
    case '13':
      return notify(change, { code, status: '67', items: [] })
    case '14':
    case '15': {
      const [accountNumber = ''] = change.lodgement.declaration.defermentAccounts
      return notify(change, { code, shortfall: { accountNumber, amountGbp: decimal('0') } })
    }
    case '17':
      return notify(change, { code, reason: BECAUSE, because: 'handled-elsewhere' })
    case '16':
    case '18':
      return notify(change, { code })
  }
}

/** An accepted declaration is no more rejected; the stub tells it all the same, and so it ends. */
function rejected(change: LodgementChange, { rules, now }: StubKnowledge): LodgementChange {
  const { lodgement } = change
  const isFirst = nextState(lodgement.state, 'reject').ok
  const ended = asFarAs(change, isFirst ? 'reject' : 'cancel', { endedAt: now })
  return notify(ended, {
    code: '03',
    errors: [
      {
        code: stubErrorCode({ lrn: lodgement.lrn }, rules),
        pointer: pointer(rules.rejection.pointer),
        reason: BECAUSE,
      },
    ],
  })
}

/** Takes the edge where the life cycle has it; the stub tells things that it does not have. */
function asFarAs(
  change: LodgementChange,
  event: LodgementEvent,
  fields: Partial<Lodgement>,
): LodgementChange {
  return nextState(change.lodgement.state, event).ok ? move(change, event, fields) : change
}

function withControl(
  change: LodgementChange,
  control: Pick<NewControl, 'kind' | 'detail' | 'limitAt'>,
): LodgementChange {
  const opened: NewControl = { ...control, reason: BECAUSE, openedBy: THE_OFFICE }
  return { ...change, newControls: [...change.newControls, opened] }
}
