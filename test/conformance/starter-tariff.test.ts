import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import { dutyText } from '../../src/customs/duty/duty-text.ts'
import { type HtsEdition, htsEditionReader } from '../../src/customs/formats/us-hts/index.ts'
import { scheduleMeasures } from '../../src/customs/formats/us-hts/schedule-measures.ts'
import { readSpecialProgrammes } from '../../src/customs/formats/us-hts/special-programmes.ts'
import type { Measure } from '../../src/customs/measures/measure.ts'
import { createMeasureIndex, type MeasureBook } from '../../src/customs/measures/measure-index.ts'
import { findCode } from '../../src/customs/nomenclature/find-code.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import type { NomenclatureRow } from '../../src/customs/nomenclature/nomenclature-edition.ts'
import { dataFile, measurementUnits, valueOf } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { starterGoods, starterTariff } from '../starter-tariff.ts'

const goods = starterGoods()
const units = measurementUnits()
const title = (what: string) =>
  hasSharedMaterial ? `The starter tariff: ${what}` : `${what}: ${sharedMaterialAbsent}`

describe.skipIf(!hasSharedMaterial)(title('the United States schedule'), () => {
  const codes = goods.map(({ us_code: code }) => code).filter((code) => code !== '')
  const programmes = valueOf(readSpecialProgrammes(dataFile('us/special-programmes.json')))

  it.each([
    ['2025_basic', '2025-01-01'],
    ['2026_rev_10', '2026-06-08'],
  ])('edition %s has the same codes and says the same rates', (id, day) => {
    const edition = usEdition(id, day)
    const on = localDate(day)
    const nomenclature = createNomenclature([edition.nomenclature])
    const theirs = scheduleMeasures([edition], programmes)
    const { measures, areas, nomenclature: lines } = starterTariff('US')
    const ourLines = createNomenclature([lines])
    const ours = createMeasureIndex(measures, areas)
    // Ordinary goods, a country agreement, an agreement of three, one of seven, and column 2.
    for (const origin of ['CN', 'KR', 'JP', 'MX', 'CR', 'RU']) {
      for (const code of codes) {
        // A statistical line may be newer than its rate.
        const { kind } = findCode(ourLines, { code, on })
        expect({ code, kind }).toEqual({ code, kind: findCode(nomenclature, { code, on }).kind })
        const asked = { code, origin, on }
        expect({ ...asked, rates: ratesOf(ours, asked) }).toEqual({
          ...asked,
          rates: ratesOf(theirs, asked),
        })
      }
    }
  })
})

/** Programmes of several symbols for one country (such as P+) are not in the starter tariff. */
const symbolsHeld = new Set(['1011', 'KR', 'JP', 'S', 'P', 'RU'])

function ratesOf(book: MeasureBook, goodsOnDay: Parameters<MeasureBook['measuresFor']>[0]) {
  const found = book
    .measuresFor(goodsOnDay)
    .filter(({ area, expression }) => symbolsHeld.has(area) && expression !== undefined)
  const general = found.filter(({ type }) => type === '103').map(textOf)
  // A preference that is the general rate over again prefers nothing.
  const special = found.filter(({ type }) => type !== '103').map(textOf)
  return [...general, ...special.filter((text) => !general.includes(text))]
}

function textOf({ expression = [] }: Measure): string {
  return dutyText(expression, units)
}

function usEdition(id: string, from: string): HtsEdition {
  const file = sharedPath('data', 'us-hts', `hts_${id}.json.gz`)
  const reader = htsEditionReader('json', { id, validFrom: localDate(from) })
  reader.push(gunzipSync(readFileSync(file)).toString('utf8'))
  return valueOf(reader.end())
}

describe.skipIf(!hasSharedMaterial)(title('the integrated tariff'), () => {
  it('of March 2026 has every code of the European Union, and the shape of every British one', () => {
    const on = localDate('2026-03-12')
    const nomenclature = createNomenclature([
      { id: 'taric', validFrom: localDate('1971-12-31'), rows: taricRows() },
    ])
    for (const code of goods.flatMap(({ eu_code, gb_code }) => [eu_code, gb_code])) {
      if (code === '') continue
      const { kind } = findCode(nomenclature, { code, on })
      expect({ code, kind }).toEqual({ code, kind: 'declarable' })
    }
  })

  it('of 2021 has the rates of every code that it knows', () => {
    const table = ratesOf2021()
    const compared = (['GB', 'EU'] as const).map((territory) => {
      const { measures } = starterTariff(territory)
      const printed = measures.filter(
        ({ code, type, validity }) =>
          type === '103' && validity.from === '2021-01-01' && table.has(code),
      )
      for (const measure of printed) {
        const rate = table.get(measure.code)![territory]
        expect({ code: measure.code, rate: textOf(measure) }).toEqual({ code: measure.code, rate })
      }
      return printed.length
    })
    expect(Math.min(...compared)).toBeGreaterThan(400)
  })
})

function taricRows(): readonly NomenclatureRow[] {
  const file = gunzipSync(readFileSync(sharedPath('data', 'eu', 'taric_nomenclature_en.csv.gz')))
  const lines: readonly Readonly<Record<string, string>>[] = parse(file, {
    columns: true,
    bom: true,
  })
  return lines.map((line) => {
    const [code = '', suffix = ''] = line['Goods code']!.split(' ')
    const isHeading = line['Hier. Pos.'] === '2' || line['Hier. Pos.'] === '4'
    const dashes = line.Indent!.replaceAll(' ', '').length
    return {
      ...{ code, suffix },
      // Chapters and headings carry no dashes; the subheadings below them one or more.
      depth: isHeading ? (line['Hier. Pos.'] === '2' ? 0 : 1) : dashes + 1,
      mayBeDeclared: suffix === '80',
      descriptions: { en: line.Description! },
      supplementaryUnits: [],
    }
  })
}

/** The British and the European rate of each code, printed as we print them: amounts to the penny. */
function ratesOf2021(): ReadonlyMap<string, Readonly<Record<'GB' | 'EU', string>>> {
  const file = readFileSync(sharedPath('data', 'uk', 'ukgt_2021_observations.csv'))
  const lines: readonly Readonly<Record<string, string>>[] = parse(file, {
    columns: true,
    bom: true,
  })
  return new Map(
    lines.map((line) => [
      line.commodity!.padStart(8, '0'),
      { GB: printed(line.ukgt_duty_rate!), EU: printed(line.cet_duty_rate!) },
    ]),
  )
}

function printed(text: string): string {
  const rate = text
    .replaceAll(/\s*\/\s*/g, '/')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('100kg', '100 kg')
    .replaceAll('1000kg', '1000 kg')
    .replaceAll('tonne', '1000 kg')
    .replaceAll(/\d+\.\d+(?=%)/g, (percent) => percent.replace(/\.?0+$/, ''))
    .trim()
  return rate === '0%' ? 'free' : rate
}
