import type { CaseState } from '../../clearance/case-state.ts'
import type { CaseEvent } from '../../clearance/events/case-event.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import { compare, type Money } from '../../customs/money/money.ts'
import type { DifferenceCause } from '../../customs/quote/tax-difference.ts'

/** Duty and tax that came out otherwise than a shopper who bears them was told before. */
export interface ChangedCharges {
  readonly expected: Money
  readonly charged: Money
  /** Why, one sentence for each reason; never empty. */
  readonly why: readonly BilingualText[]
}

/**
 * How the charges differ from the estimate; nothing where they do not, or where the shopper does not
 * bear them and never had an estimate to compare with.
 */
export function changedCharges(
  { quote, assessment, parties }: CaseState,
  events: readonly CaseEvent[],
): ChangedCharges | undefined {
  if (quote === undefined || assessment === undefined || parties?.payer !== 'buyer')
    return undefined
  const { dueAtImport: expected } = quote
  const { payable: charged } = assessment
  if (expected.currency !== charged.currency || compare(expected, charged) === 0) return undefined
  const wasExamined = events.some(({ type }) => type === 'examination-ordered')
  const causes = new Set(assessment.differences.map(({ cause }) => plainCauseOf(cause)))
  const reasons = [...causes].filter((cause) => cause !== 'follows').map((cause) => words[cause])
  const stated = reasons.length === 0 ? [words.other] : reasons
  return { expected, charged, why: wasExamined ? [words.examined, ...stated] : stated }
}

type PlainCause = 'kind' | 'value' | 'rate' | 'exchange' | 'other' | 'follows'

/**
 * The causes as a shopper can tell them apart. A tax that comes or goes, or has another rate, shows
 * that customs took the goods for something else than was stated.
 */
const plainCause: Readonly<Record<DifferenceCause, PlainCause>> = {
  'commodity-code-differs': 'kind',
  'rate-differs': 'rate',
  'extra-line': 'rate',
  'line-missing': 'rate',
  'value-differs': 'value',
  'exchange-rate-differs': 'exchange',
  'amount-differs': 'other',
  rounding: 'other',
  'follows-from-duty': 'follows',
}

/** A record keeps causes as text, so that one from an older list may be among them. */
function plainCauseOf(cause: string): PlainCause {
  return Object.hasOwn(plainCause, cause) ? plainCause[cause as DifferenceCause] : 'other'
}

const words: Readonly<Record<Exclude<PlainCause, 'follows'> | 'examined', BilingualText>> = {
  examined: {
    en: 'Customs has looked at the goods.',
    zh: '海关已查看货物。',
  },
  kind: {
    en: 'They are of another kind than the papers said, and other goods bear other duty.',
    zh: '货物种类与文件所述不同，税率也随之不同。',
  },
  rate: {
    en: 'Customs charged another rate than was estimated, as it does when the goods are not quite what the papers said.',
    zh: '海关适用的税率与预计不同，通常是因为货物与文件所述不完全一致。',
  },
  value: {
    en: 'Customs counts the goods at another value than the papers said.',
    zh: '海关认定的商品价值与文件所述不同。',
  },
  exchange: {
    en: 'Customs converted the price at the exchange rate of another period.',
    zh: '海关按另一时期的汇率折算价格。',
  },
  other: {
    en: 'Customs worked out another amount than was estimated.',
    zh: '海关计算的税费与预计不同。',
  },
}
