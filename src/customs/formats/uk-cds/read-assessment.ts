import { childNamed, childrenNamed, type XmlElement } from '../../xml/xml-element.ts'
import type { PaymentDemand, TaxLine } from './notification.ts'
import { optional } from './optional.ts'
import { dateOf, decimalOf, moneyOf, quantityOf, textOf, wholeNumberOf } from './response-values.ts'

/** The tax lines of all goods items, in the order of the message. */
export function taxLinesOf(declaration: XmlElement): readonly TaxLine[] {
  const shipment = childNamed(declaration, 'GoodsShipment')
  const items = shipment === undefined ? [] : childrenNamed(shipment, 'GovernmentAgencyGoodsItem')
  return items.flatMap((item) => {
    const goodsItemNumber = wholeNumberOf(item, 'SequenceNumeric') ?? 0
    const commodity = childNamed(item, 'Commodity')
    const fees = commodity === undefined ? [] : childrenNamed(commodity, 'DutyTaxFee')
    return fees.map((fee) => taxLineOf(fee, goodsItemNumber))
  })
}

function taxLineOf(fee: XmlElement, goodsItemNumber: number): TaxLine {
  const payment = childNamed(fee, 'Payment')
  return {
    goodsItemNumber,
    taxType: textOf(fee, 'TypeCode') ?? '',
    ...optional('dutyRegimeCode', textOf(fee, 'DutyRegimeCode')),
    ...optional('taxBase', moneyOf(fee, 'AdValoremTaxBaseAmount')),
    ...optional('specificTaxBase', quantityOf(fee, 'SpecificTaxBaseQuantity')),
    ...optional('ratePercent', decimalOf(childNamed(fee, 'TaxRateNumeric'))),
    ...optional('deducted', moneyOf(fee, 'DeductAmount')),
    ...optional('assessed', payment && moneyOf(payment, 'TaxAssessedAmount')),
    ...optional('payable', payment && moneyOf(payment, 'PaymentAmount')),
  }
}

/** A payment wanted for the declaration as a whole. */
export function demandOf(fee: XmlElement): PaymentDemand {
  const payment = childNamed(fee, 'Payment')
  if (payment === undefined) return { guaranteeReferences: [] }
  return {
    ...optional('referenceId', textOf(payment, 'ReferenceID')),
    ...optional('assessed', moneyOf(payment, 'TaxAssessedAmount')),
    ...optional('payable', moneyOf(payment, 'PaymentAmount')),
    ...optional('dueAt', dateOf(payment, 'DueDateTime')),
    guaranteeReferences: childrenNamed(payment, 'ObligationGuarantee').flatMap(
      (guarantee) => textOf(guarantee, 'ReferenceID') ?? [],
    ),
  }
}
