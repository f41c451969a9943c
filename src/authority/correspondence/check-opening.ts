import { localDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import type { Lateness } from '../store/correspondence-tables.ts'
import type { AppealedDecision, DecidedRuling } from './appealed-decision.ts'
import { claimFault } from './check-claim.ts'
import type { LastDayOf } from './correspondence-terms.ts'
import type { Appeal, Opening } from './letter.ts'
import { notTaken, taken, type LetterRefusal, type LetterResult } from './letter-refusal.ts'

/** What the office knows of what a letter speaks of. */
export interface OpeningFacts {
  readonly today: LocalDate
  readonly lastDay: LastDayOf
  /** The declaration that the letter names. */
  readonly lodgement?: Pick<Lodgement, 'mrn' | 'state' | 'declaration' | 'acceptedAt'>
  /** Decisions of the kind that is appealed against, the latest first. */
  readonly decisions: readonly (AppealedDecision | DecidedRuling)[]
  /** The thread in which a decision is under review already. */
  readonly underReview: (decision: AppealedDecision) => string | undefined
}

/** What of an appeal follows from the office's own books. */
export interface Admitted {
  readonly appealed?: AppealedDecision
  /** Set where it came after the last day, with a reason that an officer has to look at. */
  readonly lateness?: Lateness
}

/** Whether a letter says what its kind needs, and of an appeal whether it can be heard. */
export function checkOpening(opening: Opening, facts: OpeningFacts): LetterResult<Admitted> {
  const fault =
    partFault(opening) ?? correctionFault(opening, facts) ?? claimFault(opening.claim, facts)
  if (fault !== undefined) return notTaken(fault)
  return opening.appeal === undefined ? taken({}) : admitAppeal(opening, opening.appeal, facts)
}

/** The part that each kind brings with it; no other may come along. */
const PARTS = {
  question: undefined,
  'voluntary-correction': 'correction',
  'repayment-claim': 'claim',
  'ruling-request': 'ruling',
  appeal: 'appeal',
} as const

function partFault(opening: Opening): LetterRefusal | undefined {
  const own = PARTS[opening.kind]
  for (const part of ['correction', 'claim', 'ruling', 'appeal'] as const) {
    const isThere = opening[part] !== undefined
    if (part === own && !isThere) return missing(`/${part}`)
    if (part !== own && isThere) {
      return {
        code: 'malformed',
        path: `/${part}`,
        message: `A letter of the kind ${opening.kind} has no ${part}.`,
        zh: { message: `${opening.kind} 类信函不含 ${part}。` },
      }
    }
  }
  const isAboutEntry =
    opening.kind === 'voluntary-correction' ||
    opening.kind === 'repayment-claim' ||
    (opening.appeal !== undefined && opening.appeal.decision !== 'ruling')
  return isAboutEntry && opening.mrn === undefined ? missing('/mrn') : undefined
}

function missing(path: string): LetterRefusal {
  return {
    code: 'malformed',
    path,
    message: `${path} is missing.`,
    zh: { message: `缺少 ${path}。` },
  }
}

function correctionFault(
  { correction }: Opening,
  { lodgement }: OpeningFacts,
): LetterRefusal | undefined {
  if (correction === undefined || lodgement === undefined) return undefined
  if (lodgement.state !== 'released' && lodgement.state !== 'cleared') {
    return {
      code: 'malformed',
      path: '/mrn',
      message: 'The goods are not released; until then a declaration is amended.',
      zh: { message: '货物尚未放行；放行前应修改报关单。' },
    }
  }
  const known = new Set(lodgement.declaration.items.map(({ sequence }) => sequence))
  const index = correction.items.findIndex(({ goodsItem }) => !known.has(goodsItem))
  return index < 0
    ? undefined
    : {
        code: 'malformed',
        path: `/correction/items/${index}/goodsItem`,
        message: 'The declaration has no such goods item.',
        zh: { message: '报关单没有该商品项。' },
      }
}

function admitAppeal(
  opening: Opening,
  appeal: Appeal,
  facts: OpeningFacts,
): LetterResult<Admitted> {
  const found = decisionMeant(opening, appeal, facts)
  if (!found.ok) return found
  const appealed = found.value
  const other = facts.underReview(appealed)
  if (other !== undefined) return notTaken(reviewed(other))
  const lastDay = facts.lastDay('ask-for-review', appealed.decidedOn)
  if (facts.today <= lastDay) return taken({ appealed })
  return appeal.lateReason === undefined
    ? notTaken(tooLate(lastDay))
    : taken({ appealed, lateness: 'pending' })
}

function decisionMeant(
  { subject, text }: Opening,
  { decision, decidedOn, grounds, thread }: Appeal,
  { decisions }: OpeningFacts,
): LetterResult<AppealedDecision> {
  const day = localDate(decidedOn)
  const isMeant = (one: AppealedDecision) =>
    one.decidedOn === day && (thread === undefined || (one.thread ?? thread) === thread)
  const ofTheDay = decisions.filter(isMeant)
  const [latest, ...others] = ofTheDay
  if (latest === undefined) return notTaken(nothingDecided(decisions))
  // A later re-assessment takes the place of an earlier one; rulings stand beside each other.
  if (decision !== 'ruling' || others.length === 0) return taken(latest)
  const words = `${subject}\n${text}\n${grounds}`
  const named = ofTheDay.filter((one) => namesOf(one).some((name) => words.includes(name)))
  const [only, ...more] = named
  return only === undefined || more.length > 0 ? notTaken(whichRuling) : taken(only)
}

/** By what a letter can speak of a ruling. */
function namesOf(ruling: AppealedDecision | DecidedRuling): readonly string[] {
  const reference = 'rulingReference' in ruling ? [ruling.rulingReference] : []
  return ruling.thread === undefined ? reference : [ruling.thread, ...reference]
}

const whichRuling: LetterRefusal = {
  code: 'malformed',
  path: '/appeal/grounds',
  message:
    'Several rulings were decided on that day; the letter names none of them, or more than one.',
  zh: { message: '当日有多项裁定；信中须写明且仅写明其中一项的编号。' },
}

function nothingDecided(decisions: readonly AppealedDecision[]): LetterRefusal {
  const days = [...new Set(decisions.map(({ decidedOn }) => decidedOn))].join(', ')
  return {
    code: 'nothing-decided',
    path: '/appeal/decidedOn',
    message:
      days === ''
        ? 'The office has taken no such decision.'
        : `The office has taken no such decision on that day; it has on ${days}.`,
    zh: {
      message:
        days === '' ? '海关没有作出该项决定。' : `海关当日没有作出该项决定；作出之日为 ${days}。`,
    },
  }
}

function reviewed(thread: string): LetterRefusal {
  return {
    code: 'malformed',
    path: '/appeal',
    message: `The decision has been put to review in ${thread}.`,
    zh: { message: `该决定已在 ${thread} 中申请复核。` },
  }
}

function tooLate(lastDay: LocalDate): LetterRefusal {
  return {
    code: 'too-late',
    path: '/appeal/decidedOn',
    message: `The last day to ask for a review was ${lastDay}; a later request says why it is late.`,
    zh: { message: `申请复核的最后日期为 ${lastDay}；逾期申请须说明原因。` },
  }
}
