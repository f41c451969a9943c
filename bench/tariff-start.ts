import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { printFigures } from './figures.ts'
import { onTariffDatabase } from './tariff-database.ts'
import {
  COMMODITIES,
  importSchedule,
  importSynthetic,
  importUnionNomenclature,
  schedules,
} from './whole-tariffs.ts'

// A process that loads all editions into memory: how long that takes, and what it holds afterwards.

/** What `load-editions.ts` tells of itself. */
interface Load {
  readonly milliseconds: number
  readonly residentMegabytes: number
  readonly heapMegabytes: number
}

const rows = await onTariffDatabase(async (database, url) => {
  const measured: (readonly string[])[] = []
  for (const [index, file] of schedules.entries()) {
    await importSchedule(database, file)
    const count = index + 1
    measured.push(loaded(`United States, ${count} edition${count === 1 ? '' : 's'}`, url))
  }
  await importSynthetic(database, { territory: 'GB', commodities: COMMODITIES })
  measured.push(loaded('and Great Britain', url))
  await importSynthetic(database, { territory: 'EU', commodities: COMMODITIES })
  await importUnionNomenclature(database)
  measured.push(loaded('and the European Union', url))
  return measured
})
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
