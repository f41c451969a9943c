import { type DecimalText, fromBig, toBig } from '../../../money/decimal.ts'
import { notComputable } from './not-computable.ts'
import type { NotComputableRate, SpecificRate } from './rate.ts'
import { leadingUnit } from './rate-units.ts'

/** One of the terms of a rate that are added up. */
export type RateTerm =
  | { readonly kind: 'ad-valorem'; readonly share: DecimalText; readonly valueBasis?: string }
  | { readonly kind: 'specific'; readonly rate: SpecificRate }
  | NotComputableRate

const PERCENTAGE = /^(\d{1,9}(?:\.\d{1,9})?) ?(?:%|percent\b) ?(.*)$/
const MIXED_PERCENTAGE = /^(\d{1,9}) (\d{1,3})\/([1-9]\d{0,2}) ?(?:%|percent\b)$/
const DOLLARS = /^\$ ?(\d{0,9}(?:\.\d{1,9})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,9})?)(?: (?=each)|\/)(.*)$/
const CENTS = /^(\d{1,9}(?:\.\d{1,9})?|(?:\d{1,9} )?\d{1,3}\/[1-9]\d{0,2})¢(?: (?=each)|\/)(.*)$/

/** Reads one term, such as `14.9%`, `1.5¢ each` or `5.9¢/kg on drained weight`. */
export function readRateTerm(term: string): RateTerm {
  const mixed = MIXED_PERCENTAGE.exec(term)
  if (mixed !== null) return mixedPercentage(term, mixed)
  const [, percent, valueWords] = PERCENTAGE.exec(term) ?? []
  if (percent !== undefined && valueWords !== undefined) {
    return adValorem(term, percent, valueWords)
  }
  const amount = amountOf(term)
  return amount === undefined ? untold(term) : specific(term, amount)
}

/** Words that mean the whole of the goods, so that the share is one of the customs value. */
const WHOLE_VALUE =
  /^(ad val(\.|orem)?|on the entire set|on the full value of the imported article)?$/

/** A value of the whole goods other than the customs value: what they retail for, what they cost. */
const OTHER_VALUE = /^of the (fair retail value|cost of .+)$/

function adValorem(term: string, percent: string, valueWords: string): RateTerm {
  const share = fromBig(toBig(percent as DecimalText).times('0.01'))
  if (WHOLE_VALUE.test(valueWords)) return { kind: 'ad-valorem', share }
  const [, valueBasis] = OTHER_VALUE.exec(valueWords) ?? []
  if (valueBasis !== undefined) return { kind: 'ad-valorem', share, valueBasis }
  return /^(up)?on /.test(valueWords)
    ? notComputable('part-of-goods', term)
    : notComputable('unread', term)
}

/** `33 1/3%`: the whole percents and the fraction of one, over a hundred. */
function mixedPercentage(term: string, [, whole, part, parts]: RegExpExecArray): RateTerm {
  const denominator = fromBig(toBig(parts as DecimalText).times(100))
  const numerator = fromBig(
    toBig(whole as DecimalText)
      .times(parts!)
      .plus(part!),
  )
  const ratio = { numerator, denominator }
  const share = exactQuotient(ratio)
  if (share !== undefined) return { kind: 'ad-valorem', share }
  return { ...notComputable('no-exact-decimal', term), ratio }
}

/** A fraction as a decimal, where one states it exactly: a half does, a third does not. */
function exactQuotient({ numerator, denominator }: Ratio): DecimalText | undefined {
  const quotient = toBig(numerator).div(denominator)
  return quotient.times(denominator).eq(numerator) ? fromBig(quotient) : undefined
}

type Ratio = NonNullable<NotComputableRate['ratio']>

/** An amount in dollars, and the words behind it that say for what. */
interface Amount {
  readonly dollars: DecimalText
  readonly perWords: string
}

function amountOf(term: string): Amount | undefined {
  const [, dollars = '', perDollars] = DOLLARS.exec(term) ?? []
  if (dollars !== '' && perDollars !== undefined) {
    const plain = dollars.replaceAll(',', '').replace(/^\./, '0.')
    return { dollars: fromBig(toBig(plain as DecimalText)), perWords: perDollars }
  }
  const [, cents, perCents] = CENTS.exec(term) ?? []
  if (cents === undefined || perCents === undefined) return undefined
  const plain = plainCents(cents)
  if (plain === undefined) return undefined
  return { dollars: fromBig(toBig(plain).times('0.01')), perWords: perCents }
}

/** `1.5`, `1/2` or `2 1/2` as a decimal; nothing where none states it exactly. */
function plainCents(cents: string): DecimalText | undefined {
  const [, whole = '0', part, parts] = /^(?:(\d+) )?(\d+)\/(\d+)$/.exec(cents) ?? []
  if (part === undefined || parts === undefined) return cents as DecimalText
  const fraction = exactQuotient({
    numerator: part as DecimalText,
    denominator: parts as DecimalText,
  })
  return fraction && fromBig(toBig(fraction).plus(whole))
}

function specific(term: string, { dollars, perWords }: Amount): RateTerm {
  const found = leadingUnit(perWords)
  if (found === undefined) return notComputable('unknown-unit', term)
  const { unit: per, count, rest } = found
  const amount = count === '1' ? dollars : fromBig(toBig(dollars).times('0.001'))
  const rate = { amount, currency: 'USD', per } as const
  const words = rest.trim()
  if (words === '') return { kind: 'specific', rate }
  if (/^over \d/.test(words)) return notComputable('part-of-goods', term)
  const basis = basisOf(words)
  if (basis === undefined) return notComputable('unknown-basis', term)
  return METAL_AFTER_LOSSES.test(basis)
    ? notComputable('metal-content-after-losses', term)
    : { kind: 'specific', rate: { ...rate, basis } }
}

const METAL_AFTER_LOSSES = /^(copper|lead|zinc) content$/

/** What the schedule has weighed or measured beside the goods as they come. */
const bases: ReadonlySet<string> = new Set([
  'drained weight',
  'total sugars',
  'contents and container',
  'entire contents of container',
  'including weight of container',
  'immediate containers',
  'recording surface',
])

/** The content of one substance: `tungsten content`, `ethyl alcohol content`. */
const CONTENT = /^[a-z]+( [a-z]+)? content$/

function basisOf(words: string): string | undefined {
  const [, basis = ''] = /^(?:(?:on|of) |, )(.+)$/.exec(words) ?? []
  return bases.has(basis) || CONTENT.test(basis) ? basis : undefined
}

/** Words without an amount for a unit: what is dutiable is only a piece or part. */
function untold(term: string): NotComputableRate {
  return /\bfor each\b/.test(term)
    ? notComputable('part-of-goods', term)
    : notComputable('unread', term)
}
