import { describe, expect, it } from 'vitest'
import { declarationCodes, ruleContext } from '../../../../test/rule-context.ts'
import { localDate } from '../../calendar/local-date.ts'
import { money } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import { codedItemFields } from './coded-item-fields.ts'
import { codedShipmentFields } from './coded-shipment-fields.ts'
import { codeListRules } from './code-list-rules.ts'

function withItem(item: Omit<GoodsItem, 'sequenceNumber'>): Declaration {
  return { functionCode: '9', goodsShipment: { goodsItems: [{ sequenceNumber: 1, ...item }] } }
}

/** For each rule a declaration whose one code is listed, and one whose code is in no list. */
const codes: Readonly<Record<string, readonly [string, string, (code: string) => Declaration]>> = {
  procedure: [
    '6110',
    '4099',
    (code) =>
      withItem({
        governmentProcedures: [{ currentCode: code.slice(0, 2), previousCode: code.slice(2) }],
      }),
  ],
  'additional-procedure': [
    'F01',
    'Q99',
    (currentCode) => withItem({ governmentProcedures: [{ currentCode }] }),
  ],
  'previous-document': [
    'DCR',
    'QQQ',
    (typeCode) => ({ functionCode: '9', goodsShipment: { previousDocuments: [{ typeCode }] } }),
  ],
  statement: [
    'NIIMP',
    'QQQQQ',
    (statementCode) => withItem({ additionalInformation: [{ statementCode }] }),
  ],
  document: [
    'N935',
    'Q999',
    (code) =>
      withItem({
        additionalDocuments: [{ categoryCode: code.slice(0, 1), typeCode: code.slice(1) }],
      }),
  ],
  'document-status': [
    'AE',
    'QQ',
    (statusCode) => withItem({ additionalDocuments: [{ statusCode }] }),
  ],
  'warehouse-type': [
    'U',
    'Q',
    (typeCode) => ({ functionCode: '9', goodsShipment: { warehouse: { typeCode } } }),
  ],
  representation: ['2', '9', (functionCode) => ({ functionCode: '9', agent: { functionCode } })],
  'supply-chain-role': [
    'FW',
    'QQ',
    (roleCode) => withItem({ mutualRecognitionParties: [{ roleCode }] }),
  ],
  authorisation: [
    'DPO',
    'QQQ',
    (categoryCode) => ({ functionCode: '9', authorisationHolders: [{ categoryCode }] }),
  ],
  'fiscal-reference': ['FR1', 'FR9', (roleCode) => withItem({ taxParties: [{ roleCode }] })],
  'delivery-terms': [
    'DAP',
    'QQQ',
    (conditionCode) => ({ functionCode: '9', goodsShipment: { tradeTerms: { conditionCode } } }),
  ],
  'carriage-payment': [
    'A',
    'Q',
    (paymentMethodCode) => ({
      functionCode: '9',
      consignment: { freight: { paymentMethodCode } },
    }),
  ],
  'tax-type': [
    'B00',
    'Q00',
    (typeCode) => withItem({ commodity: { dutyTaxFees: [{ typeCode }] } }),
  ],
  'payment-method': [
    'E',
    'Q',
    (methodCode) => withItem({ commodity: { dutyTaxFees: [{ payment: { methodCode } }] } }),
  ],
  addition: [
    'AK',
    'QQ',
    (chargesTypeCode) =>
      withItem({ customsValuation: { chargeDeductions: [{ chargesTypeCode }] } }),
  ],
  currency: [
    'CNY',
    'QQQ',
    (currency) => ({ functionCode: '9', invoiceAmount: money('1', currency) }),
  ],
  'valuation-method': ['1', '7', (methodCode) => withItem({ customsValuation: { methodCode } })],
  preference: [
    '300',
    '999',
    (dutyRegimeCode) => withItem({ commodity: { dutyTaxFees: [{ dutyRegimeCode }] } }),
  ],
  country: ['CN', 'QQ', (countryCode) => withItem({ origins: [{ countryCode, typeCode: '1' }] })],
  'goods-location': [
    'LHRLHRLHR',
    'QQQQQQQQQ',
    (name) => ({
      functionCode: '9',
      goodsShipment: {
        consignment: {
          goodsLocation: { name, typeCode: 'A', address: { typeCode: 'U', countryCode: 'GB' } },
        },
      },
    }),
  ],
  office: ['GBBEL004', 'GB999999', (id) => ({ functionCode: '9', supervisingOffice: { id } })],
  'package-type': [
    'CT',
    '0Q',
    (typeCode) => withItem({ packagings: [{ sequenceNumber: 1, typeCode }] }),
  ],
  'classification-part': [
    'TSP',
    'QQ',
    (typeCode) => withItem({ commodity: { classifications: [{ typeCode }] } }),
  ],
  'transport-mode': [
    '4',
    '0',
    (modeCode) => ({ functionCode: '9', borderTransportMeans: { modeCode } }),
  ],
  'transport-identity': [
    '40',
    '99',
    (identificationTypeCode) => ({
      functionCode: '9',
      borderTransportMeans: { identificationTypeCode },
    }),
  ],
  'guarantee-type': [
    '1',
    'Q',
    (securityDetailsCode) => ({
      functionCode: '9',
      obligationGuarantees: [{ securityDetailsCode }],
    }),
  ],
  'transaction-nature': [
    '11',
    'Q',
    (transactionNatureCode) => ({ functionCode: '9', goodsShipment: { transactionNatureCode } }),
  ],
}

describe('the code lists of a declaration', () => {
  it.each(Object.entries(codes))('%s: a listed code is kept, another found', (id, entry) => {
    const [listed, unlisted, declarationWith] = entry
    const rule = codeListRules.find((each) => each.id === `code-listed-${id}`)
    expect(rule?.breaches(declarationWith(listed), ruleContext)).toEqual([])
    expect(rule?.breaches(declarationWith(unlisted), ruleContext)).toHaveLength(1)
  })

  it('are each proved', () => {
    const ids = codeListRules.map((rule) => rule.id.replace('code-listed-', ''))
    expect(Object.keys(codes).toSorted()).toEqual(ids.toSorted())
  })

  it('make errors only of lists that are complete', () => {
    const fields = [...codedShipmentFields, ...codedItemFields]
    const wrong = fields.filter(({ id, list }) => {
      const rule = codeListRules.find((each) => each.id === `code-listed-${id}`)
      return (rule?.severity === 'error') !== declarationCodes.lists[list].isComplete
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('are asked on the day of the entry', () => {
    const procedures = declarationCodes.lists['additional-procedure-codes']
    expect(procedures.has('21V', localDate('2022-09-19'))).toBe(false)
    expect(procedures.has('21V', localDate('2022-09-20'))).toBe(true)
  })
})
