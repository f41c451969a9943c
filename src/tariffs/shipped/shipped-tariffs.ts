import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Type, type Static } from 'typebox'

import { checkedReader } from '../../customs/checked-reader.ts'
import { readTariffCsv, type TariffCsv } from '../../customs/formats/tariff-csv/index.ts'
import type { TariffCsvReference } from '../../customs/formats/tariff-csv/index.ts'
import type { LoadedTariff } from '../../customs/landed-cost/landed-cost-book.ts'
import { createMeasureIndex } from '../../customs/measures/measure-index.ts'
import { typesOfTariff } from '../../customs/measures/measure-type.ts'
import { readMeasuresNotCovered } from '../../customs/measures/measures-not-covered.ts'
import { createNomenclature } from '../../customs/nomenclature/nomenclature.ts'
import { localDate, oneOf } from '../../customs/order/schema.ts'
import { changesOfLaw, readStackingLaw, stackOnTariff } from '../../customs/programmes/index.ts'
import { combineAll, type Result, success } from '../../customs/result.ts'
import { dataFolder } from '../../platform/data-files.ts'
import { csvRows } from './csv-rows.ts'

const territory = oneOf(['US', 'GB', 'EU'], 'customs territory')

const editionsSchema = Type.Object({
  tariffs: Type.Array(Type.Object({ territory, id: Type.String(), validFrom: localDate }), {
    minItems: 1,
  }),
})

type ShippedEdition = Static<typeof editionsSchema>['tariffs'][number]

const readEditions = checkedReader<Static<typeof editionsSchema>>(editionsSchema)

/**
 * The starter tariffs that come with the program, by customs territory: common consumer goods, so that
 * real things can be quoted before any official edition is imported. A fault in a table is named with
 * its line and column.
 */
export async function shippedTariffs(
  reference: TariffCsvReference,
): Promise<Result<ReadonlyMap<string, LoadedTariff>>> {
  const editions = readEditions(await readJson('tariff/editions.json'))
  if (!editions.ok) return editions
  const tariffs = combineAll(
    await Promise.all(editions.value.tariffs.map((edition) => loaded(edition, reference))),
  )
  return tariffs.ok ? success(new Map(tariffs.value)) : tariffs
}

async function loaded(
  edition: ShippedEdition,
  reference: TariffCsvReference,
): Promise<Result<readonly [string, LoadedTariff]>> {
  const name = edition.territory.toLowerCase()
  const [goods, measures, areas] = await Promise.all([
    readTable(`${name}-goods`),
    readTable(`${name}-measures`),
    readTable(`${name}-areas`),
  ])
  const read = readTariffCsv(
    { goods: goods ?? [], measures: measures ?? [], ...(areas && { areas }) },
    edition,
    reference,
  )
  if (!read.ok) return read
  const besides = await ofTerritory(edition.territory)
  if (!besides.ok) return besides
  return success([
    edition.territory,
    { ...tariffOf(read.value, edition, reference), ...besides.value },
  ] as const)
}

function tariffOf(
  { nomenclature, measures, areas }: TariffCsv,
  edition: ShippedEdition,
  { types, units }: TariffCsvReference,
): LoadedTariff {
  return {
    nomenclature: createNomenclature([nomenclature]),
    measures: createMeasureIndex(measures, areas),
    ...{ types: typesOfTariff(types, edition.territory), units },
    // Only the British tariff says which rate of VAT goods bear.
    statesVat: edition.territory === 'GB' ? 'for-some-goods' : 'never',
  }
}

/** What is known of the tariff of a territory beside its tables. */
async function ofTerritory(
  shipped: ShippedEdition['territory'],
): Promise<Result<Pick<LoadedTariff, 'stackOn' | 'changesOfStack' | 'notCovered'>>> {
  switch (shipped) {
    case 'US':
      return americanStack()
    case 'GB':
      return britishGaps()
    case 'EU':
      return success({})
  }
}

/** Measures of Great Britain that the starter tariff is known not to hold. */
async function britishGaps(): Promise<Result<Pick<LoadedTariff, 'notCovered'>>> {
  const notCovered = readMeasuresNotCovered(await readJson('gb/measures-not-covered.json'))
  return notCovered.ok ? success({ notCovered: notCovered.value }) : notCovered
}

/** The additional duties of the United States, with the lists of goods that are shipped. */
async function americanStack(): Promise<Result<Pick<LoadedTariff, 'stackOn' | 'changesOfStack'>>> {
  const law = readStackingLaw({
    programmes: await readJson('us/programmes.json'),
    lists: await readJson('us/product-lists.json'),
  })
  if (!law.ok) return law
  return success({
    stackOn: (tariff, question) => stackOnTariff(law.value, tariff, question),
    changesOfStack: changesOfLaw(law.value),
  })
}

async function readTable(name: string) {
  const path = join(dataFolder, 'tariff', `${name}.csv`)
  return existsSync(path) ? csvRows(await readFile(path, 'utf8')) : undefined
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(dataFolder, path), 'utf8')) as unknown
}
