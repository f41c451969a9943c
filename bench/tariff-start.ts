import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { systemClock } from '../src/platform/clock.ts'
import { readDataFiles } from '../src/platform/data-files.ts'
import { formatParts, importEdition, tariffFormats } from '../src/tariffs/index.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { sharedPath } from '../test/shared-material.ts'
import { printFigures, progress } from './figures.ts'
import { onTariffDatabase } from './tariff-database.ts'

// A process that loads all editions into memory: how long that takes, and what it holds afterwards.

const files = [
  'hts_2025_basic.json.gz',
  'hts_2025_rev_32.json.gz',
  'hts_2026_basic.csv.gz',
  'hts_2026_rev_3.json.gz',
  'hts_2026_rev_4.json.gz',
  'hts_2026_rev_10.json.gz',
]

/** What `load-editions.ts` tells of itself. */
interface Load {
  readonly editions: number
  readonly milliseconds: number
  readonly residentMegabytes: number
  readonly heapMegabytes: number
}

const formats = valueOf(tariffFormats(await readDataFiles(formatParts)))

const rows = await onTariffDatabase(async (database, url) => {
  const measured: (readonly string[])[] = []
  for (const file of files) {
    progress(`${file} ...`)
    valueOf(
      await importEdition(database, {
        ...{ format: formats['us-hts'], paths: [sharedPath('data', 'us-hts', file)], stated: {} },
        ...{ existing: 'keep', now: systemClock.now() },
      }),
    )
    const { editions, milliseconds, residentMegabytes, heapMegabytes } = load(url)
    measured.push([
      String(editions),
      milliseconds.toFixed(0),
      residentMegabytes.toFixed(0),
      heapMegabytes.toFixed(0),
    ])
  }
  return measured
})

printFigures({
  title: 'Start with tariff editions',
  about:
    'Editions of the United States schedule loaded from the embedded database into a new process, by ' +
    'how many are there. Resident memory is that of the whole process. Repeat: `npm run bench -- tariff-start`.',
  columns: ['editions', 'milliseconds', 'resident MB', 'heap MB'],
  rows,
})

function load(url: string): Load {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', join(import.meta.dirname, 'load-editions.ts'), url],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  )
  if (status !== 0) throw new Error('the editions were not loaded')
  return JSON.parse(stdout) as Load
}
