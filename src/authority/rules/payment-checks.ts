import { dutyTerritoryOf } from '../assessment/duty-territory.ts'
import { reliefFrom } from '../assessment/reliefs-claimed.ts'
import { measuresChosen } from '../assessment/measures-chosen.ts'
import { isZero } from '../../customs/money/decimal.ts'
import { vatRateOf } from '../assessment/vat-rate.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import {
  fault,
  forEachItem,
  itemFault,
  missingInItem,
  type Check,
  type ItemCheck,
  type OfficeKnowledge,
} from './check.ts'

/** VAT registration number: `GB` and nine digits, twelve for a branch. */
const VAT_NUMBER = /^GB\d{9}(\d{3})?$/

/** `E` deferment account, `A` payment in cash. Other methods are not taken here. */
const PAYMENT_METHODS: readonly (string | undefined)[] = ['E', 'A']

/** Each tax that will be charged names how it is paid. */
const paymentMethods: ItemCheck = (item, declaration, knowledge) =>
  chargedTaxTypes(item, declaration, knowledge).flatMap((taxType) => {
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

/**
 * Low value, gifts and returned goods are free of duty; VAT that is relieved, postponed (FR1), charged at
 * the sale (RVAT1), at a rate of zero or on a movement within the United Kingdom is not paid here.
 */
function chargedTaxTypes(
  item: LodgedItem,
  declaration: LodgedDeclaration,
  knowledge: OfficeKnowledge,
): readonly string[] {
  const isAtRisk = dutyTerritoryOf(item, declaration, knowledge) === 'european-union'
  const tariff = isAtRisk ? knowledge.northernIreland.unionTariff : knowledge.tariff
  const line = tariff.lineFor(item.commodityCode ?? '', knowledge.on)
  const vatFree =
    declaration.taxParties.some((party) => party.roleCode === 'FR1') ||
    item.statementCodes.some((code) => code === 'RVAT1' || code === 'NIDOM') ||
    reliefFrom('B00', item) !== undefined ||
    (line !== undefined && isZero(vatRateOf(item, line, knowledge).rate))
  if (isAtRisk) return ['A50', ...(vatFree ? [] : ['B00', 'B05'])]
  const dutyFree = reliefFrom('A00', item) !== undefined
  const beside = measuresChosen(item, knowledge).chosen.map(({ taxType }) => taxType)
  return [...(dutyFree ? [] : ['A00']), ...beside, ...(vatFree ? [] : ['B00'])]
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
