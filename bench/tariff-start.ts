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
  readonly processorMilliseconds: number
  readonly residentMegabytes: number
  readonly heapMegabytes: number
}

const rows = await onTariffDatabase(async (database, url) => {
  const [latest, ...earlier] = schedules.toReversed()
  const measured = [row('what comes with the program', load(url))]
  await importSchedule(database, latest!)
  measured.push(row('and the United States', load(url)))
  await importSynthetic(database, { territory: 'GB', commodities: COMMODITIES })
  measured.push(row('and Great Britain', load(url)))
  await importSynthetic(database, { territory: 'EU', commodities: COMMODITIES })
  await importUnionNomenclature(database)
  measured.push(row('and the European Union', load(url)))
  for (const file of earlier) await importSchedule(database, file)
  measured.push(row('and five earlier editions of the United States', load(url)))
  return measured
})
printFigures({
  title: 'Start with tariff editions',
  about:
    'What a process quotes from: the data that come with the program, and over them editions from the ' +
    'embedded database, read by a new process that runs the sources as `npm start` does. The ' +
    'schedule of the United States is real. Great Britain and the European Union have real codes and ' +
    `${COMMODITIES.toLocaleString('en')} commodities with ten made-up measures each; the nomenclature of the ` +
    'Union is there besides. Resident memory is that of the whole process. Repeat: ' +
    '`npm run bench -- tariff-start`.',
  columns: ['', 'milliseconds', 'processor ms', 'resident MB', 'heap MB'],
  rows,
})

function row(
  name: string,
  { milliseconds, processorMilliseconds, residentMegabytes, heapMegabytes }: Load,
): readonly string[] {
  const figures = [milliseconds, processorMilliseconds, residentMegabytes, heapMegabytes]
  return [name, ...figures.map((figure) => figure.toFixed(0))]
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
