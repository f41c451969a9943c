import { compare } from '../../money/money.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  hasStatement,
  itemsOf,
} from './rule.ts'

/** Rules that hold besides the standard ones where relief for low value (C07) is claimed. */
export const lowValueRules: readonly DeclarationRule[] = [
  {
    id: 'low-value-within-limit',
    severity: 'error',
    dataElement: '1/11',
    mend: 'Declare the consignment without C07, and duty becomes due.',
    breaches(_declaration, { lowValue: { intrinsicValue, limit } }) {
      return breachUnless(
        compare(intrinsicValue, limit) <= 0,
        '/goodsShipment/goodsItems',
        `The goods are worth ${intrinsicValue.amount} ${intrinsicValue.currency}, over the limit of ${limit.amount}.`,
      )
    },
  },
  // The relief goes by the value of the consignment, so a part of it cannot have it.
  {
    id: 'low-value-for-the-whole-consignment',
    severity: 'error',
    dataElement: '1/11',
    mend: 'Declare C07 on every item: the limit is one for the consignment.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          additionalProcedures(item).includes('C07'),
          `${path}/governmentProcedures`,
          `Item ${item.sequenceNumber} has not C07, other items have.`,
        ),
      ),
  },
]

/** Additional procedures beside which 1RV may relieve import VAT: low value, and gifts. */
const permitVatRelief: readonly string[] = ['C07', 'C08']

/** Rules about relief from import VAT (1RV), claimed where VAT was charged at the sale. */
export const vatReliefRules: readonly DeclarationRule[] = [
  {
    id: 'vat-relief-permitted',
    severity: 'error',
    dataElement: '1/11',
    mend: 'Declare 1RV only beside C07 or C08.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const procedures = additionalProcedures(item)
        return breachUnless(
          !procedures.includes('1RV') || procedures.some((code) => permitVatRelief.includes(code)),
          `${path}/governmentProcedures`,
          `Item ${item.sequenceNumber} claims 1RV without a procedure that permits it.`,
        )
      }),
  },
  {
    id: 'vat-relief-stated',
    severity: 'error',
    dataElement: '1/11 and 2/2',
    mend: 'Declare 1RV and the statement RVAT1 together, or neither.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          additionalProcedures(item).includes('1RV') === hasStatement(item, 'RVAT1'),
          `${path}/additionalInformation`,
          `Item ${item.sequenceNumber} declares only one of 1RV and RVAT1.`,
        ),
      ),
  },
  {
    id: 'relieved-vat-not-paid',
    severity: 'error',
    dataElement: '4/3 and 4/8',
    mend: 'Leave out the payment of B00 where 1RV relieves import VAT.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const paysVat = item.commodity?.dutyTaxFees?.some(({ typeCode }) => typeCode === 'B00')
        return breachUnless(
          !(additionalProcedures(item).includes('1RV') && paysVat === true),
          `${path}/commodity/dutyTaxFees`,
          `Item ${item.sequenceNumber} pays import VAT that 1RV relieves.`,
        )
      }),
  },
]
