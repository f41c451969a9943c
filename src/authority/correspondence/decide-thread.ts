import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import type { ItemCorrection } from '../officers/finding.ts'
import type { ReturnedGoods } from '../officers/repay.ts'
import type { Office } from '../processing/office.ts'
import type { ThreadChange } from '../store/correspondence-store.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { correctAsTold, undoDecision, varyDecision } from './decision-effects.ts'
import type { OfficeNotice } from './office-notice.ts'
import { grantClaim } from './repay-claim.ts'
import { moveThread, withDueDay, type AtThread } from './officer-steps.ts'
import type { Thread, ThreadDecision, ThreadDecisionDetails, ThreadOutcome } from './thread.ts'
import { possibleOutcomes } from './thread-outcomes.ts'

/** How an officer decides a correction, a request for a ruling or a review. */
export interface DecisionOrder {
  readonly outcome: ThreadOutcome
  /** The trader reads them. */
  readonly reasons: string
  /** What goods items are to be held for from now on. */
  readonly items?: readonly ItemCorrection[]
  /** For which goods a claim is granted, where not for all that it names. */
  readonly goods?: readonly ReturnedGoods[]
  /** Receipt of the cashier for what more is due in cash. */
  readonly paymentReference?: string
  /** Of a penalty that is lowered: what is left of it, in pounds. */
  readonly amountGbp?: string
  /** Of a ruling: what the goods are. */
  readonly code?: string
  readonly origin?: string
  /** From when the ruling binds; today unless stated. */
  readonly validFrom?: LocalDate
}

/** What a decision does: to its own thread, and to others that it reaches. */
export interface DecidedThread {
  readonly changes: readonly ThreadChange[]
}

/** A decision with what it is taken in. */
export interface Deciding extends AtThread {
  readonly transaction: AuthorityTransaction
  readonly office: Office
  readonly order: DecisionOrder
}

/**
 * Decides a thread and does what follows, in one transaction: a declaration is assessed anew and its
 * trader told by the notifications of that, seized goods are restored, a ruling is taken back.
 */
export async function decideThread(deciding: Deciding): Promise<Result<DecidedThread>> {
  const { thread, order, officer, now } = deciding
  if (!possibleOutcomes(thread).includes(order.outcome)) return failure(notPossible(thread))
  const effect = await effectOf(deciding)
  if (!effect.ok) return effect
  const moved = moveThread(thread, 'decide')
  if (!moved.ok) return moved
  const { details, notice, changes = [] } = effect.value
  const decision: ThreadDecision = {
    outcome: order.outcome,
    reasons: order.reasons,
    decidedOn: dateInLondon(now),
    ...(details !== undefined && { details }),
  }
  const { dueAt: _dueAt, ...decided } = withDueDay(moved.value, undefined)
  const own: ThreadChange = {
    thread: { ...decided, decision },
    decision,
    ...(notice !== undefined && { notice }),
    actor: officer,
    what: `decided: ${order.outcome}`,
  }
  return success({ changes: [own, ...changes] })
}

/** What follows from a decision. */
export interface DecisionEffect {
  readonly details?: ThreadDecisionDetails
  /** What it does besides, for the trader's software. */
  readonly notice?: OfficeNotice
  /** What it does to other threads. */
  readonly changes?: readonly ThreadChange[]
}

async function effectOf(deciding: Deciding): Promise<Result<DecisionEffect>> {
  switch (deciding.order.outcome) {
    case 'accepted':
    case 'accepted-in-part':
      return deciding.thread.kind === 'repayment-claim'
        ? grantClaim(deciding)
        : correctAsTold(deciding)
    case 'issued':
      return ruling(deciding)
    case 'varied':
      return varyDecision(deciding)
    case 'cancelled':
      return undoDecision(deciding)
    case 'refused':
    case 'upheld':
      return success({})
  }
}

/** The ruling binds from its first day on; its number follows from that of the thread. */
function ruling({ thread, order, office, now }: Deciding): Result<DecisionEffect> {
  const request = thread.matter?.ruling
  const isOrigin = request?.ruling === 'origin'
  const { code, origin, validFrom = dateInLondon(now) } = order
  if (isOrigin && origin === undefined) return failure(missing('/origin'))
  if (!isOrigin && code === undefined) return failure(missing('/code'))
  if (!isOrigin && office.tariff.linesUnder(code ?? '', validFrom).length === 0) {
    return failure(unknownCode)
  }
  const number = thread.reference.slice('COR-'.length)
  return success({
    details: {
      rulingReference: `${isOrigin ? 'AOR' : 'ATR'}-${number}`,
      ...(isOrigin ? { origin } : { code }),
      validFrom,
      validUntil: office.lastDay('ruling-holds', validFrom),
    } as ThreadDecisionDetails,
  })
}

function missing(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'A ruling says what the goods are.',
    mend: 'State the commodity code, or the country of origin where that was asked.',
    zh: {
      message: '裁定须写明货物的归类或原产地。',
      mend: '请填写商品编码；申请原产地裁定的填写原产国。',
    },
  }
}

const unknownCode: Failure = {
  code: 'unknown-commodity-code',
  path: '/code',
  message: 'The tariff of the office has no such code on the first day of the ruling.',
  mend: 'Look the code up in the tariff.',
  zh: { message: '裁定生效日的税则没有该编码。', mend: '请在税则中查找。' },
}

/** The failure of a decision that a thread does not take now. */
export function notPossible(thread: Thread): Failure {
  const possible = possibleOutcomes(thread)
  return {
    code: 'illegal-transition',
    path: '/outcome',
    message: 'The thread cannot be decided so now.',
    mend:
      possible.length === 0
        ? 'Look first at why it came late, or read the thread again.'
        : `What can be decided: ${possible.join(', ')}.`,
    zh: {
      message: '目前不能如此决定。',
      mend:
        possible.length === 0
          ? '请先审查逾期原因，或重新读取。'
          : `可作的决定：${possible.join('、')}。`,
    },
  }
}
