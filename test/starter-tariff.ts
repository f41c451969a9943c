import { readFileSync } from 'node:fs'

import { localDate } from '../src/customs/calendar/local-date.ts'
import {
  readTariffCsv,
  type TariffCsv,
  type TariffCsvReference,
} from '../src/customs/formats/tariff-csv/index.ts'
import { readMeasureTypes } from '../src/customs/measures/measure-type.ts'
import { csvRows } from '../src/tariffs/shipped/csv-rows.ts'
import { dataFile, measurementUnits, orderKnowledge, valueOf } from './gb-reference-data.ts'

/** The customs territories that the starter tariff is for. */
export const starterTerritories = ['US', 'GB', 'EU'] as const

export type StarterTerritory = (typeof starterTerritories)[number]

/** One of the goods with its code in each territory; empty where the starter tariff has none. */
export type StarterGood = Readonly<
  Record<'id' | 'name_en' | 'name_zh' | 'us_code' | 'gb_code' | 'eu_code', string>
>

/** The code of a good in a territory; empty where there is none. */
export function starterCode(good: StarterGood, territory: StarterTerritory): string {
  return { US: good.us_code, GB: good.gb_code, EU: good.eu_code }[territory]
}

/** What the tables of a tariff may name, as the repository ships it. */
export const tariffCsvReference: TariffCsvReference = {
  types: valueOf(readMeasureTypes(dataFile('reference/measure-types.json'))),
  units: measurementUnits(),
  knownCodes: orderKnowledge().knownCodes,
}

interface StarterEdition {
  readonly territory: StarterTerritory
  readonly id: string
  readonly validFrom: string
}

/** The starter tariff of a territory; a table that its reader refuses fails the test. */
export function starterTariff(territory: StarterTerritory): TariffCsv {
  const { tariffs } = dataFile('tariff/editions.json') as {
    readonly tariffs: readonly StarterEdition[]
  }
  const { id, validFrom } = tariffs.find((tariff) => tariff.territory === territory)!
  const table = (name: string) => tableRows(`${territory.toLowerCase()}-${name}`)
  const tables = {
    goods: table('goods'),
    measures: table('measures'),
    ...(territory !== 'EU' && { areas: table('areas') }),
  }
  const title = { id, validFrom: localDate(validFrom) }
  return valueOf(readTariffCsv(tables, title, tariffCsvReference))
}

/** All goods of the starter tariff. */
export function starterGoods(): readonly StarterGood[] {
  const [head, ...rows] = tableRows('goods')
  return rows.map(
    ({ cells }) =>
      Object.fromEntries(head!.cells.map((name, index) => [name, cells[index]!])) as StarterGood,
  )
}

function tableRows(name: string) {
  return csvRows(readFileSync(new URL(`../data/tariff/${name}.csv`, import.meta.url), 'utf8'))
}
