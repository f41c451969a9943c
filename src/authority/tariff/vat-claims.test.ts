import { describe, expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import { readVatClaims, vatClaims } from './vat-claims.ts'

const header = 'additional_code,commodity_code,vat_rate,condition,valid_from,valid_to,source'
const zero = { additionalCode: 'VATZ', commodityCode: '6109100010' }

describe('what may be claimed of VAT', () => {
  const claims = vatClaims(
    readVatClaims(`${header}\nVATZ,6109100010,0,for children,2021-01-01,2027-01-01,test`),
  )

  it('is granted for the code and the goods that it stands for, while it is in force', () => {
    expect(claims.rateFor(zero, localDate('2026-12-31'))?.rate).toBe('0')
    expect(claims.rateFor(zero, localDate('2027-01-01'))).toBeUndefined()
    expect(claims.rateFor(zero, localDate('2020-12-31'))).toBeUndefined()
    const on = localDate('2026-09-10')
    expect(claims.rateFor({ ...zero, commodityCode: '6403999690' }, on)).toBeUndefined()
    expect(claims.rateFor({ ...zero, additionalCode: 'VATR' }, on)).toBeUndefined()
  })

  it.each([
    ['a code that claims nothing of VAT', 'X306,6109100010,0,x,2021-01-01,,test'],
    ['goods of eight digits', 'VATZ,61091000,0,x,2021-01-01,,test'],
    ['a rate that is no number', 'VATZ,6109100010,zero,x,2021-01-01,,test'],
    ['a day that does not exist', 'VATZ,6109100010,0,x,2021-02-30,,test'],
  ])('refuses a table with %s', (_what, line) => {
    expect(() => readVatClaims(`${header}\n${line}`)).toThrow(TypeError)
  })
})
