import type { BilingualText } from '../bilingual-text.ts'
import { knownDay } from '../calendar/known-day.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import type { Destination } from '../destination/destination.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import { compareDecimals, type DecimalText, multiplyDecimals, shortest } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import type { Rounding } from '../money/rounding.ts'
import { present } from '../present.ts'
import type { ChargeCount } from './charge-count.ts'
import { type Charging, UNTOLD, type WorkedCharge } from './charging.ts'
import type { ChargeLaw } from './landed-charge.ts'
import { payerOf } from './payer-of.ts'
import { roundToStep } from './round-to-step.ts'

/** What was worked out for a charge, before share and rounding. */
export interface WorkedAmount {
  readonly exact: Money
  readonly rate: string
  /** The arithmetic, up to the equals sign or with what it comes to. */
  readonly words: BilingualText
  readonly wordsEnd?: 'before-result' | 'with-result'
  readonly base?: Money | undefined
  readonly lineIndex?: number
  /** The rest where the charge is of a measure of the tariff, which has a name and a law of its own. */
  readonly own?: Partial<
    Pick<WorkedCharge, 'kind' | 'name' | 'measure' | 'declaredHeading' | 'law'>
  >
  /** A law of the destination other than the rule's, by its id, and since when it is as it is. */
  readonly law?: string | undefined
  readonly inForceFrom?: LocalDate | undefined
  readonly expression?: DutyExpression | undefined
  readonly edition?: string | undefined
  readonly count?: ChargeCount | undefined
}

/** What was done to the exact amount, in words. */
const roundingWords: Readonly<Record<Rounding, BilingualText>> = {
  truncate: { en: 'cut to', zh: '截断为' },
  'half-up': { en: 'rounded to', zh: '四舍五入为' },
  'half-even': { en: 'rounded to', zh: '按银行家舍入为' },
}

/** Makes the charge: takes the share that is collected, rounds as the authority does, says both. */
export function chargeOf(rule: ChargeRule, worked: WorkedAmount, charging: Charging): WorkedCharge {
  const { facts, regime } = charging
  const { exact, rate, base, lineIndex, own, law, inForceFrom } = worked
  const rounding = rule.rounding ?? charging.rounding
  const due = rule.share === undefined ? exact.amount : multiplyDecimals(exact.amount, rule.share)
  const amount: Money = { amount: roundToStep(due, rounding), currency: exact.currency }
  const statutory: Money =
    rule.share === undefined
      ? amount
      : { amount: roundToStep(exact.amount, rounding), currency: exact.currency }
  const lawReference = own?.law ?? lawIfAny(facts.destination, law ?? rule.law)
  return {
    rule: rule.id,
    kind: own?.kind ?? rule.kind,
    name: own?.name ?? rule.name,
    lineNumber: lineIndex === undefined ? undefined : lineIndex + 1,
    base,
    rate,
    amount,
    expression: worked.expression,
    edition: worked.edition,
    statutory,
    formula:
      charging.changed === undefined
        ? formulaOf(worked, { due, amount, share: rule.share, rounding: rounding.rule })
        : UNTOLD,
    law: lawReference,
    inForceFrom: knownDay(
      inForceFrom ?? own?.law?.inForceFrom ?? rule.validFrom ?? regime.validFrom,
    ),
    payer: payerOf(rule, facts.request),
    collector: rule.collector,
    timing: rule.timing,
    rounding,
    confidence: leastCertain(rule.confidence, regime.confidence),
    measure: own?.measure,
    declaredHeading: own?.declaredHeading,
    count: worked.count,
  }
}

/** A charge is known no better than the regime that it is charged under. */
function leastCertain(
  left: ChargeRule['confidence'],
  right: ChargeRule['confidence'],
): ChargeRule['confidence'] {
  return leastFirst.find((level) => level === left || level === right)!
}

const leastFirst = ['unverified', 'secondary', 'verified'] as const

function lawIfAny(destination: Destination, id: string | undefined): ChargeLaw | undefined {
  return id === undefined ? undefined : lawOf(destination, id)
}

/**
 * The law of a name.
 * @throws Error when the destination has none: its reader follows every name, so this is a fault.
 */
export function lawOf({ destination, laws }: Destination, id: string): ChargeLaw {
  const cited = citedLaws.get(laws) ?? new Map(laws.map((law) => [law.id, citationOf(law)]))
  citedLaws.set(laws, cited)
  const law = cited.get(id)
  if (law === undefined) throw new Error(`${destination} has no law ${id}`)
  return law
}

type Law = Destination['laws'][number]

/** The laws of a destination as charges cite them, by their ids. */
const citedLaws = new WeakMap<readonly Law[], ReadonlyMap<string, ChargeLaw>>()

function citationOf({ title, url, inForceFrom }: Law): ChargeLaw {
  return present({ title, url, inForceFrom: knownDay(inForceFrom) })
}

function formulaOf(
  { exact, words, wordsEnd = 'before-result' }: WorkedAmount,
  made: {
    readonly due: DecimalText
    readonly amount: Money
    readonly share: string | undefined
    readonly rounding: Rounding
  },
): BilingualText {
  const { due, amount, share, rounding } = made
  const dueMoney: Money = { amount: shortest(due), currency: exact.currency }
  const factor = share === undefined ? '' : ` × ${share}`
  const isTold = share === undefined && wordsEnd === 'with-result'
  const result = isTold ? '' : `${factor} = ${moneyText(dueMoney)}`
  if (compareDecimals(dueMoney.amount, amount.amount) === 0) {
    // An amount that is charged as it stands needs no equation.
    if (words.en === moneyText(dueMoney)) return words
    return { en: words.en + result, zh: words.zh + result }
  }
  const { en, zh } = roundingWords[rounding]
  return {
    en: `${words.en}${result}, ${en} ${moneyText(amount)}`,
    zh: `${words.zh}${result}，${zh} ${moneyText(amount)}`,
  }
}
