import type { DutyExpression } from '../duty/duty-expression.ts'
import type { WorkedCharge } from '../landed-cost/charging.ts'
import type { AssessedDuty } from '../landed-cost/duty-option.ts'
import type { ChargeLaw } from '../landed-cost/landed-charge.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import type { LawReference, Laws } from '../law/law.ts'
import type { MeasureTypes } from '../measures/measure-type.ts'
import { decimal, fractionDigits } from '../money/decimal.ts'
import type { Order } from '../order/order.ts'
import { present } from '../present.ts'
import type { Charge } from './quote.ts'
import { type DutyTerritory, taxTypeOf } from './tax-type.ts'

/**
 * How the authority codes the taxes that do not depend on the measure; the duty of the Union has a code
 * of its own.
 */
const dutyTypes: Readonly<Record<DutyTerritory, string>> = { GB: 'A00', XI: 'A50' }

/** The VAT on the duty of the Union is declared apart from that on the goods. */
const VAT_ON_UNION_DUTY = 'vat-on-union-duty'

/** What holds for every tax of a consignment. */
export interface TaxTerms {
  readonly laws: Laws
  readonly borneBy: Order['dutiesBilledTo']
  /** The types of measures of the tariff, which say as what tax each is declared. */
  readonly types: MeasureTypes
  /** Whose duty is charged: in Northern Ireland that of the Union on goods at risk. */
  readonly territory?: DutyTerritory
}

/** The taxes of one goods item that fall due at the border, in the terms of its declaration. */
export function taxCharges(
  { charges, charging }: ReckonedSale,
  itemNumber: number,
  terms: TaxTerms,
): readonly Charge[] {
  const duties = charging.tariffs[itemNumber - 1]?.option.duties ?? []
  return charges
    .filter(({ lineNumber, timing }) => lineNumber === itemNumber && timing === 'at-import')
    .flatMap((charge) => {
      // A duty keeps the name of its measure, by which its charge is known again.
      const duty = duties.find(({ name }) => name === charge.name)
      const tax = taxOf(charge, duty, terms)
      return tax === undefined ? [] : [taxCharge(charge, { itemNumber, tax, terms })]
    })
}

type Tax = Required<Pick<Charge, 'taxType'>> & Pick<Charge, 'kind'>

function taxOf(
  { kind, rule }: WorkedCharge,
  duty: AssessedDuty | undefined,
  { types, territory = 'GB' }: TaxTerms,
): Tax | undefined {
  if (kind === 'customs-duty') return { kind, taxType: dutyTypes[territory] }
  if (kind === 'import-tax') {
    return { kind: 'import-vat', taxType: rule === VAT_ON_UNION_DUTY ? 'B05' : 'B00' }
  }
  if (kind !== 'additional-duty' && kind !== 'excise') return undefined
  const taxType = duty && taxTypeOf(duty, types, territory)
  if (taxType === undefined) throw new Error('a duty that is not declared is not quoted')
  return { kind, taxType }
}

function taxCharge(
  charge: WorkedCharge,
  {
    itemNumber,
    tax,
    terms: { laws, borneBy },
  }: { readonly itemNumber: number; readonly tax: Tax; readonly terms: TaxTerms },
): Charge {
  const { name, base, amount, formula, rounding } = charge
  const law = charge.law && lawReference(charge.law, laws)
  return {
    ...tax,
    ...{ name, itemNumber },
    ...(base && { base }),
    rate: { text: charge.rate, expression: expressionOf(charge), edition: editionOf(charge, law) },
    ...{ amount, formula },
    ...(law && { law }),
    borneBy,
    rounding: { rule: rounding.rule, decimals: fractionDigits(decimal(rounding.to)) },
    collector: 'customs',
    timing: 'at-import',
  }
}

/** @throws Error for a rate without terms, which no tax at the British border has */
function expressionOf({ rule, expression }: WorkedCharge): DutyExpression {
  if (expression === undefined) throw new Error(`the rate of ${rule} has no expression`)
  return expression
}

/** A rate that stands in the law and not in a tariff is known by the law and its first day. */
function editionOf({ rule, edition, inForceFrom }: WorkedCharge, law?: LawReference): string {
  return edition ?? [law?.id ?? rule, inForceFrom].filter((part) => part !== undefined).join('-')
}

/** The law as the case cites it; one that only the tariff knows keeps the name that it has there. */
function lawReference({ title, url, inForceFrom }: ChargeLaw, laws: Laws): LawReference {
  const known = [...laws.values()].find((law) => law.title === title)
  return known ?? present({ id: title, title, url: url ?? UK_TRADE_TARIFF, inForceFrom })
}

/** Where every measure of the tariff can be read with its law. */
const UK_TRADE_TARIFF = 'https://www.trade-tariff.service.gov.uk/'
