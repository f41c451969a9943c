import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import type { ProvenPreference } from '../documents/proven-preference.ts'
import { quoteSources } from '../landed-cost/landed-cost-book.ts'
import type { LandedCost } from '../landed-cost/landed-cost.ts'
import { quoteLandedCost } from '../landed-cost/quote-landed-cost.ts'
import { decimal, decimalFromInteger } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { isNorthernIreland } from '../northern-ireland/is-northern-ireland.ts'
import type { Order, OrderLine } from '../order/order.ts'
import type { Failure, Result } from '../result.ts'
import { businessBuyer, privateBuyer, sampleDay, sampleOrder } from '../testing/sample-order.ts'
import type { Quote } from './quote.ts'
import { purposeOf } from './purpose-of-lane.ts'
import { saleOfConsignment } from './sale-of-consignment.ts'

const sources = valueOf(quoteSources(britishBook(), 'GB'))

interface BothQuotes {
  readonly ofCase: Result<Quote>
  readonly ofSale: Result<LandedCost>
}

function quotedBothWays(order: Order, proven: readonly ProvenPreference[] = []): BothQuotes {
  const ofCase = quoteOf(order, { provenPreferences: proven })
  const purpose = ofCase.ok ? purposeOf(ofCase.value.lane) : undefined
  const sale = saleOfConsignment(consignmentFromOrder(order), proven, purpose)
  return {
    ofCase,
    ofSale: quoteLandedCost(sale, sampleDay, sources),
  }
}

/** The tax lines of each goods item, with base and rate, in one order. */
function taxesOfCase({ items, charges }: Quote) {
  return {
    values: items.map(({ customsValue }) => customsValue.amount),
    taxes: charges
      .filter(({ collector }) => collector === 'customs')
      .map(({ itemNumber, kind, base, rate, amount }) =>
        [itemNumber, kind, base?.amount, rate?.text, amount.amount].join(' '),
      )
      .toSorted(),
  }
}

function taxesOfSale({ lines, charges }: LandedCost) {
  return {
    values: lines.map(({ customsValue }) => customsValue?.amount),
    taxes: charges
      .filter(({ collector }) => collector === 'customs')
      .map(({ lineNumber, kind, base, rate, amount }) =>
        [
          lineNumber,
          kind === 'import-tax' ? 'import-vat' : kind,
          base?.amount,
          rate,
          amount.amount,
        ].join(' '),
      )
      .toSorted(),
  }
}

const lanes: Readonly<Record<string, string>> = {
  import: 'gb-h1-standard import-vat',
  'low-value': 'gb-h1-low-value import-vat',
  'low-value-vat-at-sale': 'gb-h1-low-value charged-at-sale',
  gift: 'gb-h1-gift not-due',
  'returned-goods': 'gb-h1-returned-goods not-due',
}

function expectAgreement({ ofCase, ofSale }: BothQuotes): void {
  if (ofCase.ok && ofSale.ok) {
    expect(taxesOfSale(ofSale.value)).toEqual(taxesOfCase(ofCase.value))
    const { lane, vat } = ofCase.value.lane
    expect(lanes[ofSale.value.regime.id]).toBe(`${lane} ${vat}`)
    return
  }
  expect(ofCase.ok).toBe(false)
  // What only a declaration cannot say does not stand in the way of a price.
  const ofMoney = faultsOf(ofCase).filter((fault) => !refusedByLanes.has(fault))
  expect(ofSale.ok).toBe(ofMoney.length === 0)
  if (!ofSale.ok) expect(faultsOf(ofSale).some((fault) => ofMoney.includes(fault))).toBe(true)
}

/** Refusals of the declaration: mixtures, VAT at sale on excluded goods, the buyer's own accounting. */
const refusedByLanes: ReadonlySet<string> = new Set([
  'not-covered /lines',
  'not-covered /saleVat',
  'not-covered /parties/buyer/vatNumber',
])

/** Places as a sale calls them. */
function faultsOf(result: Result<unknown>): readonly string[] {
  if (result.ok) return []
  return result.failures.map(({ code, path }: Failure) =>
    `${code} ${path}`.replace('/goodsItems', '/lines').replace('/vatRelief', '/additionalCodes'),
  )
}

const amount = (max: number) =>
  fc.integer({ min: 1, max }).map((coins) => decimalFromInteger(BigInt(coins), 2))

function lineIn(currency: string): fc.Arbitrary<OrderLine> {
  return fc
    .record({
      commodityCode: fc.constantFrom(
        ...['6109100010', '8518210000', '6403999690', '9102110000', '4901990000', '1806102000'],
        ...['3303001000', '6911100090', '8714950000', '610910', '0101210000'],
      ),
      origin: fc.constantFrom('CN', 'CN', 'IT', 'JP', 'RU'),
      price: amount(12_000),
      quantity: fc.integer({ min: 1, max: 12 }),
      facts: fc.constantFrom<Partial<OrderLine>>(
        {},
        { netWeightKg: decimal('0.333') },
        { netWeightKg: decimal('1.5'), vatRelief: 'VATZ' },
      ),
    })
    .map(({ price, facts, ...line }) => ({
      ...{ ...line, ...facts, description: 'goods of the test' },
      unitPrice: { amount: price, currency },
    }))
}

const anyOrder = fc
  .constantFrom('GBP', 'USD', 'JPY', 'CNY')
  .chain((currency) => {
    const cost = (max: number) =>
      fc.option(
        amount(max).map((stated): Money => ({ amount: stated, currency })),
        { nil: undefined },
      )
    return fc.record({
      lines: fc.array(lineIn(currency), { minLength: 1, maxLength: 4 }),
      costs: fc.record({ freight: cost(5_000), insurance: cost(500) }),
      code: fc.constantFrom('FOB', 'DAP', 'CPT', 'DDP'),
      buyer: fc.constantFrom(privateBuyer, businessBuyer, {
        ...businessBuyer,
        vatNumber: 'GB123456789',
      }),
      isVatChargedAtSale: fc.boolean(),
    })
  })
  .map(({ lines, costs, code, buyer, isVatChargedAtSale }): Order => {
    const { freight: _, insurance: __, ...order } = sampleOrder()
    return {
      ...{ ...order, lines, buyer, incoterm: { code, place: 'York' } },
      ...(costs.freight && { freight: costs.freight }),
      ...(costs.insurance && { insurance: costs.insurance }),
      ...(isVatChargedAtSale && { saleVat }),
    }
  })

const saleVat: NonNullable<Order['saleVat']> = {
  country: 'GB',
  chargedBy: 'seller',
  registration: 'GB123456789',
  amount: { amount: decimal('10.00'), currency: 'GBP' },
}

describe('an order as a sale', () => {
  it('has the value, the duty, the VAT and the refusals of its case', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expectAgreement(quotedBothWays(order))
      }),
      { numRuns: 300 },
    )
  })

  it('bears the duty of an agreement where the claim is proven', () => {
    const preference = {
      ...{ agreement: 'gb-eu-tca', proof: 'statement-on-origin', reference: 'INV-1' },
    }
    const lines = [lineOfShoes({ preference })]
    const claiming = { preferenceCode: '300', preferentialOrigin: 'EU', tariffArea: '1013' }
    const proof = { documentCode: 'U110', id: 'INV-1', statusCode: 'JE' }
    const both = quotedBothWays(sampleOrder({ lines }), [
      { itemNumber: 1, agreement: 'gb-eu-tca', claiming, proof },
    ])
    expectAgreement(both)
    expect(both.ofSale.ok && both.ofSale.value.totals.customsDuty.amount).toBe('0.00')
  })

  it('of every example to Great Britain agrees with the quote of its case', () => {
    const folder = new URL('../../../examples/', import.meta.url)
    const orders = readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('vague'))
      .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Partial<Order>)
      .filter((example): example is Order => example.orderedOn !== undefined)
      .filter(({ deliverTo }) => !isNorthernIreland(deliverTo))
    expect(orders.length).toBeGreaterThan(3)
    for (const order of orders) expectAgreement(quotedBothWays(order))
  })
})

function lineOfShoes(change: Partial<OrderLine>): OrderLine {
  return {
    ...{ description: 'leather shoes', commodityCode: '6403999690', origin: 'IT', quantity: 1 },
    unitPrice: { amount: decimal('150.00'), currency: 'GBP' },
    ...change,
  }
}
