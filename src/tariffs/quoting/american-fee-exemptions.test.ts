import { beforeAll, describe, expect, it } from 'vitest'

import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { type LineFacts, saleTo } from '../../../test/landed-cost.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { quoteSources } from '../../customs/landed-cost/landed-cost-book.ts'
import type { LandedCharge } from '../../customs/landed-cost/landed-charge.ts'
import type { LandedCost } from '../../customs/landed-cost/landed-cost.ts'
import { compare } from '../../customs/money/money.ts'
import { quoteLandedCost, type QuoteSources } from '../../customs/landed-cost/quote-landed-cost.ts'
import { shippedBook } from './shipped-book.ts'

const FEE = 'merchandise-processing-fee'
const shirt = { price: '4000.00', commodityCode: '6109100012', netWeightKg: '40' }

interface Programme {
  readonly symbol: string
  readonly countries: readonly string[]
  readonly from: string
}

interface ExemptCase {
  readonly preferences?: readonly string[]
  readonly origins: readonly string[]
  readonly validFrom: string
}

describe('the merchandise processing fee of the United States', () => {
  let sources: QuoteSources

  beforeAll(async () => {
    sources = valueOf(quoteSources(await shippedBook(), 'US'))
  })

  function quoted(lines: readonly LineFacts[], day = '2026-11-01'): LandedCost {
    const way = { channel: 'freight', transportMode: 'air', buyer: { kind: 'business' } }
    const sale = saleTo({ to: 'US', currency: 'USD', incoterm: 'FOB', ...way, lines })
    return valueOf(quoteLandedCost(sale, localDate(day), sources))
  }

  const feeOf = (quote: LandedCost, rule = FEE): LandedCharge => {
    const fees = quote.charges.filter((charge) => charge.rule === rule)
    if (fees.length !== 1) throw new Error(`${fees.length} charges of ${rule}`)
    return fees[0]!
  }

  it('is due on goods of Mexico for which nothing is claimed, with the lower total beside it', () => {
    const quote = quoted([{ ...shirt, origin: 'MX' }])
    expect(feeOf(quote).amount.amount).toBe('34.58')
    const [plain, claimed] = ['third-country', 'preference'].map((kind) =>
      quote.lines[0]!.options.find((option) => option.kind === kind)!,
    )
    const underClaim = quoted([{ ...shirt, origin: 'MX', preference: claimed!.claim!.preference }])
    expect(compare(plain!.charges, quote.totals.charges)).toBe(0)
    expect(claimed!.isCheapest).toBe(true)
    expect(compare(claimed!.charges, underClaim.totals.charges)).toBe(0)
    expect(feeOf(underClaim)).toMatchObject({
      amount: { amount: '0.00', currency: 'USD' },
      law: { title: '19 U.S.C. 58c(b); 19 CFR 24.23(c)' },
      inForceFrom: '2020-07-01',
      formula: {
        en: 'exempt: line 1 (originating goods under the USMCA) = USD 0.00',
        zh: '免收：第1行（《美墨加协定》原产货物） = USD 0.00',
      },
    })
  })

  it('goes with the additional duties that the claim spares the goods', () => {
    const charged = (line: LineFacts) => quoted([line]).totals.additionalDuty.amount
    expect(charged({ ...shirt, origin: 'MX' })).not.toBe('0.00')
    expect(charged({ ...shirt, origin: 'MX', preference: 'S' })).toBe('0.00')
  })

  it('is worked out on the lines that are not exempt, at least the minimum and at most the maximum', () => {
    const claimed = { ...shirt, origin: 'CA', preference: 'S' }
    const other = (price: string) => ({ ...shirt, price, origin: 'GB' })
    const little = feeOf(quoted([claimed, other('100.00')]))
    expect(little).toMatchObject({
      base: { amount: '100.00', currency: 'USD' },
      amount: { amount: '34.58', currency: 'USD' },
      law: { title: expect.stringContaining('91 FR 48398') as string },
      formula: {
        en: 'without line 1 (originating goods under the USMCA): customs value USD 100.00 × 0.3464% = USD 0.3464, at least USD 34.58, so USD 34.58',
        zh: '不含第1行（《美墨加协定》原产货物）：完税价格 USD 100.00 × 0.3464% = USD 0.3464，不低于 USD 34.58，故为 USD 34.58',
      },
    })
    expect(feeOf(quoted([other('20000.00'), claimed])).amount.amount).toBe('69.28')
    const most = quoted([{ ...claimed, price: '900000.00' }, other('300000.00')])
    expect(feeOf(most).amount.amount).toBe('670.86')
  })

  it('is not due on goods that are free for all once their agreement is claimed', () => {
    const phone = { price: '4000.00', commodityCode: '8517130000', origin: 'KR' }
    expect(feeOf(quoted([phone])).amount.amount).not.toBe('0.00')
    expect(feeOf(quoted([{ ...phone, preference: 'KR' }])).amount.amount).toBe('0.00')
    expect(feeOf(quoted([{ ...phone, preference: 'S' }])).amount.amount).not.toBe('0.00')
  })

  it('is due under agreements that do not spare it', () => {
    for (const [origin, preference] of [
      ['JO', 'JO'],
      ['MA', 'MA'],
      ['JP', 'JP'],
    ]) {
      expect(feeOf(quoted([{ ...shirt, origin, preference }])).amount.amount).toBe('34.58')
    }
  })

  it('is never due on products of Israel and of the Caribbean Basin, whatever is claimed', () => {
    expect(feeOf(quoted([{ ...shirt, origin: 'IL' }])).amount.amount).toBe('0.00')
    expect(feeOf(quoted([{ ...shirt, origin: 'HT' }])).amount.amount).toBe('0.00')
  })

  it('is not due on an informal entry of such goods alone, and once on one with others', () => {
    const small = { ...shirt, price: '900.00', origin: 'MX' }
    const claimed = { ...small, preference: 'S' }
    const amount = (lines: readonly LineFacts[]) =>
      feeOf(quoted(lines), 'informal-entry-fee').amount.amount
    expect(amount([small])).toBe('2.77')
    expect(amount([claimed, claimed])).toBe('0.00')
    expect(amount([claimed, small])).toBe('2.77')
  })

  it('names the countries of each agreement as the special column of the schedule does', () => {
    const { programmes } = dataFile('us/special-programmes.json') as {
      readonly programmes: readonly Programme[]
    }
    const { exemptGoods } = dataFile('destinations/us.json') as {
      readonly exemptGoods: readonly { readonly cases: readonly ExemptCase[] }[]
    }
    const byClaim = exemptGoods.flatMap(({ cases }) => cases.filter((one) => one.preferences))
    expect(byClaim.length).toBeGreaterThan(9)
    for (const { preferences, origins, validFrom } of byClaim) {
      for (const symbol of preferences!) {
        const programme = programmes.find((candidate) => candidate.symbol === symbol)
        expect(programme).toMatchObject({ countries: origins, from: validFrom })
      }
    }
  })
})
