import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { localDate } from '../src/customs/calendar/local-date.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readDataFiles } from '../src/platform/data-files.ts'
import type { Database, Schema } from '../src/platform/postgres/index.ts'
import {
  formatParts,
  importEdition,
  type ImportRequest,
  type FormatName,
  tariffFormats,
} from '../src/tariffs/index.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { sharedPath } from '../test/shared-material.ts'
import { printFigures, progress } from './figures.ts'
import { syntheticTariff, taricRows } from './synthetic-tariff.ts'
import { onTariffDatabase } from './tariff-database.ts'

// A process that loads all editions into memory: how long that takes, and what it holds afterwards.

const schedules = [
  'hts_2025_basic.json.gz',
  'hts_2025_rev_32.json.gz',
  'hts_2026_basic.csv.gz',
  'hts_2026_rev_3.json.gz',
  'hts_2026_rev_4.json.gz',
  'hts_2026_rev_10.json.gz',
]

/** So many commodities the British tariff has, more or less. */
const COMMODITIES = 15_000

/** What `load-editions.ts` tells of itself. */
interface Load {
  readonly milliseconds: number
  readonly residentMegabytes: number
  readonly heapMegabytes: number
}

type Files = Pick<ImportRequest, 'paths' | 'stated' | 'territory'>

const formats = valueOf(tariffFormats(await readDataFiles(formatParts)))
const folder = await mkdtemp(join(tmpdir(), 'tariff-start-'))
const nomenclature = await taricRows()

const rows = await onTariffDatabase(async (database, url) => {
  const measured: (readonly string[])[] = []
  for (const [index, file] of schedules.entries()) {
    await importing(database, 'us-hts', {
      paths: [sharedPath('data', 'us-hts', file)],
      stated: {},
    })
    const count = index + 1
    measured.push(loaded(`United States, ${count} edition${count === 1 ? '' : 's'}`, url))
  }
  await importing(database, 'tariff-csv', await synthetic('GB', { seed: 1 }))
  measured.push(loaded('and Great Britain', url))
  await importing(database, 'tariff-csv', await synthetic('EU', { seed: 2 }))
  await importing(database, 'taric', {
    paths: [sharedPath('data', 'eu', 'taric_nomenclature_en.csv.gz')],
    stated: titled('taric'),
  })
  measured.push(loaded('and the European Union', url))
  return measured
})
await rm(folder, { recursive: true })

printFigures({
  title: 'Start with tariff editions',
  about:
    'Editions loaded from the embedded database into a new process, with what comes with the program. ' +
    'Those of the United States are real. Great Britain and the European Union have real codes and ' +
    `${COMMODITIES.toLocaleString('en')} commodities with ten made-up measures each; the nomenclature of the ` +
    'Union is loaded besides. Resident memory is that of the whole process. Repeat: ' +
    '`npm run bench -- tariff-start`.',
  columns: ['', 'milliseconds', 'resident MB', 'heap MB'],
  rows,
})

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

async function synthetic(territory: string, { seed }: { readonly seed: number }): Promise<Files> {
  const tables = syntheticTariff(nomenclature, { seed, commoditiesMax: COMMODITIES })
  const goods = join(folder, `${territory}-goods.csv`)
  const measures = join(folder, `${territory}-measures.csv`)
  await writeFile(goods, tables.goods)
  await writeFile(measures, tables.measures)
  return { paths: [goods, measures], territory, stated: titled(`synthetic-${territory}`) }
}

function titled(edition: string): ImportRequest['stated'] {
  const day = localDate('2026-03-12')
  return { edition, publishedOn: day, effectiveFrom: day }
}

function loaded(name: string, url: string): readonly string[] {
  const { milliseconds, residentMegabytes, heapMegabytes } = load(url)
  return [name, milliseconds.toFixed(0), residentMegabytes.toFixed(0), heapMegabytes.toFixed(0)]
}

function load(url: string): Load {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', join(import.meta.dirname, 'load-editions.ts'), url],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  )
  if (status !== 0) throw new Error('the editions were not loaded')
  return JSON.parse(stdout) as Load
}
