import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { localDate } from '../src/customs/calendar/local-date.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readDataFiles } from '../src/platform/data-files.ts'
import type { Database, Schema } from '../src/platform/postgres/index.ts'
import {
  type FormatName,
  formatParts,
  importEdition,
  type ImportRequest,
  tariffFormats,
} from '../src/tariffs/index.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { sharedPath } from '../test/shared-material.ts'
import { progress } from './figures.ts'
import { syntheticTariff, taricRows } from './synthetic-tariff.ts'

/** The editions of the schedule of the United States among the reference material. */
export const schedules = [
  'hts_2025_basic.json.gz',
  'hts_2025_rev_32.json.gz',
  'hts_2026_basic.csv.gz',
  'hts_2026_rev_3.json.gz',
  'hts_2026_rev_4.json.gz',
  'hts_2026_rev_10.json.gz',
]

/** So many commodities the British tariff has, more or less. */
export const COMMODITIES = 15_000

const formats = valueOf(tariffFormats(await readDataFiles(formatParts)))
const nomenclature = await taricRows()

type Files = Pick<ImportRequest, 'paths' | 'stated' | 'territory'>

/** Imports one edition of the schedule of the United States. */
export function importSchedule(database: Database<Schema>, file: string): Promise<void> {
  return importing(database, 'us-hts', {
    paths: [sharedPath('data', 'us-hts', file)],
    stated: {},
  })
}

/** Imports a tariff with real codes and made-up measures, see {@link syntheticTariff}. */
export async function importSynthetic(
  database: Database<Schema>,
  { territory, commodities }: { readonly territory: 'GB' | 'EU'; readonly commodities: number },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'synthetic-'))
  const seed = territory === 'GB' ? 1 : 2
  const tables = syntheticTariff(nomenclature, { seed, commoditiesMax: commodities })
  const paths = [join(folder, 'goods.csv'), join(folder, 'measures.csv')] as const
  await writeFile(paths[0], tables.goods)
  await writeFile(paths[1], tables.measures)
  const stated = titled(`synthetic-${territory}`)
  await importing(database, 'tariff-csv', { paths, territory, stated })
  await rm(folder, { recursive: true })
}

/** Imports the nomenclature of the European Union, which states no rates. */
export function importUnionNomenclature(database: Database<Schema>): Promise<void> {
  return importing(database, 'taric', {
    paths: [sharedPath('data', 'eu', 'taric_nomenclature_en.csv.gz')],
    stated: titled('taric'),
  })
}

function titled(edition: string): ImportRequest['stated'] {
  const day = localDate('2026-03-12')
  return { edition, publishedOn: day, effectiveFrom: day }
}

async function importing(
  database: Database<Schema>,
  format: FormatName,
  files: Files,
): Promise<void> {
  progress(`${files.paths[0]} ...`)
  valueOf(
    await importEdition(database, {
      ...{ format: formats[format], ...files, existing: 'keep', now: systemClock.now() },
    }),
  )
}
