import { describe, expect, it } from 'vitest'
import { ruleContext } from '../../../../test/rule-context.ts'
import { decimal } from '../../money/decimal.ts'
import { money } from '../../money/money.ts'
import type { Declaration, GoodsShipment } from '../declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import { documentRules } from './document-rules.ts'
import { goodsItemRules } from './goods-item-rules.ts'
import { headerRules } from './header-rules.ts'
import { movementRules } from './movement-rules.ts'
import { procedureRules } from './procedure-rules.ts'
import { referenceRules } from './reference-rules.ts'
import { relationRules } from './relation-rules.ts'
import type { RuleContext } from './rule.ts'
import { taxRules } from './tax-rules.ts'

type Items = readonly Omit<GoodsItem, 'sequenceNumber'>[]

function of(shipment: GoodsShipment, header: Partial<Declaration> = {}): Declaration {
  return { functionCode: '9', typeCode: 'IMA', ...header, goodsShipment: shipment }
}

function withItems(items: Items, header: Partial<Declaration> = {}): Declaration {
  return of(
    { goodsItems: items.map((item, index) => ({ sequenceNumber: index + 1, ...item })) },
    header,
  )
}

const stating = (...codes: readonly string[]): Omit<GoodsItem, 'sequenceNumber'> => ({
  additionalInformation: codes.map((statementCode) => ({ statementCode })),
})

const procedure = (code: string, ...additional: readonly string[]) => ({
  governmentProcedures: [
    { currentCode: code.slice(0, 2), previousCode: code.slice(2) },
    ...additional.map((currentCode) => ({ currentCode })),
  ],
})

const referring = (typeCode: string, ...ids: readonly string[]): Declaration =>
  of({ previousDocuments: ids.map((id) => ({ categoryCode: 'Z', typeCode, id })) })

const paying = (methodCode: string) => ({
  commodity: { dutyTaxFees: [{ payment: { methodCode } }] },
})
const account = { additionalDocuments: [{ categoryCode: '1', typeCode: 'DAN', id: '1108654' }] }
const deferment = { additionalDocuments: [{ categoryCode: 'C', typeCode: '506', id: 'GBDPO1' }] }
const held = (statusCode: string) => ({
  additionalDocuments: [{ categoryCode: 'N', typeCode: '935', id: '1', statusCode }],
})
const internalMarket = {
  additionalDocuments: [{ categoryCode: '1', typeCode: 'UKI', id: 'XIUKIM1', statusCode: 'AC' }],
}
const waiver = { categoryCode: '9', typeCode: '99L' }
const one = 'GB553202734852'
const other = 'GB603202734852'
const packed = (packageQuantity: number) => ({
  packagings: [{ sequenceNumber: 1, typeCode: 'CT', packageQuantity }],
})
const quota = (dutyRegimeCode: string, quotaOrderNumber: string) => ({
  commodity: { dutyTaxFees: [{ dutyRegimeCode, quotaOrderNumber }] },
})
const priced = (amount: string, currency: string) => ({
  commodity: { invoiceLine: { itemCharge: money(amount, currency) } },
})
const assessed = (currency: string) => ({
  commodity: { dutyTaxFees: [{ payment: { taxAssessed: money('1', currency) } }] },
})
const weighing = (net: string) => ({
  commodity: { goodsMeasure: { netMass: { value: decimal(net) } } },
})

/** By rule: a declaration that keeps it, one that breaks it, and what the context has besides. */
const planted: Readonly<
  Record<string, readonly [Declaration, Declaration, Partial<RuleContext>?]>
> = {
  'declaration-type-fits': [withItems([]), withItems([], { typeCode: 'EXA' })],
  'item-count-declared': [withItems([], { goodsItemQuantity: 1 }), withItems([])],
  'ducr-form': [referring('DCR', '6GB553202734852-TW-1'), referring('DCR', 'no reference')],
  'ducr-declared': [referring('DCR', '6GB553202734852-TW-1'), referring('355', '1')],
  'ducr-on-export': [referring('DCR', '6GB553202734852-TW-1'), referring('355', '1')],
  'mucr-form': [referring('MCR', 'GB/4I3P-DSL3CDGQ'), referring('MCR', 'four words of text')],
  'mucr-once': [referring('MCR', 'A:98046216229'), referring('MCR', 'A:98046216229', 'A:1')],
  'records-entry-dated': [referring('CLE', '20260225'), referring('CLE', '25/02/2026')],
  'acceptance-within-180-days': [
    of({}, { acceptedAt: '2026-03-14T12:00:00Z' }),
    of({}, { acceptedAt: '2026-03-13T12:00:00Z' }),
  ],
  'one-movement': [withItems([stating('NIDOM')]), withItems([stating('NIDOM', 'NIIMP')])],
  'nirem-shows-authorisation': [
    withItems([{ ...stating('NIREM', 'NIIMP'), ...internalMarket }]),
    withItems([stating('NIREM', 'NIIMP')]),
  ],
  'subsidy-or-not-at-risk': [withItems([stating('NIREM')]), withItems([stating('NIREM', 'NIAID')])],
  'niimp-on-every-item': [
    withItems([stating('NIIMP'), stating('NIIMP')]),
    withItems([stating('NIIMP'), {}]),
  ],
  'nidom-on-every-item': [
    withItems([stating('NIDOM'), stating('NIDOM')]),
    withItems([stating('NIDOM'), {}]),
  ],
  'niexp-on-every-item': [
    withItems([stating('NIEXP'), stating('NIEXP')]),
    withItems([stating('NIEXP'), {}]),
  ],
  'nirem-with-movement': [withItems([stating('NIREM', 'NIIMP')]), withItems([stating('NIREM')])],
  'niaid-with-movement': [withItems([stating('NIAID', 'NIDOM')]), withItems([stating('NIAID')])],
  'onward-supply-relief-stated': [
    withItems([{ ...procedure('4200', '000'), ...stating('OSR42', 'NIIMP') }]),
    withItems([{ ...procedure('4200', '000'), ...stating('NIIMP') }]),
  ],
  'waiver-not-in-northern-ireland': [
    withItems([{ additionalDocuments: [{ categoryCode: '9', typeCode: '99L' }] }]),
    withItems([{ additionalDocuments: [waiver, waiver] }]),
  ],
  'document-reason-stated': [
    withItems([{ additionalDocuments: [{ statusCode: 'XX', name: 'not of this kind' }] }]),
    withItems([{ additionalDocuments: [{ statusCode: 'XX' }] }]),
  ],
  'document-once': [
    withItems([deferment]),
    withItems([
      {
        additionalDocuments: [...deferment.additionalDocuments, ...deferment.additionalDocuments],
      },
    ]),
  ],
  'document-identified': [
    withItems([deferment]),
    withItems([{ additionalDocuments: [{ categoryCode: 'C', typeCode: '506' }] }]),
  ],
  'document-status-consistent': [
    withItems([held('AE'), held('AE')]),
    withItems([held('AE'), held('JE')]),
  ],
  'counted-before-on-supplementary': [
    withItems([held('EA')], { typeCode: 'IMY' }),
    withItems([held('EA')]),
  ],
  'one-preferential-origin': [
    withItems([{ origins: [{ countryCode: 'TN', typeCode: '2' }] }]),
    withItems([
      {
        origins: [
          { countryCode: 'TN', typeCode: '2' },
          { countryCode: '2020', typeCode: '2' },
        ],
      },
    ]),
  ],
  'exit-summary-carrier': [
    withItems([procedure('0012', '17X')], { consignment: { carrier: { id: one } } }),
    withItems([procedure('0012', '17X')]),
  ],
  'amendment-statement-later': [withItems([stating('NIIMP')]), withItems([stating('UVC01')])],
  'procedures-declared': [
    withItems([procedure('4000', 'C07', '1RV')]),
    withItems([procedure('4000', 'C07', 'C07')]),
  ],
  'additional-procedure-beside-export': [
    withItems([procedure('1040', '3LV')]),
    withItems([procedure('1040', 'D01')]),
  ],
  'additional-procedure-beside-import': [
    withItems([procedure('6110', 'F01')]),
    withItems([procedure('6110', 'D01')]),
  ],
  'super-reduced-on-every-item': [
    withItems([procedure('4000', '000')]),
    withItems([procedure('4000', '1H7')]),
  ],
  'one-category': [
    withItems([procedure('5100', '000'), procedure('5171', '000')]),
    withItems([procedure('5100', '000'), procedure('5300', 'D01')]),
    { dataSet: 'h4' },
  ],
  'procedure-authorised': [
    withItems([procedure('5100', '000')], {
      authorisationHolders: [{ id: one, categoryCode: 'IPO' }],
    }),
    withItems([procedure('5100', '000')]),
    { dataSet: 'h4' },
  ],
  'returned-goods-evidenced': [
    withItems([{ ...procedure('6110', 'F01'), ...deferment }]),
    withItems([procedure('6110', 'F01')]),
  ],
  'deferment-account-used': [withItems([paying('E')], account), withItems([paying('A')], account)],
  'deferment-document-used': [
    withItems([{ ...paying('E'), ...deferment }]),
    withItems([{ ...paying('A'), ...deferment }]),
  ],
  'tax-amounts-in-sterling': [withItems([assessed('GBP')]), withItems([assessed('EUR')])],
  'manual-tax-stated': [
    withItems([{ ...assessed('GBP'), ...stating('OVR01') }]),
    withItems([assessed('GBP')]),
  ],
  'quota-with-preference': [
    withItems([quota('120', '050023')]),
    withItems([quota('100', '050023')]),
  ],
  'quota-of-the-united-kingdom': [
    withItems([quota('120', '050023')]),
    withItems([quota('120', '094067')]),
  ],
  'importer-is-not-exporter': [
    of({ importer: { id: one } }, { exporter: { id: other } }),
    of({ importer: { id: one } }, { exporter: { id: one } }),
  ],
  'importer-is-not-buyer': [
    of({ importer: { id: one }, buyer: { id: other } }),
    of({ importer: { id: one }, buyer: { id: one } }),
  ],
  'consignee-is-not-exporter': [
    of({ consignee: { id: one } }, { exporter: { id: other } }),
    of({ consignee: { id: one } }, { exporter: { id: one } }),
  ],
  'buyer-at-one-level': [
    withItems([{ buyer: { id: one } }]),
    of({ buyer: { id: one }, goodsItems: [{ sequenceNumber: 1, buyer: { id: one } }] }),
  ],
  'dispatch-country-at-one-level': [
    withItems([{ exportCountry: { countryCode: 'CN' } }]),
    of({
      exportCountry: { countryCode: 'CN' },
      goodsItems: [{ sequenceNumber: 1, exportCountry: { countryCode: 'CN' } }],
    }),
  ],
  'transaction-nature-at-one-level': [
    withItems([{ transactionNatureCode: '1' }]),
    of({
      transactionNatureCode: '1',
      goodsItems: [{ sequenceNumber: 1, transactionNatureCode: '1' }],
    }),
  ],
  'consignee-named-one-way': [
    of({ consignee: { name: 'Shop' } }),
    of({ consignee: { name: 'Shop', id: one } }),
  ],
  'carrier-named-one-way': [
    of({}, { consignment: { carrier: { id: one } } }),
    of({}, { consignment: { carrier: { id: one, name: 'Ship' } } }),
  ],
  'one-price-currency': [
    withItems([priced('1', 'CNY'), priced('2', 'CNY')]),
    withItems([priced('1', 'CNY'), priced('2', 'USD')]),
  ],
  'net-masses-within-total': [
    withItems([weighing('2'), weighing('3')], { totalGrossMass: { value: decimal('5') } }),
    withItems([weighing('2'), weighing('3')], { totalGrossMass: { value: decimal('4.9') } }),
  ],
  'some-package-counted': [withItems([packed(1), packed(0)]), withItems([packed(0), packed(0)])],
  'containers-once': [
    of({ consignment: { transportEquipment: [{ sequenceNumber: 1, id: 'MSCU1' }] } }),
    of({
      consignment: {
        transportEquipment: [
          { sequenceNumber: 1, id: 'MSCU1' },
          { sequenceNumber: 2, id: 'MSCU1' },
        ],
      },
    }),
  ],
  'exchange-rate-of-sterling': [
    of({}, { currencyExchanges: [{ currencyTypeCode: 'GBP', rate: decimal('1') }] }),
    of({}, { currencyExchanges: [{ currencyTypeCode: 'EUR', rate: decimal('1') }] }),
  ],
}

const rules = [
  ...headerRules,
  ...referenceRules,
  ...movementRules,
  ...documentRules,
  ...procedureRules,
  ...taxRules,
  ...goodsItemRules,
  ...relationRules,
]

describe('an error planted in a declaration', () => {
  it.each(Object.entries(planted))('is found by %s, which is kept without', (id, entry) => {
    const [keeping, breaking, besides] = entry
    const context = { ...ruleContext, ...besides }
    const rule = rules.find((each) => each.id === id)
    expect(rule?.breaches(keeping, context)).toEqual([])
    expect(rule?.breaches(breaking, context)).not.toEqual([])
  })
})
