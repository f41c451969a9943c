import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import {
  fault,
  forEachItem,
  itemFault,
  missingInItem,
  type Check,
  type ItemCheck,
} from './check.ts'

/** VAT registration number: `GB` and nine digits, twelve for a branch. */
const VAT_NUMBER = /^GB\d{9}(\d{3})?$/

/** `E` deferment account, `A` payment in cash. Other methods are not taken here. */
const PAYMENT_METHODS: readonly (string | undefined)[] = ['E', 'A']

/** Each tax that will be charged names how it is paid. */
const paymentMethods: ItemCheck = (item, declaration) =>
  chargedTaxTypes(item, declaration).flatMap((taxType) => {
    const declared = item.taxTypes.find((tax) => tax.taxTypeCode === taxType)
    const where = '23A/50A/94A/107'
    if (declared?.paymentMethodCode === undefined) {
      return missingInItem(item, undefined, { where, what: `The method of payment of ${taxType}` })
    }
    const reason = `method of payment ${declared.paymentMethodCode} is not taken here.`
    return PAYMENT_METHODS.includes(declared.paymentMethodCode)
      ? []
      : [itemFault(item, 'CDS10020', { where, reason })]
  })

/** Low value is free of duty; VAT postponed (FR1) or charged at the sale (RVAT1) is not paid here. */
function chargedTaxTypes(item: LodgedItem, { taxParties }: LodgedDeclaration): readonly string[] {
  const dutyFree = item.additionalProcedureCodes.includes('C07')
  const vatFree =
    taxParties.some((party) => party.roleCode === 'FR1') || item.statementCodes.includes('RVAT1')
  return [...(dutyFree ? [] : ['A00']), ...(vatFree ? [] : ['B00'])]
}

const deferment: Check = (declaration, { defermentAccount }) => {
  const defers = declaration.items
    .flatMap((item) => item.taxTypes)
    .some((tax) => tax.paymentMethodCode === 'E')
  const [account, ...others] = declaration.defermentAccounts
  if (others.length > 0) {
    return [fault('CDS10003', '02A/D005', 'More than one deferment account is declared.')]
  }
  if (account === undefined) {
    const reason = 'Method E is declared, but no deferment account (2/6).'
    return defers ? [fault('CDS12078', '02A/D005', reason)] : []
  }
  if (!defers) return [fault('CDS12102', '02A/D005', 'A deferment account, but no method E.')]
  const known = defermentAccount(account)
  return known !== undefined && known.state === 'active' && mayUse(declaration, known.holder)
    ? []
    : [fault('CDS12125', '02A/D005', `Deferment account ${account} cannot be used here.`)]
}

/** The holder of the account is importer, declarant, or named as holder of the authorisation DPO. */
function mayUse(declaration: LodgedDeclaration, holder: string): boolean {
  const authorised = declaration.authorisationHolders
    .filter((party) => party.categoryCode === 'DPO')
    .map((party) => party.id)
  return [declaration.importer.id, declaration.declarant.id, ...authorised].includes(holder)
}

const postponedVat: Check = ({ taxParties }) =>
  taxParties
    .filter((party) => party.roleCode === 'FR1' && !VAT_NUMBER.test(party.id ?? ''))
    .map((party) => fault('CDS12013', '67A/55B/R119', `${party.id ?? '(none)'} is no VAT number.`))

/** Rules about how the debt will be paid. */
export const paymentChecks: readonly Check[] = [
  forEachItem(paymentMethods),
  deferment,
  postponedVat,
]
