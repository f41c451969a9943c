import type { BilingualText } from '../bilingual-text.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import { jsonPointer } from '../json-pointer.ts'
import { apportion } from '../money/apportion.ts'
import { addDecimals, type DecimalText, multiplyDecimals } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import { combineAll, failure, type Failure, type Result, success } from '../result.ts'
import { convertAmount } from '../valuation/official-rates.ts'
import { dueOnceFor } from './charge-count.ts'
import { chargeOf } from './charge-of.ts'
import type { Charging, WorkedCharge } from './charging.ts'
import { longerCodeNeeded } from './fact-needed.ts'

type AmountRate = Extract<ChargeRule['rate'], { from: 'amount' }>

/** The lines among which an amount is counted. */
interface Counting {
  readonly rate: AmountRate
  readonly lines: readonly number[]
}

/** What an amount is due for, in words. */
const eachWords: Readonly<Record<AmountRate['each'], BilingualText>> = {
  consignment: { en: 'a consignment', zh: '每票' },
  'declaration-line-hs6': { en: 'a tariff line (six digits)', zh: '每个六位税目' },
  'declaration-line': { en: 'a tariff line', zh: '每个税目' },
  piece: { en: 'a piece', zh: '每件' },
  'kg-gross': { en: 'a kilogram gross', zh: '每千克毛重' },
}

/** Charges of so much for each consignment, declaration line, piece or kilogram. */
export function amountsByCount(
  rule: ChargeRule,
  counting: Counting,
  charging: Charging,
): Result<readonly WorkedCharge[]> {
  const { facts, on } = charging
  const { rate, lines } = counting
  if (lines.length === 0) return success([])
  const { currency } = facts.destination
  const each = convertAmount(facts.rates, rate.amount, { to: currency, on, path: '' })
  if (!each.ok) return each
  switch (rate.each) {
    case 'consignment':
      return success([counted(rule, { rate, each: each.value.money }, charging)])
    case 'declaration-line-hs6':
    case 'declaration-line':
      return byDeclarationLine(rule, { each: each.value.money, ...counting }, charging)
    case 'piece':
    case 'kg-gross':
      return byQuantity(rule, { each: each.value.money, ...counting }, charging)
  }
}

/** The amount once. */
function counted(
  rule: ChargeRule,
  { rate, each }: { readonly rate: AmountRate; readonly each: Money },
  charging: Charging,
): WorkedCharge {
  const words = { en: moneyText(each), zh: moneyText(each) }
  return chargeOf(rule, { exact: each, rate: rateText(rate), words }, charging)
}

/**
 * Goods of one tariff class and one origin are one line of the declaration, however many lines the
 * order has for them; its amount is shared over these by price.
 */
function byDeclarationLine(
  rule: ChargeRule,
  { rate, lines, each }: Counting & { readonly each: Money },
  charging: Charging,
): Result<readonly WorkedCharge[]> {
  const keys = combineAll(lines.map((index) => declarationLineOf(rate, index, charging)))
  if (!keys.ok) return keys
  const groups = [...new Set(keys.value)].map((key) =>
    lines.filter((_, position) => keys.value[position] === key),
  )
  const charges = groups.flatMap((group) => {
    const prices = group.map((index) => priceOf(index, charging))
    const shares = apportion(each, prices)
    const count = dueOnceFor(group)
    return group.map((lineIndex, position) => {
      const share = shares[position]!
      const words = sharedWords(each, group)
      return chargeOf(
        rule,
        { exact: share, rate: rateText(rate), words, lineIndex, count },
        charging,
      )
    })
  })
  return success(charges)
}

function priceOf(index: number, { valued }: Charging): DecimalText {
  const { price } = valued.lines[index]!.parts
  if (!price.ok) throw new Error('a line without a price is not charged')
  return price.value.amount
}

function sharedWords(each: Money, group: readonly number[]): BilingualText {
  if (group.length === 1) return { en: moneyText(each), zh: moneyText(each) }
  const numbers = group.map((index) => index + 1)
  return {
    en: `share by price of ${moneyText(each)} in lines ${numbers.join(', ')}`,
    zh: `${moneyText(each)} 按货价在第${numbers.join('、')}行间分摊`,
  }
}

function declarationLineOf(
  { each }: AmountRate,
  index: number,
  { facts: { request } }: Charging,
): Result<string> {
  const { commodityCode, origin } = request.lines[index]!
  if (commodityCode === undefined) return failure(missing(index, 'commodityCode'))
  if (origin === undefined) return failure(missing(index, 'origin'))
  if (each === 'declaration-line-hs6' && commodityCode.length < 6 && request.lines.length > 1) {
    // Whether its goods share a subheading with another line cannot be said.
    return failure(longerCodeNeeded(commodityCode, { request, lineIndex: index }))
  }
  const code = each === 'declaration-line-hs6' ? commodityCode.slice(0, 6) : commodityCode
  return success(`${code} ${origin}`)
}

function byQuantity(
  rule: ChargeRule,
  { rate, lines, each }: Counting & { readonly each: Money },
  charging: Charging,
): Result<readonly WorkedCharge[]> {
  const { lines: stated } = charging.facts.request
  const quantities = combineAll(
    lines.map((index): Result<DecimalText> => {
      if (rate.each === 'piece') return success(String(stated[index]!.quantity) as DecimalText)
      const weight = stated[index]!.grossWeightKg
      return weight === undefined ? failure(missing(index, 'grossWeightKg')) : success(weight)
    }),
  )
  if (!quantities.ok) return quantities
  const worked = (quantity: DecimalText, lineIndex?: number) => {
    const text = `${quantity} × ${moneyText(each)}`
    return chargeOf(
      rule,
      {
        exact: { amount: multiplyDecimals(each.amount, quantity), currency: each.currency },
        rate: rateText(rate),
        words: { en: text, zh: text },
        ...(lineIndex !== undefined && { lineIndex }),
      },
      charging,
    )
  }
  if (rule.per === 'consignment') return success([worked(addDecimals(...quantities.value))])
  return success(quantities.value.map((quantity, position) => worked(quantity, lines[position])))
}

function rateText({ amount, each }: AmountRate): string {
  return `${moneyText(amount)} ${eachWords[each].en}`
}

const factWords = {
  commodityCode: { en: 'commodity code', zh: '商品编码' },
  origin: { en: 'country of origin', zh: '原产国' },
  grossWeightKg: { en: 'gross weight', zh: '毛重' },
} as const

function missing(index: number, fact: keyof typeof factWords): Failure {
  const { en, zh } = factWords[fact]
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', index, fact),
    message: `Line ${index + 1} states no ${en}, by which a charge is counted.`,
    mend: `State the ${en} of these goods.`,
    zh: {
      message: `第${index + 1}行没有填写${zh}，而某项费用据此计算。`,
      mend: `请填写这些货物的${zh}。`,
    },
  }
}
