import { readdirSync, statSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import { dutyText } from '../../src/customs/duty/duty-text.ts'
import { createMeasureIndex } from '../../src/customs/measures/measure-index.ts'
import { findCode } from '../../src/customs/nomenclature/find-code.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import { dataFile, measurementUnits } from '../gb-reference-data.ts'
import {
  starterCode,
  starterGoods,
  starterTariff,
  type StarterTerritory,
  starterTerritories,
} from '../starter-tariff.ts'

const today = localDate('2026-11-23')
const goods = starterGoods()
const units = measurementUnits()
const folder = new URL('../../data/tariff/', import.meta.url)

describe('the starter tariff', () => {
  it('has at least four hundred goods with a code in each territory', () => {
    const everywhere = goods.filter((good) =>
      starterTerritories.every((territory) => starterCode(good, territory) !== ''),
    )
    expect(everywhere.length).toBeGreaterThanOrEqual(400)
  })

  it('calls each of the goods by a name of its own, in English and Chinese', () => {
    for (const column of ['id', 'name_en', 'name_zh'] as const) {
      expect(new Set(goods.map((good) => good[column])).size).toBe(goods.length)
    }
    for (const { id, name_en, name_zh } of goods) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(name_en).toMatch(/^[\x20-\x7E²]+$/)
      expect(name_zh).toMatch(/\p{Script=Han}/u)
    }
  })

  it('has every American code looked up on the lists of additional duties', () => {
    const { starterGoods: lookedUp } = dataFile('us/product-lists.json') as {
      readonly starterGoods: string
    }
    const codes = goods.map((good) => starterCode(good, 'US')).filter((code) => code !== '')
    expect(new Set(lookedUp.split(' '))).toEqual(new Set(codes))
  })

  it('stays small', () => {
    const sizes = readdirSync(folder).map((name) => statSync(new URL(name, folder)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000)
  })
})

describe.each(starterTerritories)('the starter tariff of %s', (territory) => {
  const tariff = starterTariff(territory)
  const nomenclature = createNomenclature([tariff.nomenclature])
  const measures = createMeasureIndex(tariff.measures, tariff.areas)
  const codes = goods.map((good) => starterCode(good, territory)).filter((code) => code !== '')

  it('has a line for every code, and no line besides', () => {
    const lines = tariff.nomenclature.rows.map(({ code }) => code)
    expect(new Set(lines)).toEqual(new Set(codes))
    for (const code of codes) {
      expect(findCode(nomenclature, { code, on: today }), code).toMatchObject({
        kind: 'declarable',
      })
    }
  })

  it('names its lines in English and Chinese', () => {
    for (const { descriptions } of tariff.nomenclature.rows) {
      expect(descriptions.en).toMatch(/^[\x20-\x7E²]+$/)
      expect(descriptions.zh).toMatch(/\p{Script=Han}/u)
    }
  })

  it('has one rate of third countries for every code, today', () => {
    for (const code of codes) {
      const found = measures.measuresFor({ code, origin: 'VN', on: today })
      expect(found.filter(({ type }) => type === '103').length, code).toBe(1)
    }
  })

  it('says of every measure where it was read', () => {
    expect(tariff.sources.size).toBe(tariff.measures.length)
  })
})

describe('rates that the starter tariff leaves out because they are not known', () => {
  const dutiesOf = (territory: StarterTerritory, code: string, origin: string) => {
    const tariff = starterTariff(territory)
    const index = createMeasureIndex(tariff.measures, tariff.areas)
    const found = index.measuresFor({ code, origin, on: today })
    return found
      .filter(({ type }) => type === '103')
      .map(({ expression }) => dutyText(expression ?? [], units))
  }

  it('are those of goods that bear a trade remedy', () => {
    for (const territory of ['GB', 'EU'] as const) {
      expect(dutiesOf(territory, '6911100090', 'CN')).toEqual([])
      expect(dutiesOf(territory, '6911100090', 'VN')).toEqual(['12%'])
    }
  })

  it('are those of origins that bear other duties', () => {
    expect(dutiesOf('GB', '6109100010', 'RU')).toEqual([])
    expect(dutiesOf('US', '6109100012', 'CN')).toEqual(['16.5%'])
    expect(dutiesOf('US', '6109100012', 'RU')).toEqual(['90%'])
  })
})
