import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listComposition } from '../src/agents/purchase-list/list-composition.ts'
import { purchaseListFormat } from '../src/agents/purchase-list/list-format.ts'
import { readPurchaseList } from '../src/agents/purchase-list/read-purchase-list.ts'
import type { LocalDate } from '../src/customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import { splitShipment } from '../src/customs/consignment/split-shipment.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import type { Order } from '../src/customs/order/order.ts'
import { orderReader } from '../src/customs/order/read-order.ts'
import { decideParties } from '../src/customs/parties/decide-parties.ts'
import { readTraderProfile } from '../src/customs/parties/read-trader-profile.ts'
import { makeQuote } from '../src/customs/quote/make-quote.ts'
import type { Quote } from '../src/customs/quote/quote.ts'
import { checkGoodsData } from '../src/customs/readiness/check-goods-data.ts'
import { readVagueDescriptions } from '../src/customs/readiness/vague-descriptions.ts'
import type { Result } from '../src/customs/result.ts'
import { britishBook } from './british-book.ts'
import { britishLaws, dataFile, orderKnowledge, valueOf } from './gb-reference-data.ts'

const folder = join(import.meta.dirname, '..', 'examples')
const data = { book: britishBook(), laws: britishLaws() }
const knownCodes = valueOf(
  readKnownCodes({
    countries: dataFile('reference/countries.json'),
    currencies: dataFile('reference/currencies.json'),
  }),
)
const readOrder = orderReader(knownCodes)
const vagueDescriptions = valueOf(
  readVagueDescriptions(dataFile('reference/vague-descriptions.json')),
)
/** Long after the last exchange rates that are shipped: the examples must not need any. */
const on = '2027-11-22' as LocalDate

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
}

function order(name: string): Order {
  return valueOf(readOrder(json(name)))
}

function quoteOf(name: string): Result<Quote> {
  return makeQuote({ ...data, consignment: consignmentFromOrder(order(name)), on, fees: [] })
}

function partiesOf(name: string, profileName: string) {
  const consignment = consignmentFromOrder(order(name))
  const { lane } = valueOf(quoteOf(name))
  const profile = valueOf(readTraderProfile(json(profileName)))
  return valueOf(decideParties({ consignment, lane, profile, on, laws: data.laws }))
}

const complete = [
  'marketplace-cn-gb',
  'agent-jp-gb-low-value',
  'agent-jp-gb-low-value-vat-charged',
  'undervalued-shoes',
  'refused',
]

describe('the example orders', () => {
  it.each(complete)('%s is complete and can be quoted', (name) => {
    const consignment = consignmentFromOrder(order(name))
    expect(checkGoodsData(consignment, { vagueDescriptions })).toEqual([])
    expect(quoteOf(name).ok).toBe(true)
  })

  it('the marketplace order is imported by the foreign seller through an indirect representative', () => {
    const { lane, totals } = valueOf(quoteOf('marketplace-cn-gb'))
    expect(lane.lane).toBe('gb-h1-standard')
    expect(totals.dueAtImport.amount).toBe('58.86')
    const parties = partiesOf('marketplace-cn-gb', 'trader-profile-platform')
    expect(parties.importerOfRecord.value.role).toBe('seller')
    expect(parties.representation.value).toBe('indirect')
    expect(parties.payers.map(({ payer }) => payer)).toEqual(['seller', 'seller'])
  })

  it('the agent’s order is of low value and bears import VAT', () => {
    const { lane, totals } = valueOf(quoteOf('agent-jp-gb-low-value'))
    expect(lane).toMatchObject({ additionalProcedures: ['C07'], statements: [], vat: 'import-vat' })
    expect([totals.customsDuty.amount, totals.importVat.amount]).toEqual(['0.00', '20.39'])
    const parties = partiesOf('agent-jp-gb-low-value', 'trader-profile-agent')
    expect(parties.importerOfRecord.value.role).toBe('buyer')
  })

  it('the same order with VAT charged at sale bears nothing at the border', () => {
    const { lane, totals } = valueOf(quoteOf('agent-jp-gb-low-value-vat-charged'))
    expect(lane).toMatchObject({ additionalProcedures: ['C07', '1RV'], statements: ['RVAT1'] })
    expect(totals.dueAtImport.amount).toBe('0.00')
    const parties = partiesOf('agent-jp-gb-low-value-vat-charged', 'trader-profile-agent')
    expect(parties.importVatAccounting.value.method).toBe('charged-at-sale')
  })

  it('the vague order stops and says why, all at once', () => {
    const consignment = consignmentFromOrder(order('vague-and-incomplete'))
    expect(checkGoodsData(consignment, { vagueDescriptions }).map(({ id }) => id)).toEqual([
      'description-vague',
      'commodity-code-missing',
      'net-weight-missing',
      'gross-weight-missing',
      'origin-missing',
      'gross-weight-missing',
      'invoice-missing',
      'packages-missing',
    ])
    expect(quoteOf('vague-and-incomplete').ok).toBe(false)
  })

  it.each(['undervalued-shoes', 'refused'])('%s finds nothing wrong on our side', (name) => {
    expect(partiesOf(name, 'trader-profile-platform').representation.value).toBe('direct')
  })

  it('give everybody an address that leads nowhere', () => {
    for (const file of readdirSync(folder)) {
      const emails = readFileSync(join(folder, file), 'utf8').match(/[^\s",]+@[^\s",]+/g) ?? []
      expect(emails.filter((email) => !email.endsWith('.example'))).toEqual([])
    }
  })
})

describe('the example purchase list', () => {
  const bytes = readFileSync(join(folder, 'purchase-list.csv'))
  const list = valueOf(
    readPurchaseList(bytes, listComposition(orderKnowledge(), purchaseListFormat)),
  )
  const orders = list.orders.map(({ order }) => order)

  it('keeps its good orders and reports the bad cells of the other one', () => {
    expect(orders.map(({ reference }) => reference)).toEqual([
      'TSB-L12-001',
      'TSB-L12-002',
      'TSB-L12-003',
    ])
    expect(list.findings.map(({ row, column }) => [row, column])).toEqual([
      [6, 'quantity'],
      [6, 'unit_price'],
    ])
  })

  it('is split into one consignment a buyer', () => {
    const split = valueOf(splitShipment({ reference: 'TSB-SHIP-12', orders }))
    expect(split.map(({ orderReferences }) => orderReferences)).toEqual([
      ['TSB-L12-001', 'TSB-L12-003'],
      ['TSB-L12-002'],
    ])
    expect(split[0]?.goodsItems).toHaveLength(3)
  })
})
