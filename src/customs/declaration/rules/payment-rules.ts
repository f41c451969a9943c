import type { Declaration } from '../declaration.ts'
import { breachUnless, type DeclarationRule, documentCodes, itemsOf } from './rule.ts'
import { fullImportSets } from './data-set.ts'
import { importGuide } from './rule-sources.ts'

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
    asks: { en: 'Who defers payment declares the account.', zh: '延期付款的须申报延期付款账户。' },
    source: importGuide(2),
    dataSets: fullImportSets,
    errorCodes: ['CDS12078'],
    mend: {
      en: 'Declare the account as document 1DAN with seven digits.',
      zh: '请以单证 1DAN 申报七位数字的账户号码。',
    },
    breaches(declaration) {
      if (!usesDeferment(declaration)) return []
      const isDeclared = declaration.additionalDocuments?.some(
        ({ categoryCode, typeCode, id = '' }) =>
          categoryCode === '1' && typeCode === 'DAN' && /^\d{7}$/.test(id),
      )
      return breachUnless(isDeclared ?? false, '/additionalDocuments', {
        en: 'Payment is deferred, and no deferment account is declared.',
        zh: '申报了延期付款，但没有申报延期付款账户。',
      })
    },
  },
  {
    id: 'deferment-authorised',
    severity: 'error',
    dataElement: '3/39 and 2/3',
    asks: {
      en: 'Who defers payment declares the authorisation and its holder.',
      zh: '延期付款的须申报授权及其持有人。',
    },
    source: importGuide(2),
    dataSets: fullImportSets,
    errorCodes: ['CDS12096', 'CDS12120'],
    mend: {
      en: 'Declare the holder of the authorisation as DPO, and document C506 on every item.',
      zh: '请以 DPO 申报授权持有人，并在每一项申报单证 C506。',
    },
    breaches(declaration) {
      if (!usesDeferment(declaration)) return []
      return [
        ...breachUnless(hasHolder(declaration, 'DPO'), '/authorisationHolders', {
          en: 'Payment is deferred, and no holder of a deferment authorisation is declared.',
          zh: '申报了延期付款，但没有申报延期付款授权的持有人。',
        }),
        ...itemsOf(declaration).flatMap(({ item, path }) =>
          breachUnless(documentCodes(item).includes('C506'), `${path}/additionalDocuments`, {
            en: `Item ${item.sequenceNumber} does not name the deferment authorisation C506.`,
            zh: `第${item.sequenceNumber}项没有申报延期付款授权单证 C506。`,
          }),
        ),
      ]
    },
  },
  {
    id: 'guarantee-complete',
    severity: 'error',
    dataElement: '8/2, 8/3 and 3/39',
    asks: {
      en: 'Authorisation, holder and reference of a comprehensive guarantee are declared together.',
      zh: '总担保的授权、持有人和参考号须一并申报。',
    },
    source: importGuide(8),
    dataSets: ['h1', 'h3', 'h4'],
    errorCodes: ['CDS12113', 'CDS12096'],
    mend: {
      en: 'Declare document C505, the holder as CGU and the guarantee with type 0 or 1 together.',
      zh: '请一并申报单证 C505、授权持有人 CGU 以及类型为0或1的担保。',
    },
    breaches(declaration) {
      const named = itemsOf(declaration).some(({ item }) => documentCodes(item).includes('C505'))
      const guarantees = declaration.obligationGuarantees ?? []
      const held = hasHolder(declaration, 'CGU')
      if (!named && !held) return []
      const isComplete =
        named &&
        held &&
        guarantees.some(
          ({ id, securityDetailsCode }) =>
            id !== undefined && ['0', '1'].includes(securityDetailsCode ?? ''),
        )
      return breachUnless(isComplete, '/obligationGuarantees', {
        en: 'Of authorisation, holder and reference of the comprehensive guarantee one is missing.',
        zh: '总担保的授权、持有人和参考号缺少其一。',
      })
    },
  },
  {
    id: 'postponed-vat-number',
    severity: 'error',
    dataElement: '3/40 and 4/8',
    asks: {
      en: 'Postponed import VAT is claimed by a VAT number of the United Kingdom, and not paid.',
      zh: '递延核算进口增值税须以英国增值税号申报，且不申报缴纳。',
    },
    source: importGuide(3),
    dataSets: fullImportSets,
    errorCodes: ['CDS12013'],
    mend: {
      en: 'Declare the VAT number as GB and nine digits with role FR1, and no payment of B00.',
      zh: '请以角色 FR1 申报 GB 加九位数字的增值税号，且不申报 B00 的缴纳。',
    },
    breaches(declaration) {
      const taxParties = declaration.goodsShipment?.taxParties ?? []
      return taxParties.flatMap(({ id = '', roleCode }, index) => {
        if (roleCode !== 'FR1') return []
        return [
          ...breachUnless(/^GB\d{9}(\d{3})?$/.test(id), `/goodsShipment/taxParties/${index}/id`, {
            en: `"${id}" is no VAT number of the United Kingdom.`,
            zh: `“${id}”不是英国的增值税号。`,
          }),
          ...itemsOf(declaration).flatMap(({ item, path }) =>
            breachUnless(
              !(item.commodity?.dutyTaxFees ?? []).some(({ typeCode }) => typeCode === 'B00'),
              `${path}/commodity/dutyTaxFees`,
              {
                en: `Item ${item.sequenceNumber} pays import VAT, though it is accounted for in the VAT return.`,
                zh: `第${item.sequenceNumber}项申报缴纳进口增值税，但该税已在增值税申报表中核算。`,
              },
            ),
          ),
        ]
      })
    },
  },
]
