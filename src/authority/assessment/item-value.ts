import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { apportion } from '../../customs/money/apportion.ts'
import {
  addDecimals,
  compareDecimals,
  decimal,
  isNegative,
  multiplyDecimals,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { money } from '../../customs/money/money.ts'
import { round } from '../../customs/money/rounding.ts'
import type { AdditionOrDeduction, LodgedDeclaration } from '../message/lodged-declaration.ts'
import { itemPointer, pointer, type DeclarationError } from '../rules/declaration-error.ts'
import { toSterling, type ExchangeRates } from '../tariff/exchange-rates.ts'
import { valuationCodes, type ValuationCode } from './valuation-code.ts'

/** One sum that makes up the value of an item, in pounds; deductions are negative. */
export interface ValueStep {
  readonly what: string
  readonly amountGbp: DecimalText
}

/** The customs value of one goods item as this office has worked it out, in pounds. */
export interface ItemValue {
  readonly sequence: number
  readonly priceGbp: DecimalText
  readonly customsValueGbp: DecimalText
  /** What VAT is charged on besides the customs value and the duty. */
  readonly vatAdditionsGbp: DecimalText
  readonly steps: readonly ValueStep[]
}

/**
 * The values in the order of the declared items, or every fault that was found in the facts they
 * rest on; a value that would be negative is a fault as well.
 */
export type Valued =
  | { readonly ok: true; readonly values: readonly ItemValue[] }
  | { readonly ok: false; readonly errors: readonly DeclarationError[] }

interface Charge {
  readonly code: ValuationCode
  readonly amountGbp: DecimalText
}

/**
 * Works out the customs value of every item from the message alone: item price (4/14), additions
 * and deductions of the item and its share of those for all items (4/9), at the office's own rate
 * of exchange. Transaction value, Taxation (Cross-border Trade) Act 2018, section 16.
 *
 * A missing or unknown fact is an error of the declaration, never a guess.
 */
export function valueItems(
  declaration: LodgedDeclaration,
  rates: ExchangeRates,
  on: LocalDate,
): Valued {
  const errors: DeclarationError[] = []
  const prices = declaration.items.map((item) => {
    const gbp = item.itemPrice === undefined ? undefined : toSterling(item.itemPrice, rates, on)
    if (gbp !== undefined) return gbp
    const reason = 'The item price is missing, or the office has no rate of exchange for it.'
    errors.push({ code: 'CDS10020', pointer: itemPointer(item.sequence, '23A/79A/112'), reason })
    return decimal('0')
  })
  const read = (declared: readonly AdditionOrDeduction[], where: string): readonly Charge[] =>
    declared.flatMap((addition, index) => {
      const charge = readCharge(addition, rates, on)
      if (charge !== undefined) return [charge]
      errors.push({
        code: 'CDS10020',
        pointer: pointer(`${where}/41A/58B#${index + 1}/371`),
        reason: `The addition or deduction ${addition.code ?? '(no code)'} cannot be worked out.`,
      })
      return []
    })
  const shared = read(declaration.additionsAndDeductions, '42A/67A')
  const own = declaration.items.map((item) =>
    read(item.additionsAndDeductions, `42A/67A/68A#${item.sequence}`),
  )
  if (errors.length > 0) return { ok: false, errors }

  const shares = shareOut(shared, prices, declaration)
  if (shares === undefined) return { ok: false, errors: [nothingToShareBy] }
  const values = declaration.items.map((item, index) =>
    buildUp(item.sequence, prices[index]!, [...own[index]!, ...shares[index]!]),
  )
  const negative = values.filter((value) => isNegative(value.customsValueGbp))
  return negative.length === 0 ? { ok: true, values } : { ok: false, errors: negative.map(tooLow) }
}

function readCharge(
  addition: AdditionOrDeduction,
  rates: ExchangeRates,
  on: LocalDate,
): Charge | undefined {
  const code = valuationCodes.get(addition.code ?? '')
  const amountGbp = addition.amount && toSterling(addition.amount, rates, on)
  return code === undefined || amountGbp === undefined ? undefined : { code, amountGbp }
}

/** The part of each shared charge that falls on each item, to the penny; absent without a measure. */
function shareOut(
  charges: readonly Charge[],
  prices: readonly DecimalText[],
  declaration: LodgedDeclaration,
): readonly (readonly Charge[])[] | undefined {
  const masses = declaration.items.map((item) => item.grossMassKg ?? decimal('0'))
  const shares: Charge[][] = declaration.items.map(() => [])
  for (const charge of charges) {
    const measure = charge.code.apportionedBy === 'price' ? prices : masses
    if (!measure.some((weight) => compareDecimals(weight, decimal('0')) > 0)) return undefined
    for (const [index, part] of apportion(money(charge.amountGbp, 'GBP'), measure).entries()) {
      shares[index]!.push({ code: charge.code, amountGbp: part.amount })
    }
  }
  return shares
}

function buildUp(sequence: number, price: DecimalText, charges: readonly Charge[]): ItemValue {
  const steps = charges
    .filter((charge) => charge.code.effect !== 'add-to-vat-value')
    .map(({ code, amountGbp }) => ({
      what: code.meaning,
      amountGbp: code.effect === 'deduct' ? multiplyDecimals(amountGbp, decimal('-1')) : amountGbp,
    }))
  const vatAdditions = charges
    .filter((charge) => charge.code.effect === 'add-to-vat-value')
    .map((charge) => charge.amountGbp)
  return {
    sequence,
    priceGbp: price,
    customsValueGbp: wholePence(addDecimals(price, ...steps.map((step) => step.amountGbp))),
    vatAdditionsGbp: wholePence(addDecimals(...vatAdditions)),
    steps: [{ what: 'item price', amountGbp: price }, ...steps],
  }
}

/** Every part has been converted or shared out to the penny, so this only writes the zeros. */
function wholePence(amount: DecimalText): DecimalText {
  return round(amount, 2, 'truncate')
}

const nothingToShareBy: DeclarationError = {
  code: 'CDS12123',
  pointer: pointer('42A/67A/41A/58B/181'),
  reason: 'A shared charge cannot be apportioned, because every price or gross mass is zero.',
}

function tooLow(value: ItemValue): DeclarationError {
  return {
    code: 'CDS10045',
    pointer: itemPointer(value.sequence, '41A'),
    reason: `The customs value of item ${value.sequence} would be ${value.customsValueGbp} GBP.`,
  }
}
