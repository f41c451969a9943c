import { describe, expect, it } from 'vitest'
import { dataFile, gbReferenceData, valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { readTariffEdition } from './read-tariff-edition.ts'
import { lowValueThresholdOn, readThresholds, taxLineRoundingOn } from './thresholds.ts'
import { readVatRates, vatRateOn } from './vat-rates.ts'

const data = gbReferenceData()
const today = '2026-11-22' as LocalDate

describe('the shipped tariff', () => {
  const goods = data.tariff.editions.flatMap(({ edition }) => edition.goods)

  it('cites only laws that are in the data', () => {
    const cited = goods.flatMap(({ law, vat }) => [
      law,
      ...(vat.law === undefined ? [] : [vat.law]),
      ...vat.options.map((option) => option.law),
    ])
    expect(cited.filter((law) => !data.laws.has(law))).toEqual([])
  })

  it('holds each code once for a day', () => {
    for (const { byCode } of data.tariff.editions) {
      for (const entries of byCode.values()) {
        const starts = entries.map(({ validity }) => validity.from)
        expect(new Set(starts).size).toBe(starts.length)
      }
    }
  })

  it('names a VAT rate that is loaded for every commodity', () => {
    const named = goods.flatMap(({ vat }) => [vat.rate, ...vat.options.map(({ rate }) => rate)])
    for (const name of new Set(named)) {
      expect(vatRateOn(data.vatRates, name, today)).toBeDefined()
    }
  })

  it('prices duties by quantity in pounds, so that no rate of exchange is needed', () => {
    const specific = goods
      .flatMap(({ thirdCountryDuty }) => thirdCountryDuty)
      .filter((component) => component.kind === 'specific')
    expect(specific.length).toBeGreaterThan(0)
    expect(specific.every(({ currency }) => currency === 'GBP')).toBe(true)
  })
})

describe('reading a tariff edition', () => {
  it('refuses a kind of component that it does not know, rather than drop it', () => {
    const file = structuredClone(dataFile('gb/tariff/gb-2021-01-01.json')) as {
      goods: { thirdCountryDuty: { expression: { components: unknown[] } } }[]
    }
    file.goods[0]?.thirdCountryDuty.expression.components.push({ kind: 'minimum', amount: '1' })
    const read = readTariffEdition(file)
    expect(read.ok ? [] : read.failures.map(({ path }) => path)).toContain(
      '/goods/0/thirdCountryDuty/expression/components/1',
    )
  })

  it('refuses a code that is not ten digits', () => {
    const file = structuredClone(dataFile('gb/tariff/gb-2021-01-01.json')) as {
      goods: { commodityCode: string }[]
    }
    file.goods[0] = { ...file.goods[0]!, commodityCode: '09021000' }
    const read = readTariffEdition(file)
    expect(read.ok ? [] : read.failures.map(({ path }) => path)).toEqual(['/goods/0/commodityCode'])
  })
})

describe('the shipped limits and rates', () => {
  it('holds the low-value limit of 135 pounds from its first day', () => {
    expect(lowValueThresholdOn(data.thresholds, '2020-12-31' as LocalDate)).toBeUndefined()
    const threshold = lowValueThresholdOn(data.thresholds, '2021-01-01' as LocalDate)
    expect(threshold?.limit).toEqual({ amount: '135.00', currency: 'GBP' })
  })

  it('leaves excise goods and perfume out of the relief', () => {
    const excluded = lowValueThresholdOn(data.thresholds, today)?.excludedCodes ?? []
    const isExcluded = (code: string) => excluded.some((beginning) => code.startsWith(beginning))
    for (const code of ['2204219800', '2208309000', '2402209000', '3303001000']) {
      expect(isExcluded(code)).toBe(true)
    }
    expect(isExcluded('6109100010')).toBe(false)
  })

  it('cuts each tax line to the penny', () => {
    expect(taxLineRoundingOn(data.thresholds, today)).toEqual({ rule: 'truncate', decimals: 2 })
  })

  it('refuses an exclusion that does not say which codes it means', () => {
    const file = structuredClone(dataFile('gb/thresholds.json')) as {
      thresholds: { excludes: { commodityCodePrefixes?: unknown }[] }[]
    }
    delete file.thresholds[0]?.excludes[0]?.commodityCodePrefixes
    expect(readThresholds(file).ok).toBe(false)
  })

  it('knows VAT of 20, 5 and 0 per cent, and none before the rate began', () => {
    expect(vatRateOn(data.vatRates, 'standard', today)?.percent).toBe('20')
    expect(vatRateOn(data.vatRates, 'reduced', today)?.percent).toBe('5')
    expect(vatRateOn(data.vatRates, 'zero', today)?.percent).toBe('0')
    expect(vatRateOn(data.vatRates, 'standard', '2010-12-31' as LocalDate)).toBeUndefined()
  })

  it('refuses a file without rates', () => {
    expect(readVatRates({ rates: [] }).ok).toBe(false)
    expect(valueOf(readVatRates(dataFile('gb/vat.json')))).toHaveLength(3)
  })
})
