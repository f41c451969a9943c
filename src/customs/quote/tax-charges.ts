import type { DutyExpression } from '../duty/duty-expression.ts'
import type { WorkedCharge } from '../landed-cost/charging.ts'
import type { ChargeLaw } from '../landed-cost/landed-charge.ts'
import type { LawReference, Laws } from '../law/law.ts'
import { decimal, fractionDigits } from '../money/decimal.ts'
import type { Order } from '../order/order.ts'
import { present } from '../present.ts'
import type { Charge } from './quote.ts'

/** How the authority codes the taxes of a sale. */
const taxes = {
  'customs-duty': { kind: 'customs-duty', taxType: 'A00' },
  'import-tax': { kind: 'import-vat', taxType: 'B00' },
} as const

/** What holds for every tax of a consignment. */
export interface TaxTerms {
  readonly laws: Laws
  readonly borneBy: Order['dutiesBilledTo']
}

/** A charge of a sale that falls due at the border. */
type ImportTax = WorkedCharge & { readonly kind: keyof typeof taxes }

/** The taxes of one goods item that fall due at the border, in the terms of its declaration. */
export function taxCharges(
  charges: readonly WorkedCharge[],
  itemNumber: number,
  terms: TaxTerms,
): readonly Charge[] {
  return charges
    .filter((charge) => charge.lineNumber === itemNumber)
    .filter(isImportTax)
    .map((charge) => taxCharge(charge, itemNumber, terms))
}

function isImportTax(charge: WorkedCharge): charge is ImportTax {
  return charge.kind in taxes && charge.timing === 'at-import'
}

function taxCharge(charge: ImportTax, itemNumber: number, { laws, borneBy }: TaxTerms): Charge {
  const { name, base, amount, formula, rounding } = charge
  const law = charge.law && lawReference(charge.law, laws)
  return {
    ...taxes[charge.kind],
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
function expressionOf({ rule, expression }: ImportTax): DutyExpression {
  if (expression === undefined) throw new Error(`the rate of ${rule} has no expression`)
  return expression
}

/** A rate that stands in the law and not in a tariff is known by the law and its first day. */
function editionOf({ rule, edition, inForceFrom }: ImportTax, law?: LawReference): string {
  return edition ?? [law?.id ?? rule, inForceFrom].filter((part) => part !== undefined).join('-')
}

/** The law as the case cites it; one that only the tariff knows keeps the name that it has there. */
function lawReference({ title, url, inForceFrom }: ChargeLaw, laws: Laws): LawReference {
  const known = [...laws.values()].find((law) => law.title === title)
  return known ?? present({ id: title, title, url: url ?? UK_TRADE_TARIFF, inForceFrom })
}

/** Where every measure of the tariff can be read with its law. */
const UK_TRADE_TARIFF = 'https://www.trade-tariff.service.gov.uk/'
