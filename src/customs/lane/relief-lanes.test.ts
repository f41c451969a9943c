import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { britishLaws, dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { Order, OrderLine } from '../order/order.ts'
import { makeQuote } from '../quote/make-quote.ts'
import type { Result } from '../result.ts'
import {
  businessBuyer,
  foreignSeller,
  lineWithout,
  sampleDay,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import { decideLane } from './decide-lane.ts'
import type { LaneDecision } from './lane-decision.ts'
import { readReliefConditions } from './relief-conditions.ts'

const data = {
  book: britishBook(),
  laws: britishLaws(),
  reliefs: valueOf(readReliefConditions(dataFile('gb/relief-conditions.json'))),
}
const sender = { ...foreignSeller, name: 'Grandmother', kind: 'private' } as const

const gift = (change: Partial<OrderLine> = {}, order: Partial<Order> = {}): Order =>
  sampleOrder({
    gift: true,
    seller: sender,
    lines: [sampleLine({ unitPrice: money('39.00', 'GBP'), ...change })],
    ...order,
  })

const returned = (change: Partial<NonNullable<Order['returnedGoods']>> = {}): Order =>
  sampleOrder({
    buyer: businessBuyer,
    returnedGoods: {
      ...{ exportedOn: '2024-01-10' as LocalDate, exportMrn: '24GBA1B2C3D4E5F6G7' },
      ...{ exportedBy: 'importer', unaltered: true },
      ...change,
    },
  })

function laneOf(order: Order, on: LocalDate = sampleDay): Result<LaneDecision> {
  return decideLane({ ...data, consignment: consignmentFromOrder(order), on })
}

function faultsOf(result: Result<unknown>) {
  return result.ok ? [] : result.failures.map(({ code, path }) => [code, path])
}

function reasonsOf(order: Order, on?: LocalDate): string {
  return valueOf(laneOf(order, on))
    .reasons.map(({ text }) => text.en)
    .join(' ')
}

function taxesOf(order: Order) {
  const consignment = consignmentFromOrder(order)
  const { charges } = valueOf(makeQuote({ ...data, consignment, on: sampleDay, fees: [] }))
  return charges.map(({ taxType, amount }) => [taxType, amount.amount])
}

describe('a gift between private persons', () => {
  it('is free of duty and VAT up to the limit, which is still within', () => {
    expect(laneOf(gift())).toMatchObject({
      ok: true,
      value: {
        ...{ lane: 'gb-h1-gift', dataSet: 'H1', procedure: '4000', additionalProcedures: ['C08'] },
        ...{ customsDuty: 'relieved', vat: 'not-due', threshold: money('39.00', 'GBP') },
      },
    })
    expect(taxesOf(gift())).toEqual([])
  })

  it('bears VAT a penny above it, and duty too where its value is not low', () => {
    const above = gift({ unitPrice: money('39.01', 'GBP') })
    expect(laneOf(above)).toMatchObject({ ok: true, value: { lane: 'gb-h1-low-value' } })
    expect(reasonsOf(above)).toContain('over GBP 39.00')
    expect(taxesOf(above).map(([type]) => type)).toEqual(['B00'])
    const dear = gift({ unitPrice: money('135.01', 'GBP') })
    expect(taxesOf(dear).map(([type]) => type)).toEqual(['A00', 'B00'])
  })

  it('is none before the law where a business sends or gets it', () => {
    for (const order of [gift({}, { seller: foreignSeller }), gift({}, { buyer: businessBuyer })]) {
      expect(laneOf(order)).toMatchObject({ ok: true, value: { lane: 'gb-h1-low-value' } })
      expect(reasonsOf(order)).toContain('one private person sends to another')
    }
  })

  it('of alcohol or tobacco is refused, because excise is due on it', () => {
    expect(faultsOf(laneOf(gift({ commodityCode: '2204101100' })))).toEqual([
      ['not-covered', '/gift'],
    ])
  })

  it('of toilet water is relieved up to a quantity, which has to be stated', () => {
    const water = (litres?: string) =>
      gift({
        commodityCode: '3303009000',
        ...(litres !== undefined && { quantities: { LTR: decimal(litres) } }),
      })
    expect(faultsOf(laneOf(water()))).toEqual([['fact-missing', '/goodsItems/0/quantities/LTR']])
    expect(laneOf(water('0.25'))).toMatchObject({ ok: true, value: { lane: 'gb-h1-gift' } })
    expect(laneOf(water('0.26'))).toMatchObject({ ok: true, value: { lane: 'gb-h1-standard' } })
    expect(reasonsOf(water('0.26'))).toContain('toilet water')
  })

  it('of perfume goes by its weight', () => {
    const perfume = (netWeightKg: string) =>
      laneOf(gift({ commodityCode: '3303001000', netWeightKg: decimal(netWeightKg) }))
    expect(perfume('0.050')).toMatchObject({ ok: true, value: { lane: 'gb-h1-gift' } })
    expect(perfume('0.051')).toMatchObject({ ok: true, value: { lane: 'gb-h1-standard' } })
  })

  it('is not quoted without the code and the origin that it is declared by', () => {
    const order = gift()
    const bare = { ...lineWithout('commodityCode'), unitPrice: money('20.00', 'GBP') }
    const quoted = (line: OrderLine) =>
      makeQuote({
        ...data,
        consignment: consignmentFromOrder({ ...order, lines: [line] }),
        ...{ on: sampleDay, fees: [] },
      })
    expect(faultsOf(quoted(bare))).toEqual([['fact-missing', '/goodsItems/0/commodityCode']])
    const strange = { ...order.lines[0]!, commodityCode: '6109100099' }
    expect(faultsOf(quoted(strange))[0]?.[0]).toBe('unknown-commodity-code')
  })

  it('is refused where no conditions are loaded', () => {
    const { reliefs: _, ...without } = data
    const lane = decideLane({
      ...without,
      consignment: consignmentFromOrder(gift()),
      on: sampleDay,
    })
    expect(faultsOf(lane)).toEqual([['not-covered', '/gift']])
  })
})

describe('goods that come back', () => {
  it('are free of duty and VAT where who exported them brings them back', () => {
    expect(laneOf(returned())).toMatchObject({
      ok: true,
      value: {
        ...{ lane: 'gb-h1-returned-goods', procedure: '6110', additionalProcedures: ['F05'] },
        ...{ customsDuty: 'relieved', vat: 'not-due' },
      },
    })
    expect(taxesOf(returned())).toEqual([])
  })

  it('bear VAT where another exported them', () => {
    const order = returned({ exportedBy: 'another' })
    expect(laneOf(order)).toMatchObject({
      ok: true,
      value: { additionalProcedures: ['F01'], vat: 'import-vat' },
    })
    // 150.00 and 10.00 carriage, no duty in the base.
    expect(taxesOf(order)).toEqual([['B00', '32.00']])
  })

  it('have three years, the last day included, and are declared as others afterwards', () => {
    const lane = (on: string) => valueOf(laneOf(returned(), on as LocalDate)).lane
    expect(lane('2026-09-14')).toBe('gb-h1-returned-goods')
    const old = returned({ exportedOn: '2023-09-14' as LocalDate })
    expect(valueOf(laneOf(old)).lane).toBe('gb-h1-returned-goods')
    const older = returned({ exportedOn: '2023-09-13' as LocalDate })
    expect(laneOf(older)).toMatchObject({ ok: true, value: { lane: 'gb-h1-standard' } })
    expect(reasonsOf(older)).toContain('2026-09-13')
    expect(taxesOf(older).map(([type]) => type)).toEqual(['A00', 'B00'])
  })

  it('are declared as others where they were altered', () => {
    const altered = returned({ unaltered: false })
    expect(laneOf(altered)).toMatchObject({
      ok: true,
      value: { lane: 'gb-h1-standard', procedure: '4000' },
    })
    expect(reasonsOf(altered)).toContain('altered')
  })

  it('ask for what shows their export, whichever it is', () => {
    const { exportMrn: _, ...unproved } = returned().returnedGoods!
    const order = { ...returned(), returnedGoods: unproved }
    expect(faultsOf(laneOf(order))).toEqual([['fact-missing', '/returnedGoods/exportMrn']])
    const posted = { ...unproved, otherProof: 'Certificate of posting 12' }
    expect(laneOf({ ...order, returnedGoods: posted }).ok).toBe(true)
  })

  it('cannot come back before they went', () => {
    const order = returned({ exportedOn: '2026-09-15' as LocalDate })
    expect(faultsOf(laneOf(order))).toEqual([['invalid-input', '/returnedGoods/exportedOn']])
  })

  it('are refused where they bear excise', () => {
    const lines = [sampleLine({ commodityCode: '2204101100' })]
    expect(faultsOf(laneOf({ ...returned(), lines }))).toEqual([['not-covered', '/returnedGoods']])
  })
})
