import { beforeAll, describe, expect, it } from 'vitest'

import { valueOf } from '../../../test/gb-reference-data.ts'
import { consolidatedOrders } from '../../../test/agent-orders.ts'
import { exampleProfile } from '../../../test/shipped-examples.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { joinOrders } from '../../customs/consignment/join-orders.ts'
import { money } from '../../customs/money/money.ts'
import type { CommercialInvoice } from '../../customs/documents/commercial-invoice.ts'
import type { Document } from '../../customs/documents/document.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import { applyMending } from '../commands/mend-goods-data.ts'
import { composeDeclaration } from '../declaring/compose-declaration.ts'
import { readReferenceData, type ReferenceData, referenceParts } from '../reference-data.ts'
import { isReady, type Preparation, prepare } from './prepare.ts'
import { britishBook } from '../../../test/british-book.ts'

const on = localDate('2026-09-10')
const consignment = valueOf(
  joinOrders(consolidatedOrders, undefined, {
    reference: 'NRT-9-1',
    packages: { count: 1, type: 'CT' },
  }),
)

describe('one consignment with the goods of two sellers', () => {
  let reference: ReferenceData
  let profile: TraderProfile
  let preparation: Preparation

  beforeAll(async () => {
    reference = valueOf(
      readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
    )
    profile = await exampleProfile('purchasing-agent')
    preparation = prepare({ consignment, profile, on, reference })
  })

  const papersOf = (kind: Document['kind']) =>
    preparation.documents.filter((document) => document.kind === kind)

  it('is ready to be declared, with papers that agree', () => {
    expect(preparation.failures).toEqual([])
    expect(preparation.findings).toEqual([])
    expect(isReady(preparation)).toBe(true)
  })

  it('has an invoice of each seller with its own goods, and one packing list of all', () => {
    const invoices = papersOf('commercial-invoice').map(({ data }) => data as CommercialInvoice)
    expect(invoices).toMatchObject([
      {
        ...{ number: 'KK-90112', coverage: 'part-of-consignment' },
        seller: { name: 'Kanda Kobo Stationery K.K.' },
        lines: [{ itemNumber: 1, amount: '84' }],
        totals: { invoice: '84', freight: '13.04', carriagePaidBy: 'buyer' },
      },
      {
        number: 'UB-5521',
        seller: { name: 'Ueno Book Market K.K.' },
        lines: [{ itemNumber: 2, amount: '44.8' }],
        totals: { invoice: '44.8', freight: '6.96' },
      },
    ])
    expect(papersOf('packing-list')).toMatchObject([
      {
        data: {
          invoice: { number: 'KK-90112' },
          furtherInvoices: [{ number: 'UB-5521' }],
          seller: { name: 'Tsubame Buying Service G.K.' },
          lines: [{ itemNumber: 1 }, { itemNumber: 2 }],
        },
      },
    ])
  })

  it('weighs the value of all goods against the limit, and takes no part of the fee for value', () => {
    expect(preparation.lane).toMatchObject({
      lane: 'gb-h1-low-value',
      intrinsicValue: { amount: '128.80' },
    })
    expect(preparation.quote?.totals.customsValue.amount).toBe('148.80')
    expect(JSON.stringify(preparation.quote)).toContain('The goods come from 2 sellers')
  })

  it('names each seller for VAT, and none of them as importer', () => {
    const { parties } = preparation
    expect(parties?.sellerForVat.value).toMatchObject({
      role: 'each-seller',
      parties: [{ name: 'Kanda Kobo Stationery K.K.' }, { name: 'Ueno Book Market K.K.' }],
    })
    expect(parties?.importerOfRecord.value.role).toBe('buyer')
    expect(parties?.importersNotChosen.map(({ party }) => party.name)).toEqual([
      'Kanda Kobo Stationery K.K.',
      'Ueno Book Market K.K.',
      'Tsubame Buying Service G.K.',
    ])
  })

  it('says that the goods have no prices, where none was stated', () => {
    const nothing = money('0', 'GBP')
    const goodsItems = consignment.goodsItems.map((item) => ({
      ...item,
      ...{ unitPrice: nothing, linePrice: nothing },
    }))
    const free = prepare({ consignment: { ...consignment, goodsItems }, profile, on, reference })
    expect(free.findings.map(({ id }) => id)).toContain('price-zero')
    expect(isReady(free)).toBe(false)
  })

  it('has no cost mended that cannot be paid, or not with the goods', () => {
    expect(applyMending(consignment, { freight: money('12.005', 'GBP') })).toMatchObject({
      failures: [{ code: 'invalid-input', path: '/freight/amount' }],
    })
    expect(applyMending(consignment, { insurance: money('12', 'JPY') })).toMatchObject({
      failures: [{ code: 'currency-mismatch', path: '/insurance/currency' }],
    })
    expect(applyMending(consignment, { freight: money('12.00', 'GBP') }).ok).toBe(true)
  })

  it('has each invoice mended with its own goods, and none for the whole', () => {
    const invoice = { number: 'UB-5522', issuedOn: on }
    const mended = valueOf(applyMending(consignment, { goodsItems: [{ itemNumber: 2, invoice }] }))
    expect(mended.goodsItems.map((item) => item.invoice?.number)).toEqual(['KK-90112', 'UB-5522'])
    const whole = applyMending(consignment, { commercialInvoice: invoice })
    expect(whole).toMatchObject({ ok: false, failures: [{ path: '/commercialInvoice' }] })
    const { invoice: _, ...unknown } = consignment.goodsItems[1]!
    const goodsItems = [consignment.goodsItems[0]!, unknown]
    const findings = prepare({
      ...{ profile, on, reference },
      consignment: { ...consignment, goodsItems },
    }).findings
    expect(findings).toMatchObject([{ id: 'invoice-missing', path: '/goodsItems/1/invoice' }])
  })

  it('is declared with the agent as exporter and each seller and invoice at its item', () => {
    const { lane, parties, quote } = preparation as Required<Preparation>
    const composed = composeDeclaration(
      { consignment, lane, parties, quote, profile },
      { lrn: 'TW01M81DKN97QSR6TB', ducr: '6GB731905284000-TW01M81DKO', additionalType: 'D' },
      reference,
    )
    const { declaration, origins } = valueOf(composed).filled
    expect(declaration.exporter?.name).toBe('Tsubame Buying Service G.K.')
    expect(declaration.goodsShipment?.seller).toBeUndefined()
    expect(declaration.invoiceAmount).toEqual({ amount: '128.8', currency: 'GBP' })
    const declared = declaration.goodsShipment?.goodsItems?.map((item) => [
      item.seller?.name,
      item.additionalDocuments?.find(({ typeCode }) => typeCode === '935')?.id,
    ])
    expect(declared).toEqual([
      ['Kanda Kobo Stationery K.K.', 'KK-90112'],
      ['Ueno Book Market K.K.', 'UB-5521'],
    ])
    expect(JSON.stringify(origins)).toContain('who consigns them is the exporter')
  })
})
