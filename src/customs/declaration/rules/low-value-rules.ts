import { compare } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  hasStatement,
  itemsOf,
} from './rule.ts'
import { importSets } from './data-set.ts'
import { additionalProceduresAppendix } from './rule-sources.ts'

/** One item with C07 makes the declaration one of low value. */
function claimsLowValue(declaration: Declaration): boolean {
  return itemsOf(declaration).some(({ item }) => additionalProcedures(item).includes('C07'))
}

/** Rules that hold besides the standard ones where relief for low value (C07) is claimed. */
export const lowValueRules: readonly DeclarationRule[] = [
  {
    id: 'low-value-within-limit',
    severity: 'error',
    dataElement: '1/11',
    asks: {
      en: 'Relief for low value (C07) is claimed only for goods within the limit.',
      zh: '低价值免税（C07）仅限价值不超过限额的货物。',
    },
    source: additionalProceduresAppendix,
    dataSets: ['h1'],
    errorCodes: ['CDS40010'],
    needs: ['lowValue'],
    concerns: claimsLowValue,
    mend: {
      en: 'Declare the consignment without C07, and duty becomes due.',
      zh: '请不申报 C07，并缴纳关税。',
    },
    breaches(declaration, { lowValue }) {
      if (lowValue === undefined || !claimsLowValue(declaration)) return []
      const { intrinsicValue, limit } = lowValue
      return breachUnless(compare(intrinsicValue, limit) <= 0, '/goodsShipment/goodsItems', {
        en: `The goods are worth ${intrinsicValue.amount} ${intrinsicValue.currency}, over the limit of ${limit.amount}.`,
        zh: `货物本身价值${intrinsicValue.amount} ${intrinsicValue.currency}，超过限额${limit.amount}。`,
      })
    },
  },
  // The relief goes by the value of the consignment, so a part of it cannot have it.
  {
    id: 'low-value-for-the-whole-consignment',
    severity: 'error',
    dataElement: '1/11',
    asks: {
      en: 'Relief for low value (C07) is claimed for every item of the consignment.',
      zh: '低价值免税（C07）须对整票货物的每一项申报。',
    },
    source: additionalProceduresAppendix,
    dataSets: ['h1'],
    mend: {
      en: 'Declare C07 on every item: the limit is one for the consignment.',
      zh: '请在每一项申报 C07：限额按整票货物计算。',
    },
    breaches(declaration) {
      if (!claimsLowValue(declaration)) return []
      return itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(additionalProcedures(item).includes('C07'), `${path}/governmentProcedures`, {
          en: `Item ${item.sequenceNumber} has not C07, other items have.`,
          zh: `第${item.sequenceNumber}项没有 C07，其他项有。`,
        }),
      )
    },
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
    asks: {
      en: 'Relief from import VAT (1RV) stands beside an additional procedure that permits it.',
      zh: '免征进口增值税（1RV）须与允许它的附加程序一并申报。',
    },
    source: additionalProceduresAppendix,
    dataSets: importSets,
    errorCodes: ['CDS12056'],
    mend: { en: 'Declare 1RV only beside C07 or C08.', zh: '1RV 只能与 C07 或 C08 一并申报。' },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const procedures = additionalProcedures(item)
        return breachUnless(
          !procedures.includes('1RV') || procedures.some((code) => permitVatRelief.includes(code)),
          `${path}/governmentProcedures`,
          {
            en: `Item ${item.sequenceNumber} claims 1RV without a procedure that permits it.`,
            zh: `第${item.sequenceNumber}项申报了 1RV，但没有允许它的附加程序。`,
          },
        )
      }),
  },
  {
    id: 'vat-relief-stated',
    severity: 'error',
    dataElement: '1/11 and 2/2',
    asks: {
      en: 'Relief from import VAT (1RV) and the statement RVAT1 are declared together.',
      zh: '免征进口增值税（1RV）与声明 RVAT1 一并申报。',
    },
    source: additionalProceduresAppendix,
    dataSets: importSets,
    errorCodes: ['CDS12070'],
    mend: {
      en: 'Declare 1RV and the statement RVAT1 together, or neither.',
      zh: '1RV 与声明 RVAT1 须同时申报或都不申报。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          additionalProcedures(item).includes('1RV') === hasStatement(item, 'RVAT1'),
          `${path}/additionalInformation`,
          {
            en: `Item ${item.sequenceNumber} declares only one of 1RV and RVAT1.`,
            zh: `第${item.sequenceNumber}项只申报了 1RV 和 RVAT1 中的一个。`,
          },
        ),
      ),
  },
  {
    id: 'relieved-vat-not-paid',
    severity: 'error',
    dataElement: '4/3 and 4/8',
    asks: {
      en: 'No payment of import VAT is declared where it is relieved.',
      zh: '已免征进口增值税的，不申报其缴纳。',
    },
    source: additionalProceduresAppendix,
    dataSets: importSets,
    errorCodes: ['CDS12101'],
    mend: {
      en: 'Leave out the payment of B00 where 1RV relieves import VAT.',
      zh: '以 1RV 免征进口增值税的，请不要申报 B00 的缴纳。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const paysVat = item.commodity?.dutyTaxFees?.some(({ typeCode }) => typeCode === 'B00')
        return breachUnless(
          !(additionalProcedures(item).includes('1RV') && paysVat === true),
          `${path}/commodity/dutyTaxFees`,
          {
            en: `Item ${item.sequenceNumber} pays import VAT that 1RV relieves.`,
            zh: `第${item.sequenceNumber}项申报缴纳 1RV 已免征的进口增值税。`,
          },
        )
      }),
  },
]
