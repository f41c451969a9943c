import type { Declaration } from '../declaration.ts'
import { breachUnless, type DeclarationRule, documentCodes, itemsOf } from './rule.ts'

/** Methods of element 4/8 that draw on a deferment account: payment and security. */
const defermentMethods: readonly string[] = ['E', 'R']

/** Whether any tax of any item draws on a deferment account. */
function usesDeferment(declaration: Declaration): boolean {
  return itemsOf(declaration)
    .flatMap(({ item }) => item.commodity?.dutyTaxFees ?? [])
    .some(({ payment }) => defermentMethods.includes(payment?.methodCode ?? ''))
}

/** Whether somebody is declared to hold an authorisation of that kind. */
function hasHolder(declaration: Declaration, categoryCode: string): boolean {
  return (declaration.authorisationHolders ?? []).some((each) => each.categoryCode === categoryCode)
}

/** Rules about how duty and VAT are paid. */
export const paymentRules: readonly DeclarationRule[] = [
  {
    id: 'deferment-account-declared',
    severity: 'error',
    dataElement: '2/6 and 4/8',
    mend: 'Declare the account as document 1DAN with seven digits.',
    breaches(declaration) {
      if (!usesDeferment(declaration)) return []
      const isDeclared = declaration.additionalDocuments?.some(
        ({ categoryCode, typeCode, id = '' }) =>
          categoryCode === '1' && typeCode === 'DAN' && /^\d{7}$/.test(id),
      )
      return breachUnless(
        isDeclared ?? false,
        '/additionalDocuments',
        'Payment is deferred, and no deferment account is declared.',
      )
    },
  },
  {
    id: 'deferment-authorised',
    severity: 'error',
    dataElement: '3/39 and 2/3',
    mend: 'Declare the holder of the authorisation as DPO, and document C506 on every item.',
    breaches(declaration) {
      if (!usesDeferment(declaration)) return []
      return [
        ...breachUnless(
          hasHolder(declaration, 'DPO'),
          '/authorisationHolders',
          'Payment is deferred, and no holder of a deferment authorisation is declared.',
        ),
        ...itemsOf(declaration).flatMap(({ item, path }) =>
          breachUnless(
            documentCodes(item).includes('C506'),
            `${path}/additionalDocuments`,
            `Item ${item.sequenceNumber} does not name the deferment authorisation C506.`,
          ),
        ),
      ]
    },
  },
  {
    id: 'guarantee-complete',
    severity: 'error',
    dataElement: '8/2, 8/3 and 3/39',
    mend: 'Declare document C505, the holder as CGU and the guarantee with type 0 or 1 together.',
    breaches(declaration) {
      const named = itemsOf(declaration).some(({ item }) => documentCodes(item).includes('C505'))
      const guarantees = declaration.obligationGuarantees ?? []
      const held = hasHolder(declaration, 'CGU')
      if (!named && !held && guarantees.length === 0) return []
      const isComplete =
        named &&
        held &&
        guarantees.some(
          ({ id, securityDetailsCode }) =>
            id !== undefined && ['0', '1'].includes(securityDetailsCode ?? ''),
        )
      return breachUnless(
        isComplete,
        '/obligationGuarantees',
        'Of authorisation, holder and reference of the comprehensive guarantee one is missing.',
      )
    },
  },
  {
    id: 'postponed-vat-number',
    severity: 'error',
    dataElement: '3/40 and 4/8',
    mend: 'Declare the VAT number as GB and nine digits with role FR1, and no payment of B00.',
    breaches(declaration) {
      const taxParties = declaration.goodsShipment?.taxParties ?? []
      return taxParties.flatMap(({ id = '', roleCode }, index) => {
        if (roleCode !== 'FR1') return []
        return [
          ...breachUnless(
            /^GB\d{9}(\d{3})?$/.test(id),
            `/goodsShipment/taxParties/${index}/id`,
            `"${id}" is no VAT number of the United Kingdom.`,
          ),
          ...itemsOf(declaration).flatMap(({ item, path }) =>
            breachUnless(
              !(item.commodity?.dutyTaxFees ?? []).some(({ typeCode }) => typeCode === 'B00'),
              `${path}/commodity/dutyTaxFees`,
              `Item ${item.sequenceNumber} pays import VAT, though it is accounted for in the VAT return.`,
            ),
          ),
        ]
      })
    },
  },
]
