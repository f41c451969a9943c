import { add, compare, isPositive, type Money, subtract, sum, zero } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import { causeOfDifference } from './cause-of-difference.ts'
import type { Charge, Quote } from './quote.ts'
import type { AssessedTaxLine, QuotedTax, TaxDifference } from './tax-difference.ts'

/**
 * Compares what was quoted with what the authority assessed and names the cause of each difference.
 * Taxes that came to the same amount are no difference, whatever the way to it.
 *
 * @param exchangeRates lets a difference be traced to the official rate of another period
 */
export function explainDifferences(
  quote: Quote,
  lines: readonly AssessedTaxLine[],
  exchangeRates?: ExchangeRates,
): readonly TaxDifference[] {
  const quotedTaxes = mergedCharges(quote.charges.filter(isTax))
  const assessedTaxes = mergedByTax(lines)
  const differences = [...quotedTaxes].flatMap(([key, quoted]) => {
    const assessed = assessedTaxes.get(key)
    if (assessed === undefined) return lineMissing(quoted)
    if (compare(quoted.amount, assessed.assessed) === 0) return []
    const { itemNumber, taxType } = assessed
    return {
      ...{ itemNumber, taxType, quoted: quoted.amount, assessed: assessed.assessed },
      ...causeOfDifference(quoted, assessed, {
        ...{ quote, exchangeRates },
        dutyDifference: dutyDifference(itemNumber, quotedTaxes, assessedTaxes),
      }),
    }
  })
  const notQuoted = [...assessedTaxes].filter(([key]) => !quotedTaxes.has(key))
  return [...differences, ...notQuoted.flatMap(([, assessed]) => extraLine(assessed))]
}

/** Fees and VAT charged at sale are no business of the authority and are never compared. */
function isTax(charge: Charge): charge is QuotedTax {
  return charge.itemNumber !== undefined && charge.taxType !== undefined
}

/** What makes two lines speak of the same tax. */
function keyOf(tax: { readonly itemNumber: number; readonly taxType: string }): string {
  return `${tax.itemNumber} ${tax.taxType}`
}

/** Two measures may be declared as one tax; then only their sum can be compared. */
function mergedCharges(charges: readonly QuotedTax[]): ReadonlyMap<string, QuotedTax> {
  const merged = new Map<string, QuotedTax>()
  for (const charge of charges) {
    const before = merged.get(keyOf(charge))
    const { rate: _, base: __, ...sum } = charge
    merged.set(
      keyOf(charge),
      before === undefined ? charge : { ...sum, amount: add(before.amount, charge.amount) },
    )
  }
  return merged
}

/** A tax may come in several lines, one per component; then only their sum can be compared. */
function mergedByTax(lines: readonly AssessedTaxLine[]): ReadonlyMap<string, AssessedTaxLine> {
  const merged = new Map<string, AssessedTaxLine>()
  for (const line of lines) {
    const before = merged.get(keyOf(line))
    const { itemNumber, taxType } = line
    merged.set(
      keyOf(line),
      before === undefined
        ? line
        : { itemNumber, taxType, assessed: add(before.assessed, line.assessed) },
    )
  }
  return merged
}

/**
 * By how much the duties of an item together were assessed otherwise, which its value for VAT takes over.
 */
function dutyDifference(
  itemNumber: number,
  quotedTaxes: ReadonlyMap<string, QuotedTax>,
  assessedTaxes: ReadonlyMap<string, AssessedTaxLine>,
): Money | undefined {
  const quoted = dutiesOf(itemNumber, [...quotedTaxes.values()]).map(({ amount }) => amount)
  const assessed = dutiesOf(itemNumber, [...assessedTaxes.values()]).map((line) => line.assessed)
  const [first] = [...quoted, ...assessed]
  if (first === undefined) return undefined
  return subtract(sum(assessed, first.currency), sum(quoted, first.currency))
}

const vatTypes: ReadonlySet<string> = new Set(['B00', 'B05'])

/** VAT is charged on all the others: B00, and in Northern Ireland B05 on the duty of the Union. */
function dutiesOf<Tax extends { readonly itemNumber: number; readonly taxType: string }>(
  itemNumber: number,
  taxes: readonly Tax[],
): readonly Tax[] {
  return taxes.filter((tax) => tax.itemNumber === itemNumber && !vatTypes.has(tax.taxType))
}

/** A tax of nothing that the authority leaves out is no difference to anybody. */
function lineMissing(quoted: QuotedTax): readonly TaxDifference[] {
  if (!isPositive(quoted.amount)) return []
  const { itemNumber, taxType, name, amount } = quoted
  return [
    {
      ...{ itemNumber, taxType, quoted: amount },
      assessed: zero(amount.currency),
      cause: 'line-missing',
      explanation: {
        en: `${name.en} of ${moneyText(amount)} was quoted for item ${itemNumber}, but customs assessed none.`,
        zh: `第${itemNumber}项报价含${name.zh}${moneyText(amount)}，但海关未核定该税。`,
      },
    },
  ]
}

/** A line of nothing is how an authority shows a relief; it asks for no explanation. */
function extraLine(line: AssessedTaxLine): readonly TaxDifference[] {
  if (!isPositive(line.assessed)) return []
  const { itemNumber, taxType, assessed } = line
  return [
    {
      ...{ itemNumber, taxType, assessed },
      quoted: zero(assessed.currency),
      cause: 'extra-line',
      explanation: {
        en: `Customs assessed ${moneyText(assessed)} of tax type ${taxType} on item ${itemNumber}, which was not quoted.`,
        zh: `海关对第${itemNumber}项核定了报价中没有的税种${taxType}，金额${moneyText(assessed)}。`,
      },
    },
  ]
}
