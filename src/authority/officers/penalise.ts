import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { monthsLater, type Instant } from '../../customs/calendar/local-date.ts'
import {
  addDecimals,
  compareDecimals,
  decimal,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { Contravention, NewPenalty, Penalty } from '../penalties/penalty.ts'
import { negated } from '../processing/account-book.ts'
import { note, unchanged } from '../processing/change.ts'
import { refused, wrongState, type Decision, type Desk } from './decision.ts'

/** From acceptance on, also when the goods have long gone. */
export const penalisable: readonly LodgementState[] = [
  'accepted',
  'released',
  'cleared',
  'exited',
  'refused',
  'seized',
  'disposed',
]

/** What an officer warns of, or asks a penalty for. */
export interface PenaltyOrder {
  /** One of the office's list, such as `wrong-particulars`. */
  readonly contravention: string
  /** What was wrong, told to the trader. */
  readonly reason: string
  /** Absent from a warning letter. */
  readonly amountGbp?: string
  /** A serious error is penalised without a warning before it. */
  readonly withoutWarningBecause?: string
}

/**
 * Gives a warning letter, or imposes a civil penalty (Finance Act 2003, part 3): up to the most of its
 * contravention, within its time, and after a warning of the same unless the officer says why not.
 */
export function penalise(order: PenaltyOrder): Decision {
  return (desk) => {
    const wrong = wrongState(desk, penalisable)
    if (wrong !== undefined) return wrong
    const penalty = penaltyOf(desk, order)
    if (!penalty.ok) return penalty
    const change = { ...unchanged(desk.lodgement), newPenalty: penalty.value, ...resting(desk) }
    return success(
      note(change, {
        actor: desk.officer,
        what: order.amountGbp === undefined ? 'gave a warning letter' : 'imposed a penalty',
        detail: { ...order, number: penalty.value.number },
      }),
    )
  }
}

/** A penalty has been paid, in whole. */
export function recordPenaltyPayment(order: {
  readonly number: number
  readonly reference: string
}): Decision {
  return (desk) => {
    const penalty = openPenalty(desk, order.number, ['imposed'])
    if (!penalty.ok) return penalty
    return success(
      note(
        {
          ...unchanged(desk.lodgement),
          ...resting(desk),
          movedPenalty: {
            ...{ number: order.number, state: 'paid', by: desk.officer },
            because: order.reference,
          },
        },
        { actor: desk.officer, what: 'received a penalty', detail: order },
      ),
    )
  }
}

/** Takes a warning or a penalty back; what was paid is given back. */
export function withdrawPenalty(order: {
  readonly number: number
  readonly reason: string
}): Decision {
  return (desk) => {
    const penalty = openPenalty(desk, order.number, ['warned', 'imposed', 'paid'])
    if (!penalty.ok) return penalty
    const repaidGbp = penalty.value.state === 'paid' ? penalty.value.amountGbp : undefined
    return success(
      note(
        {
          ...unchanged(desk.lodgement),
          ...resting(desk),
          movedPenalty: {
            ...{ number: order.number, state: 'withdrawn', by: desk.officer },
            because: order.reason,
          },
        },
        {
          actor: desk.officer,
          what: 'withdrew a penalty',
          detail: { ...order, ...(repaidGbp === undefined ? {} : { repaidGbp }) },
        },
      ),
    )
  }
}

/**
 * Lowers a penalty (Finance Act 2003, section 29: it may be reduced to what is thought proper); what was
 * paid beyond that is given back.
 */
export function lowerPenalty(order: {
  readonly number: number
  readonly amountGbp: string
  readonly reason: string
}): Decision {
  return (desk) => {
    const penalty = openPenalty(desk, order.number, ['imposed', 'paid'])
    if (!penalty.ok) return penalty
    const { amountGbp: before = decimal('0'), state } = penalty.value
    const amountGbp = decimal(order.amountGbp)
    const isLower =
      compareDecimals(amountGbp, decimal('0')) > 0 && compareDecimals(amountGbp, before) < 0
    if (!isLower) return failure(notLower(before))
    const repaidGbp = addDecimals(before, negated(amountGbp))
    return success(
      note(
        {
          ...unchanged(desk.lodgement),
          ...resting(desk),
          movedPenalty: {
            ...{ number: order.number, state: state === 'paid' ? 'paid' : 'imposed' },
            ...{ by: desk.officer, because: order.reason, amountGbp },
          },
        },
        {
          actor: desk.officer,
          what: 'lowered a penalty',
          detail: { ...order, ...(state === 'paid' ? { repaidGbp } : {}) },
        },
      ),
    )
  }
}

function notLower(before: DecimalText): Failure {
  return {
    code: 'invalid-input',
    path: '/amountGbp',
    message: `A penalty is lowered to less than ${before} GBP, and to more than nothing.`,
    mend: 'State the amount that is left of it; one of which nothing is left is withdrawn.',
    zh: {
      message: `减轻后的罚款须大于零且低于 ${before} 英镑。`,
      mend: '请填写减轻后的金额；全部免除的应撤回。',
    },
  }
}

/** An entry that waits keeps being looked at; the others rest as they did. */
function resting({ lodgement, now }: Desk): { readonly dueAt?: Instant } {
  return lodgement.state === 'accepted' ? { dueAt: now } : {}
}

function penaltyOf(desk: Desk, order: PenaltyOrder): Result<NewPenalty> {
  const { knowledge, lodgement, officer, now, penalties } = desk
  const acceptedOn = dateInLondon(lodgement.acceptedAt ?? now)
  const contravention = knowledge.contraventions.find(
    ({ id, from }) => id === order.contravention && from <= acceptedOn,
  )
  if (contravention === undefined) return failure(unknownContravention(order.contravention))
  if (dateInLondon(now) > monthsLater(acceptedOn, contravention.imposedWithinMonths)) {
    return refused(tooLate)
  }
  const unlawful = amountFault(order, contravention) ?? warningFault(desk, order, contravention)
  if (unlawful !== undefined) return unlawful
  return success({
    number: penalties.own.length + 1,
    ...{ contravention: order.contravention, reason: order.reason, imposedBy: officer },
    ...(order.amountGbp === undefined ? {} : { amountGbp: decimal(order.amountGbp) }),
  })
}

function amountFault(
  { amountGbp }: PenaltyOrder,
  { atMostGbp }: Contravention,
): ReturnType<typeof failure> | undefined {
  if (amountGbp === undefined) return undefined
  const amount = decimal(amountGbp)
  const isLawful =
    compareDecimals(amount, decimal('0')) > 0 && compareDecimals(amount, atMostGbp) <= 0
  return isLawful
    ? undefined
    : failure({
        code: 'invalid-input',
        path: '/amountGbp',
        message: `A penalty for this is more than nothing and at most ${atMostGbp} GBP.`,
        mend: 'State an amount within that.',
        zh: {
          message: `此项罚款须大于零且不超过 ${atMostGbp} 英镑。`,
          mend: '请填写该范围内的金额。',
        },
      })
}

function warningFault(
  { now, penalties }: Desk,
  order: PenaltyOrder,
  { warningHoldsMonths }: Contravention,
): ReturnType<typeof failure> | undefined {
  if (order.amountGbp === undefined || order.withoutWarningBecause !== undefined) return undefined
  const isWarned = penalties.warnings.some(
    ({ contravention, at }) =>
      contravention === order.contravention &&
      dateInLondon(now) <= monthsLater(dateInLondon(at), warningHoldsMonths),
  )
  return isWarned
    ? undefined
    : refused({
        message: 'The declarant was not warned of this before.',
        mend: 'Give a warning letter, or state why it is penalised at once.',
        zh: { message: '此前未就此警告申报人。', mend: '请先发警告信，或说明直接处罚的理由。' },
      })
}

function openPenalty(
  { penalties }: Desk,
  number: number,
  states: readonly Penalty['state'][],
): Result<Penalty> {
  const penalty = penalties.own.find((one) => one.number === number)
  return penalty !== undefined && states.includes(penalty.state)
    ? success(penalty)
    : failure({
        code: 'not-found',
        path: '/number',
        message: `There is no penalty ${number} with which this can be done.`,
        mend: 'Read the dossier again; somebody may have dealt with it.',
        zh: {
          message: `没有可执行此操作的第 ${number} 号处罚。`,
          mend: '请重新读取卷宗；可能已由他人处理。',
        },
      })
}

function unknownContravention(contravention: string) {
  return {
    code: 'not-found',
    path: '/contravention',
    message: `The office does not penalise ${contravention} on this declaration.`,
    mend: 'Choose a contravention that the office knows, of the law of the acceptance.',
    zh: {
      message: `海关不就该申报处罚 ${contravention}。`,
      mend: '请选择受理当日法律规定的违规事项。',
    },
  } as const
}

const tooLate = {
  message: 'Too long ago to be warned of or penalised.',
  mend: 'Only later declarations can be.',
  zh: { message: '时间过久，不能再警告或处罚。', mend: '只能针对之后的申报。' },
}
