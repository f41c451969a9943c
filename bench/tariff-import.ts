import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { localDate } from '../src/customs/calendar/local-date.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readDataFiles } from '../src/platform/data-files.ts'
import { formatParts, importEdition, tariffFormats } from '../src/tariffs/index.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { sharedPath } from '../test/shared-material.ts'
import { printFigures, progress } from './figures.ts'
import { onTariffDatabase } from './tariff-database.ts'

// One edition of the United States schedule from the file to the commit, and one of ten times its
// length: its chapters written ten times, under other codes, before the one that ends it.

const TIMES = 10

const format = valueOf(tariffFormats(await readDataFiles(formatParts)))['us-hts']
const folder = await mkdtemp(join(tmpdir(), 'tariff-import-'))
const shared = sharedPath('data', 'us-hts', 'hts_2026_rev_4.json.gz')
const tenfold = join(folder, 'tenfold.json')
await writeFile(tenfold, tenfoldOf(gunzipSync(readFileSync(shared)).toString('utf8')))

const rows = await onTariffDatabase(async (database) => {
  const measured: (readonly string[])[] = []
  for (const [name, path] of [
    ['2026 revision 4, JSON, gzip', shared],
    ['2026 basic, CSV, gzip', sharedPath('data', 'us-hts', 'hts_2026_basic.csv.gz')],
    ['ten times 2026 revision 4', tenfold],
  ] as const) {
    progress(`${name} ...`)
    const startedAt = performance.now()
    const day = localDate('2026-12-01')
    const stated = path === tenfold ? { edition: 'ten', publishedOn: day, effectiveFrom: day } : {}
    const { edition } = valueOf(
      await importEdition(database, {
        ...{ format, paths: [path], stated, existing: 'keep', now: systemClock.now() },
      }),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const each = (seconds * 1e6) / edition.rowsRead
    measured.push([name, String(edition.rowsRead), seconds.toFixed(2), each.toFixed(0)])
  }
  return measured
})
await rm(folder, { recursive: true })

printFigures({
  title: 'Import of a tariff edition',
  about:
    'From the file to the commit in the embedded database, one process. Repeat: ' +
    '`npm run bench -- tariff-import`.',
  columns: ['', 'rows', 'seconds', 'microseconds a row'],
  rows,
})

/** The schedule with copies of all chapters but the last before it, each under other codes. */
function tenfoldOf(json: string): string {
  const all = JSON.parse(json) as readonly { readonly htsno: string }[]
  const body = all.filter(({ htsno }) => !htsno.startsWith('99'))
  const copies = Array.from({ length: TIMES - 1 }, (_, copy) =>
    body.map((row) => ({ ...row, htsno: row.htsno && otherCode(row.htsno, copy) })),
  )
  return JSON.stringify([...copies.flat(), ...all])
}

/** The chapter stays and the third digit turns on; codes that meet are reported, which costs the same. */
function otherCode(code: string, copy: number): string {
  return `${code.slice(0, 2)}${String((Number(code[2]) + copy + 1) % 10)}${code.slice(3)}`
}
