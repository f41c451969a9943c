import type { CaseState, DebtStanding } from '../../clearance/case-state.ts'
import type { CaseEvent } from '../../clearance/events/case-event.ts'
import type { DebtState } from '../../clearance/life-cycle/side-life-cycles.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import { isZero } from '../../customs/money/decimal.ts'
import {
  type CurrencyCode,
  isPositive,
  type Money,
  negate,
  subtract,
  sum,
} from '../../customs/money/money.ts'

/** Those between whom money moves, as a shopper sees them. */
export type MoneyParty = 'you' | 'shop-or-agent' | 'customs'

/** One amount: what became of it, from whom to whom, and why. */
export interface MoneyLine {
  readonly standing: 'expected' | 'due' | 'paid' | 'refunded'
  readonly from: MoneyParty
  readonly to: MoneyParty
  readonly amount: Money
  readonly why: BilingualText
}

/**
 * The money of a case in lines: expected from the quote until customs has assessed it, afterwards
 * what was charged. Whoever acts for the goods pays customs; a shopper who bears the charges owes
 * them to the shop or agent, so the two payments are separate lines.
 */
export function shopperMoney(state: CaseState, events: readonly CaseEvent[]): readonly MoneyLine[] {
  const settled = settlementsOf(events)
  const isCharged = state.debts.length > 0
  const currencies = currenciesOf([...state.debts.map((debt) => debt.amount), ...settled])
  const lines = [
    ...(isCharged ? [] : expectedLines(state)),
    ...currencies.flatMap((currency) => [
      ...customsLines(debtsIn(state, currency), currency),
      ...refundLines(debtsIn(state, currency), events, currency),
      paidByYou(totalIn(settled, currency)),
      ...(isCharged ? [betweenYouAndShop(state, settled, currency)] : []),
    ]),
  ]
  return lines.filter((line) => !isZero(line.amount.amount))
}

/** What a shopper still has to pay, one amount for each currency; empty where that is nothing. */
export function owedByShopper(lines: readonly MoneyLine[]): readonly Money[] {
  return lines
    .filter((line) => line.standing === 'due' && line.from === 'you')
    .map((line) => line.amount)
}

/** Where customs may still charge; goods that were refused or went back are charged nothing. */
const chargeStillToCome: ReadonlySet<CaseState['main']> = new Set([
  ...(['draft', 'preparing', 'ready', 'stopped', 'lodged', 'registered'] as const),
  ...(['accepted', 'released', 'cleared'] as const),
])

function expectedLines({ main, quote, parties }: CaseState): readonly MoneyLine[] {
  if (quote === undefined || parties === undefined || !chargeStillToCome.has(main)) return []
  const line = { standing: 'expected', amount: quote.dueAtImport } as const
  return parties.payer === 'buyer'
    ? [{ ...line, from: 'you', to: 'shop-or-agent', why: words.expectedFromYou }]
    : [{ ...line, from: 'shop-or-agent', to: 'customs', why: words.expectedFromShop }]
}

/** What was charged by customs and is still open, and what of it has been paid. */
function customsLines(
  debts: readonly DebtStanding[],
  currency: CurrencyCode,
): readonly MoneyLine[] {
  const totalOf = (...states: readonly DebtState[]): Money =>
    totalIn(
      debts.filter((debt) => states.includes(debt.state)).map((debt) => debt.amount),
      currency,
    )
  const line = { from: 'shop-or-agent', to: 'customs', why: words.charged } as const
  return [
    { ...line, standing: 'due', amount: totalOf('due', 'secured') },
    { ...line, standing: 'paid', amount: totalOf('paid', 'refunded') },
  ]
}

/** What customs gave back after payment, to the party that bears the charge. */
function refundLines(
  debts: readonly DebtStanding[],
  events: readonly CaseEvent[],
  currency: CurrencyCode,
): readonly MoneyLine[] {
  const refundedOn = (isBorne: (debt: DebtStanding) => boolean): Money => {
    const ids = new Set(debts.filter(isBorne).map((debt) => debt.debtId))
    const refunds = events.filter((event) => event.type === 'debt-refunded')
    const parts = refunds.filter(({ data }) => ids.has(data.debtId)).map(({ data }) => data.by)
    return totalIn(parts, currency)
  }
  const line = { standing: 'refunded', from: 'customs', to: 'shop-or-agent' } as const
  return [
    { ...line, amount: refundedOn(isBorneByYou), why: words.refundedForYou },
    { ...line, amount: refundedOn((debt) => !isBorneByYou(debt)), why: words.refundedToShop },
  ]
}

/** What is left between the shopper and the shop once customs has charged, in either direction. */
function betweenYouAndShop(
  state: CaseState,
  settled: readonly Money[],
  currency: CurrencyCode,
): MoneyLine {
  const yours = debtsIn(state, currency)
    .filter(isBorneByYou)
    .filter((debt) => debt.state !== 'written-off')
    .map((debt) => debt.amount)
  const rest = subtract(totalIn(yours, currency), totalIn(settled, currency))
  const line = { standing: 'due', from: 'you', to: 'shop-or-agent' } as const
  return isPositive(rest)
    ? { ...line, amount: rest, why: words.dueFromYou }
    : { ...line, from: line.to, to: line.from, amount: negate(rest), why: words.dueToYou }
}

function paidByYou(amount: Money): MoneyLine {
  return { standing: 'paid', from: 'you', to: 'shop-or-agent', amount, why: words.paidByYou }
}

function isBorneByYou(debt: DebtStanding): boolean {
  return debt.payer === 'buyer'
}

function debtsIn({ debts }: CaseState, currency: CurrencyCode): readonly DebtStanding[] {
  return debts.filter((debt) => debt.amount.currency === currency)
}

/** What the buyer has paid towards the charges of the case. */
function settlementsOf(events: readonly CaseEvent[]): readonly Money[] {
  return events.flatMap((event) =>
    event.type === 'charges-settled' && event.data.payer === 'buyer' ? [event.data.amount] : [],
  )
}

/** The sum of the amounts of one currency; amounts of others are left out, not converted. */
function totalIn(amounts: readonly Money[], currency: CurrencyCode): Money {
  return sum(
    amounts.filter((amount) => amount.currency === currency),
    currency,
  )
}

function currenciesOf(amounts: readonly Money[]): readonly CurrencyCode[] {
  return [...new Set(amounts.map((amount) => amount.currency))]
}

const words = {
  expectedFromYou: {
    en: 'Estimated duty and tax; customs decides the final amount.',
    zh: '预计税费，最终金额由海关核定。',
  },
  expectedFromShop: {
    en: 'Estimated duty and tax; they are not charged to you.',
    zh: '预计税费，不由您承担。',
  },
  charged: { en: 'Duty and tax that customs has charged.', zh: '海关核定的税费。' },
  refundedForYou: {
    en: 'Customs lowered the charge after it had been paid; the shop or agent passes this on to you.',
    zh: '海关在缴款后调低了税费，由商家或代购退还给您。',
  },
  refundedToShop: {
    en: 'Customs lowered the charge after it had been paid.',
    zh: '海关在缴款后调低了税费。',
  },
  paidByYou: {
    en: 'You have paid this towards duty and tax.',
    zh: '您已支付的税费。',
  },
  dueFromYou: {
    en: 'Duty and tax on your order; the shop or agent pays them to customs for you.',
    zh: '您订单的税费，由商家或代购代您向海关缴纳。',
  },
  dueToYou: {
    en: 'You have paid more than was charged in the end.',
    zh: '您支付的金额高于最终税费。',
  },
} as const satisfies Record<string, BilingualText>
