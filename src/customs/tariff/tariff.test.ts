import { describe, expect, it } from 'vitest'
import { measurementUnits } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import { dutyText } from '../duty/duty-text.ts'
import { decimal } from '../money/decimal.ts'
import type { TariffEdition, TariffGoods } from './tariff-edition.ts'
import { createTariff, findGoods } from './tariff.ts'

function goods(
  commodityCode: string,
  percent: string,
  change: Partial<TariffGoods> = {},
): TariffGoods {
  return {
    commodityCode,
    name: { en: 'goods', zh: '货物' },
    validity: { from: '2021-01-01' as LocalDate },
    thirdCountryDuty: [{ kind: 'ad-valorem', percent: decimal(percent) }],
    vat: { rate: 'standard', options: [] },
    notCovered: [],
    law: 'gb-duty-rate',
    ...change,
  }
}

function edition(id: string, validFrom: string, list: readonly TariffGoods[]): TariffEdition {
  return { id, authority: 'GB', validFrom: validFrom as LocalDate, notCovered: [], goods: list }
}

const tariff = createTariff([
  edition('old', '2021-01-01', [goods('6109100010', '12'), goods('6109100090', '12')]),
  edition('new', '2026-07-01', [
    goods('6109100010', '10'),
    goods('8518210000', '2', { validity: { from: '2026-09-01' as LocalDate } }),
    goods('8518210000', '0', {
      validity: { from: '2021-01-01' as LocalDate, until: '2026-09-01' as LocalDate },
    }),
  ]),
])

function find(code: string, on: string) {
  return findGoods(tariff, { code, on: on as LocalDate, path: '/lines/0/commodityCode' })
}

const units = measurementUnits()
const textOf = (expression: DutyExpression): string => dutyText(expression, units)

describe('finding goods in a tariff', () => {
  it('reads the edition that is in force on the day, from its first day on', () => {
    const before = find('6109100010', '2026-06-30')
    const after = find('6109100010', '2026-07-01')
    expect(before.ok && before.value.edition.id).toBe('old')
    expect(after.ok && after.value.edition.id).toBe('new')
    expect(after.ok && textOf(after.value.goods.thirdCountryDuty)).toBe('10%')
  })

  it('reads the entry of a code that is in force on the day', () => {
    const before = find('8518210000', '2026-08-31')
    const after = find('8518210000', '2026-09-01')
    expect(before.ok && textOf(before.value.goods.thirdCountryDuty)).toBe('0%')
    expect(after.ok && textOf(after.value.goods.thirdCountryDuty)).toBe('2%')
  })

  it('refuses a day for which no edition is loaded', () => {
    expect(find('6109100010', '2020-12-31')).toMatchObject({
      ok: false,
      failures: [{ code: 'tariff-edition-missing', path: '/lines/0/commodityCode' }],
    })
  })

  it('refuses a code that only heads a group, and lists the codes below it', () => {
    const found = find('610910', '2021-02-01')
    expect(found).toMatchObject({
      ok: false,
      failures: [{ code: 'commodity-code-not-declarable' }],
    })
    expect(found.ok ? '' : found.failures[0].mend).toContain('6109100010, 6109100090')
  })

  it('refuses a code that it does not know, and never pads or shortens one', () => {
    for (const code of ['0101210000', '61091000101', '6109100099']) {
      expect(find(code, '2021-02-01')).toMatchObject({
        ok: false,
        failures: [{ code: 'unknown-commodity-code' }],
      })
    }
  })
})
