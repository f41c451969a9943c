import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { britishLaws } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import { money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import type { Result } from '../result.ts'
import {
  businessBuyer,
  foreignSeller,
  lineWithout,
  privateBuyer,
  sampleDay,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import { decideLane } from './decide-lane.ts'
import type { LaneDecision } from './lane-decision.ts'

const data = { book: britishBook(), laws: britishLaws() }

function laneOf(change: Partial<Order>, on: LocalDate = sampleDay): Result<LaneDecision> {
  return decideLane({ ...data, consignment: consignmentFromOrder(sampleOrder(change)), on })
}

function faultsOf(result: Result<LaneDecision>) {
  return result.ok ? [] : result.failures.map(({ code, path }) => [code, path])
}

function priced(amount: string, currency = 'GBP') {
  return { lines: [sampleLine({ unitPrice: money(amount, currency) })] }
}

function dollars(amount: string) {
  return {
    ...priced(amount, 'USD'),
    freight: money('10.00', 'USD'),
    insurance: money('0.00', 'USD'),
  }
}

const saleVat = {
  country: 'GB',
  chargedBy: 'seller',
  registration: 'GB123456789',
  amount: money('20.00', 'GBP'),
} as const

describe('the limit of 135 pounds', () => {
  it('takes a consignment of exactly the limit into the low-value lane', () => {
    expect(laneOf(priced('135.00'))).toMatchObject({
      ok: true,
      value: {
        lane: 'gb-h1-low-value',
        dataSet: 'H1',
        procedure: '4000',
        additionalProcedures: ['C07'],
        statements: [],
        customsDuty: 'relieved',
        vat: 'import-vat',
        intrinsicValue: money('135.00', 'GBP'),
        threshold: money('135.00', 'GBP'),
      },
    })
  })

  it('keeps a consignment of a penny more in the standard lane', () => {
    expect(laneOf(priced('135.01'))).toMatchObject({
      ok: true,
      value: {
        lane: 'gb-h1-standard',
        additionalProcedures: ['000'],
        statements: [],
        customsDuty: 'due',
        vat: 'import-vat',
      },
    })
  })

  it('counts the whole consignment, not each item', () => {
    const lines = [
      sampleLine({ unitPrice: money('67.51', 'GBP') }),
      sampleLine({ unitPrice: money('67.50', 'GBP') }),
    ]
    expect(laneOf({ lines })).toMatchObject({ ok: true, value: { lane: 'gb-h1-standard' } })
  })

  it('leaves freight and insurance out of the count', () => {
    const lane = laneOf({
      ...priced('135.00'),
      freight: money('80.00', 'GBP'),
      insurance: money('5.00', 'GBP'),
    })
    expect(lane).toMatchObject({ ok: true, value: { lane: 'gb-h1-low-value' } })
  })

  it('measures foreign prices at the official rate of the day', () => {
    // HMRC published 1.3554 US dollars to the pound for September 2026: 135 pounds are 182.979 dollars.
    expect(laneOf(dollars('182.97'))).toMatchObject({
      ok: true,
      value: { lane: 'gb-h1-low-value', intrinsicValue: money('134.99', 'GBP') },
    })
    expect(laneOf(dollars('182.99'))).toMatchObject({
      ok: true,
      value: { lane: 'gb-h1-standard', intrinsicValue: money('135.01', 'GBP') },
    })
  })

  it('is exceeded by less than half a penny, which the record then shows', () => {
    // 182.98 dollars are 135.00074 pounds: the law compares the value and not its pence.
    expect(laneOf(dollars('182.98'))).toMatchObject({
      ok: true,
      value: { lane: 'gb-h1-standard', intrinsicValue: money('135.001', 'GBP') },
    })
  })

  it('names the period for which no rate of exchange is loaded', () => {
    const lane = laneOf(
      { ...priced('100.00', 'USD'), freight: money('0', 'USD'), insurance: money('0', 'USD') },
      '2023-12-31' as LocalDate,
    )
    expect(faultsOf(lane)).toEqual([['exchange-rate-missing', '/goodsItems']])
  })

  it('refuses a day before the limit that is loaded', () => {
    expect(faultsOf(laneOf({}, '2020-12-31' as LocalDate))).toEqual([['not-covered', '']])
  })
})

describe('VAT charged at sale', () => {
  it('relieves import VAT of a low-value consignment and is declared so', () => {
    expect(laneOf({ ...priced('100.00'), saleVat })).toMatchObject({
      ok: true,
      value: {
        additionalProcedures: ['C07', '1RV'],
        statements: ['RVAT1'],
        vat: 'charged-at-sale',
      },
    })
  })

  it('does not replace import VAT over the limit, and the record says who has to refund it', () => {
    const lane = laneOf({ ...priced('135.01'), saleVat })
    expect(lane).toMatchObject({ ok: true, value: { vat: 'import-vat', statements: [] } })
    const reasons = lane.ok ? lane.value.reasons.map(({ text }) => text.en) : []
    expect(reasons.join(' ')).toContain('refund')
  })

  it('counts only under a UK VAT registration', () => {
    const lane = laneOf({
      ...priced('100.00'),
      saleVat: { ...saleVat, registration: 'FR12345678901' },
    })
    expect(faultsOf(lane)).toEqual([['invalid-input', '/saleVat/registration']])
  })

  it('is not covered on goods that the relief leaves out', () => {
    const lines = [sampleLine({ commodityCode: '3303001000', unitPrice: money('60.00', 'GBP') })]
    expect(faultsOf(laneOf({ lines, saleVat }))).toEqual([['not-covered', '/saleVat']])
  })

  it('is not asked of a VAT-registered buyer, whose reverse charge is not covered', () => {
    const buyer = { ...businessBuyer, vatNumber: 'GB835017264' }
    expect(faultsOf(laneOf({ ...priced('100.00'), buyer }))).toEqual([
      ['not-covered', '/parties/buyer/vatNumber'],
    ])
    expect(laneOf({ ...priced('100.00'), buyer, saleVat }).ok).toBe(true)
    expect(laneOf({ ...priced('200.00'), buyer }).ok).toBe(true)
  })
})

describe('the kind of goods', () => {
  it.each(['2208309000', '2402209000', '3303001000'])(
    'keeps %s out of the low-value lane',
    (commodityCode) => {
      const lane = laneOf({
        lines: [sampleLine({ commodityCode, unitPrice: money('60.00', 'GBP') })],
      })
      expect(lane).toMatchObject({
        ok: true,
        value: { lane: 'gb-h1-standard', customsDuty: 'due', vat: 'import-vat' },
      })
      const notTaken = lane.ok ? lane.value.notTaken : []
      expect(notTaken.find((other) => other.lane === 'gb-h1-low-value')?.why.en).toContain('kind')
    },
  )

  it('refuses to mix goods within and without the relief', () => {
    const lines = [
      sampleLine({ unitPrice: money('20.00', 'GBP') }),
      sampleLine({ commodityCode: '3303001000', unitPrice: money('20.00', 'GBP') }),
    ]
    expect(faultsOf(laneOf({ lines }))).toEqual([['not-covered', '/goodsItems']])
  })

  it('asks for the commodity code that decides', () => {
    const lines = [{ ...lineWithout('commodityCode'), unitPrice: money('20.00', 'GBP') }]
    expect(faultsOf(laneOf({ lines }))).toEqual([['fact-missing', '/goodsItems/0/commodityCode']])
  })
})

describe('the route', () => {
  it.each(['BT1 5GS', 'bt48 6hq', ' BT9 7AA'])(
    'to Northern Ireland (%s) goes by its own rules, which have to be loaded',
    (postcode) => {
      const lane = laneOf({ deliverTo: { ...privateBuyer.address, postcode } })
      expect(faultsOf(lane)).toEqual([['not-covered', '/deliverTo/postcode']])
      expect(lane.ok ? '' : lane.failures[0].message).toContain('Northern Ireland')
    },
  )

  it.each(['B1 1TA', 'BS1 5TY', 'BA1 1AA', 'TB1 1AA'])('takes %s for Great Britain', (postcode) => {
    expect(laneOf({ deliverTo: { ...privateBuyer.address, postcode } }).ok).toBe(true)
  })

  it('asks for the postcode, because it decides between two customs territories', () => {
    const { lines, city, country } = privateBuyer.address
    expect(faultsOf(laneOf({ deliverTo: { lines, city, country } }))).toEqual([
      ['fact-missing', '/deliverTo/postcode'],
    ])
  })

  it('does not cover other destinations', () => {
    const lane = laneOf({ deliverTo: { lines: ['1 Rue'], city: 'Paris', country: 'FR' } })
    expect(faultsOf(lane)).toEqual([['not-covered', '/deliverTo/country']])
  })

  it.each(['GB', 'JE', 'GG', 'IM'])('does not cover goods sent from %s', (country) => {
    const lane = laneOf({ shipFrom: { ...foreignSeller.address, country } })
    expect(faultsOf(lane)).toEqual([['not-covered', '/shipFrom/country']])
  })

  it('does not cover the post, whose operator clears', () => {
    expect(faultsOf(laneOf({ transport: { mode: 'post' } }))).toEqual([
      ['not-covered', '/transport/mode'],
    ])
  })

  it('names all that is wrong at once', () => {
    const lane = laneOf({
      transport: { mode: 'post' },
      deliverTo: { lines: ['1 Rue'], city: 'Paris', country: 'FR' },
      saleVat: { ...saleVat, registration: 'IM1234567890' },
    })
    expect(faultsOf(lane)).toEqual([
      ['not-covered', '/deliverTo/country'],
      ['not-covered', '/transport/mode'],
      ['invalid-input', '/saleVat/registration'],
    ])
  })
})

describe('the record of the decision', () => {
  it.each(['100.00', '200.00'])('names every lane that was not taken, and why (%s)', (amount) => {
    const lane = laneOf(priced(amount))
    const taken = lane.ok ? lane.value.lane : undefined
    const named = lane.ok ? lane.value.notTaken.map((other) => other.lane) : []
    const all = ['gb-h1-standard', 'gb-h1-low-value', 'gb-birds-bulk', 'gb-post', 'ni-h7']
    expect(named.toSorted()).toEqual(all.filter((lane) => lane !== taken).toSorted())
    for (const { why } of lane.ok ? lane.value.notTaken : []) {
      expect(why.en).toMatch(/\.$/)
      expect(why.zh).toMatch(/。$/)
    }
  })
})
