import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { britishLaws, northernIrelandRules } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { Party } from '../order/party.ts'
import type { Order } from '../order/order.ts'
import type { Result } from '../result.ts'
import {
  belfastAddress,
  foreignSeller,
  privateBuyer,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import { decideLane } from './decide-lane.ts'
import type { LaneDecision } from './lane-decision.ts'

const data = {
  book: britishBook(),
  laws: britishLaws(),
  northernIreland: northernIrelandRules(),
}

/** The last day on which the relief for low value holds. */
const lastDay = '2026-06-30' as LocalDate

function laneOf(change: Partial<Order>, on: LocalDate = lastDay): Result<LaneDecision> {
  const order = sampleOrder({
    deliverTo: belfastAddress,
    lines: [sampleLine({ unitPrice: money('100.00', 'GBP') })],
    saleVat: oneStopShop,
    ...change,
  })
  return decideLane({ ...data, consignment: consignmentFromOrder(order), on })
}

function faultsOf(result: Result<LaneDecision>) {
  return result.ok ? [] : result.failures.map(({ code, path }) => [code, path])
}

const oneStopShop = {
  country: 'GB',
  chargedBy: 'marketplace',
  registration: 'IM5532027340',
  amount: money('20.00', 'GBP'),
} as const

const priced = (amount: string) => ({
  lines: [sampleLine({ unitPrice: money(amount, 'GBP') })],
})

function withoutSaleVat(change: Partial<Order> = {}): Result<LaneDecision> {
  const { saleVat: _, ...order } = sampleOrder({
    deliverTo: belfastAddress,
    ...priced('100.00'),
    ...change,
  })
  return decideLane({ ...data, consignment: consignmentFromOrder(order), on: lastDay })
}

/** A parcel from Leeds to Belfast between two parties, today's law unless stated. */
function fromLeeds(
  kinds: readonly [Party['kind'], Party['kind']],
  change: Partial<Order> = {},
  on = '2026-11-02' as LocalDate,
): Result<LaneDecision> {
  const { saleVat: _, ...order } = sampleOrder({
    seller: { ...foreignSeller, kind: kinds[0] },
    buyer: { ...privateBuyer, kind: kinds[1] },
    shipFrom: { ...privateBuyer.address, postcode: 'LS12 2QJ' },
    deliverTo: belfastAddress,
    ...change,
  })
  return decideLane({ ...data, consignment: consignmentFromOrder(order), on })
}

const scheme = {
  holder: 'buyer',
  authorisation: 'XIUKIM55320273485220240124160138',
  purpose: 'final-use',
} as const

describe('a parcel from Great Britain to Northern Ireland', () => {
  it.each([
    ['business', 'private', 'a business to a consumer'],
    ['private', 'business', 'a consumer to a business'],
    ['private', 'private', 'a consumer to a consumer'],
  ] as const)('from %s to %s needs no declaration', (from, to, words) => {
    const lane = fromLeeds([from, to])
    expect(faultsOf(lane)).toEqual([['no-declaration-due', '/deliverTo/postcode']])
    const [said] = lane.ok ? [] : lane.failures
    expect(said?.message).toContain(words)
    expect(said?.law).toContain('2023/1128')
    expect(said?.mend).toContain('description, weight, value')
  })

  it('of a consumer names what the carrier lacks', () => {
    const { origin: _, ...line } = sampleLine()
    const lane = fromLeeds(['business', 'private'], { lines: [sampleLine(), line] })
    expect(lane.ok ? '' : lane.failures[0].mend).toContain('lacks the country of origin of item 2')
  })

  it('of a consumer is held against its weight, a single item against a greater one', () => {
    const heavy = (kg: string, quantity = 1) => ({
      lines: [sampleLine({ quantity, netWeightKg: decimal('1'), grossWeightKg: decimal(kg) })],
    })
    const codeOf = (kg: string, quantity?: number) =>
      faultsOf(fromLeeds(['business', 'private'], heavy(kg, quantity)))[0]?.[0]
    expect(codeOf('31.5', 2)).toBe('no-declaration-due')
    expect(codeOf('31.6', 2)).toBe('not-covered')
    expect(codeOf('100')).toBe('no-declaration-due')
    expect(codeOf('100.1')).toBe('not-covered')
    expect(faultsOf(fromLeeds(['private', 'private'], heavy('31.6')))[0]?.[0]).toBe('not-covered')
  })

  it('between businesses is declared as not at risk under the scheme', () => {
    expect(fromLeeds(['business', 'business'], { internalMarket: scheme })).toMatchObject({
      ok: true,
      value: {
        lane: 'ni-h8',
        dataSet: 'H8',
        additionalProcedures: ['1SG'],
        statements: ['NIDOM', 'NIREM'],
        customsDuty: 'not-due',
        vat: 'not-due',
      },
    })
  })

  it('between businesses is at risk without the scheme or for another purpose', () => {
    const both = ['business', 'business'] as const
    const inFull = {
      ok: true,
      value: {
        ...{ lane: 'ni-h1', dataSet: 'H1', additionalProcedures: ['000'], statements: ['NIDOM'] },
        ...{ customsDuty: 'due', vat: 'not-due' },
      },
    }
    expect(fromLeeds(both)).toMatchObject(inFull)
    const internalMarket = { ...scheme, purpose: 'processing' } as const
    expect(fromLeeds(both, { internalMarket })).toMatchObject(inFull)
  })

  it('at risk of low value is not covered for the days on which it could be relieved', () => {
    const lane = fromLeeds(['business', 'business'], priced('100.00'), '2026-06-30' as LocalDate)
    expect(faultsOf(lane)).toEqual([['not-covered', '/internalMarket']])
  })

  it('between businesses holds no excise goods', () => {
    const lines = [sampleLine({ commodityCode: '2208301100' })]
    const lane = fromLeeds(['business', 'business'], { lines, internalMarket: scheme })
    expect(faultsOf(lane)).toEqual([['not-covered', '/goodsItems/0/commodityCode']])
  })

  it('is not covered for days before the Windsor Framework', () => {
    const lane = fromLeeds(['business', 'private'], {}, '2025-04-30' as LocalDate)
    expect(faultsOf(lane)).toEqual([['not-covered', '/deliverTo/postcode']])
  })
})

/** A gift from China to Belfast, today's law unless stated. */
function giftWorth(amount: string, change: Partial<Order> = {}): Result<LaneDecision> {
  const { saleVat: _, ...order } = sampleOrder({
    gift: true,
    seller: { ...foreignSeller, kind: 'private' },
    deliverTo: belfastAddress,
    ...priced(amount),
    ...change,
  })
  const on = '2026-09-14' as LocalDate
  return decideLane({ ...data, consignment: consignmentFromOrder(order), on })
}

describe('a gift to Northern Ireland from abroad', () => {
  it('takes the super-reduced data set with C08, also since the relief for low value has ended', () => {
    expect(giftWorth('39.00')).toMatchObject({
      ok: true,
      value: {
        lane: 'ni-h7',
        additionalProcedures: ['1H7', 'C08'],
        statements: ['NIIMP'],
        customsDuty: 'relieved',
        vat: 'not-due',
      },
    })
  })

  it('is refused a penny over the limit, from a business, and of goods that are left out', () => {
    expect(faultsOf(giftWorth('39.01'))).toEqual([['not-covered', '/goodsItems']])
    expect(faultsOf(giftWorth('20.00', { seller: foreignSeller }))).toEqual([
      ['invalid-input', '/gift'],
    ])
    const lines = [sampleLine({ commodityCode: '3303001000', unitPrice: money('20.00', 'GBP') })]
    expect(faultsOf(giftWorth('20.00', { lines }))).toEqual([
      ['not-covered', '/goodsItems/0/commodityCode'],
    ])
  })
})

describe('goods of low value to Northern Ireland', () => {
  it('take the super-reduced data set, with F48 in the import one stop shop', () => {
    expect(laneOf({})).toMatchObject({
      ok: true,
      value: {
        lane: 'ni-h7',
        dataSet: 'H7',
        procedure: '4000',
        additionalProcedures: ['1H7', 'C07', 'F48'],
        statements: ['NIIMP'],
        customsDuty: 'relieved',
        vat: 'charged-at-sale',
        intrinsicValue: money('100.00', 'GBP'),
        threshold: money('135.00', 'GBP'),
      },
    })
  })

  it('have no F48 where UK VAT was charged at sale', () => {
    const lane = laneOf({ saleVat: { ...oneStopShop, registration: 'GB123456789' } })
    expect(lane).toMatchObject({
      ok: true,
      value: { additionalProcedures: ['1H7', 'C07'], vat: 'charged-at-sale' },
    })
  })

  it('leave the VAT to a buyer who is registered for it', () => {
    const buyer = { ...privateBuyer, kind: 'business', vatNumber: 'GB123456789' } as const
    expect(withoutSaleVat({ buyer })).toMatchObject({
      ok: true,
      value: { additionalProcedures: ['1H7', 'C07'], vat: 'customer-accounts' },
    })
  })

  it('are refused where nobody accounts for the VAT, or a business buys in the one stop shop', () => {
    expect(faultsOf(withoutSaleVat())).toEqual([['fact-missing', '/saleVat']])
    const buyer = { ...privateBuyer, vatNumber: 'GB123456789' }
    expect(faultsOf(laneOf({ buyer }))).toEqual([['invalid-input', '/saleVat/registration']])
    const elsewhere = { ...oneStopShop, registration: 'DE123456789' }
    expect(faultsOf(laneOf({ saleVat: elsewhere }))).toEqual([
      ['invalid-input', '/saleVat/registration'],
    ])
  })

  it('are of low value up to 135 pounds and not a penny above', () => {
    expect(laneOf(priced('135.00')).ok).toBe(true)
    expect(laneOf(priced('135.01'))).toMatchObject({
      ok: true,
      value: {
        ...{ lane: 'ni-h1', dataSet: 'H1', statements: ['NIIMP'] },
        ...{ customsDuty: 'due', vat: 'import-vat', threshold: money('135.00', 'GBP') },
      },
    })
  })

  it('are held against the limit at the rate of the day', () => {
    const dollars = (amount: string) => ({
      lines: [sampleLine({ unitPrice: money(amount, 'USD') })],
      freight: money('10.00', 'USD'),
      insurance: money('0.00', 'USD'),
    })
    expect(laneOf(dollars('140.00')).ok).toBe(true)
    expect(laneOf(dollars('250.00'))).toMatchObject({ ok: true, value: { lane: 'ni-h1' } })
  })

  it.each(['2208201200', '2402209000', '3303001000'])('are not %s', (commodityCode) => {
    const lines = [sampleLine({ commodityCode, unitPrice: money('20.00', 'GBP') })]
    expect(faultsOf(laneOf({ lines }))).toEqual([['not-covered', '/goodsItems/0/commodityCode']])
  })

  it('have no relief since 1 July 2026, which is said with its law', () => {
    const lane = laneOf({}, '2026-07-01' as LocalDate)
    expect(faultsOf(lane)).toEqual([['not-covered', '/deliverTo/postcode']])
    expect(lane.ok ? '' : lane.failures[0].law).toContain('2026/382')
  })

  it('are declared in full above every limit, that of Britain and that of the Union', () => {
    const day = '2026-07-01' as LocalDate
    expect(faultsOf(laneOf(priced('135.00'), day))).toEqual([
      ['not-covered', '/deliverTo/postcode'],
    ])
    expect(laneOf(priced('135.01'), day)).toMatchObject({ ok: true, value: { lane: 'ni-h1' } })
    const lowValueEnded = {
      ...data.northernIreland.lowValueEnded,
      limits: [money('135.00', 'GBP'), money('300.00', 'EUR')],
    }
    const order = sampleOrder({ deliverTo: belfastAddress, ...priced('200.00') })
    const lane = decideLane({
      ...{ ...data, on: day, consignment: consignmentFromOrder(order) },
      northernIreland: { ...data.northernIreland, lowValueEnded },
    })
    expect(faultsOf(lane)).toEqual([['not-covered', '/deliverTo/postcode']])
  })

  it('claim the scheme only since it began', () => {
    const claimed = { ...priced('500.00'), internalMarket: scheme }
    expect(laneOf(claimed).ok).toBe(true)
    const { notAtRisk: _, ...rules } = data.northernIreland
    const order = sampleOrder({ deliverTo: belfastAddress, ...claimed })
    const lane = decideLane({
      ...{ ...data, on: lastDay, consignment: consignmentFromOrder(order) },
      northernIreland: { ...rules, notAtRisk: [] },
    })
    expect(faultsOf(lane)).toEqual([['not-covered', '/internalMarket']])
  })

  it('do not travel in the post, nor come from the European Union', () => {
    expect(faultsOf(laneOf({ transport: { mode: 'post' } }))).toEqual([
      ['not-covered', '/transport/mode'],
    ])
    const shipFrom = { ...foreignSeller.address, country: 'IE' }
    expect(faultsOf(laneOf({ shipFrom }))).toEqual([['not-covered', '/shipFrom/country']])
  })

  it('are refused where the rules of Northern Ireland are not loaded', () => {
    const consignment = consignmentFromOrder(sampleOrder({ deliverTo: belfastAddress }))
    const { northernIreland: _, ...british } = data
    expect(faultsOf(decideLane({ ...british, consignment, on: lastDay }))).toEqual([
      ['not-covered', '/deliverTo/postcode'],
    ])
  })
})
