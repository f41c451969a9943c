import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import { readSpecialProgrammes } from '../../src/customs/formats/us-hts/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect, inTransaction, type Schema } from '../../src/platform/postgres/index.ts'
import { findCodeInEditions } from '../../src/tariffs/index.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { dataFile, measureTypes, valueOf } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { run } from '../terminal.ts'
import { sharedHeldLaw } from '../us-programmes.ts'

const title = hasSharedMaterial
  ? 'Official files on the command line'
  : `Official files on the command line: ${sharedMaterialAbsent}`

/** Each edition with the day from which it holds, and its rows, counted apart from our reader. */
const schedules = [
  ['hts_2025_basic.json.gz', 'hts-2025-basic', '2025-01-01', 35_859],
  ['hts_2025_rev_32.json.gz', 'hts-2025-rev-32', '2025-11-15', 36_148],
  ['hts_2026_basic.csv.gz', 'hts-2026-basic', '2026-01-01', 35_571],
  ['hts_2026_rev_3.json.gz', 'hts-2026-rev-3', '2026-02-12', 35_722],
  ['hts_2026_rev_4.json.gz', 'hts-2026-rev-4', '2026-02-24', 35_733],
  ['hts_2026_rev_10.json.gz', 'hts-2026-rev-10', '2026-06-08', 35_509],
] as const

interface Edition {
  readonly edition: string
  readonly effectiveFrom: string
  readonly rowsRead: number
  readonly rowsUnderstood: number
  readonly reports: readonly { readonly isLeftOut: boolean }[]
}

describe.skipIf(!hasSharedMaterial)(title, () => {
  let database: TestDatabase
  let folder: string
  let imported: readonly Edition[]

  const tariff = (...words: readonly string[]) =>
    run(['tariff', ...words], {
      environment: { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl },
    })

  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'official-'))
    const files = schedules.map(([name]) => sharedPath('data', 'us-hts', name))
    const { stdout, stderr } = await tariff('import', 'us-hts', ...files, '--json')
    expect(stderr).toBe('')
    imported = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Edition)
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    await database.drop()
  })

  it('give every edition of the schedule, with each row understood or reported', () => {
    expect(
      imported.map(({ edition, effectiveFrom, rowsRead }) => [edition, effectiveFrom, rowsRead]),
    ).toEqual(schedules.map(([, edition, from, rows]) => [edition, from, rows]))
    for (const { rowsRead, rowsUnderstood, reports } of imported) {
      const leftOut = reports.filter(({ isLeftOut }) => isLeftOut)
      expect(rowsRead - rowsUnderstood).toBe(leftOut.length)
    }
  })

  it.each([
    ['0101210010', '2025-01-01', 'hts-2025-basic', 'Free'],
    ['6109.10.00.12', '2025-07-04', 'hts-2025-basic', '16.5%'],
    ['6109100012', '2025-12-31', 'hts-2025-rev-32', '16.5%'],
    ['8517.13.00.00', '2026-01-15', 'hts-2026-basic', 'Free'],
    ['6403999031', '2026-02-20', 'hts-2026-rev-3', '10%'],
    ['9503000071', '2026-05-01', 'hts-2026-rev-4', 'Free'],
    ['7113195091', '2026-12-31', 'hts-2026-rev-10', '5.5%'],
  ])('show %s on %s', async (code, date, edition, general) => {
    const where = ['--destination', 'US', '--origin', 'CN', '--date', date]
    const { exitCode, stdout } = await tariff('show', code, ...where, '--json')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      edition: { edition },
      rates: { general: { text: general } },
      measures: [{ type: '103' }],
    })
  })

  // Every hundredth line of the latest edition, the origins and the months of two years taking turns.
  it('answer for ten-digit codes in 2025 and 2026, with duties dated by law', async () => {
    const origins = ['CN', 'VN', 'DE', 'CA', 'BR', 'RU']
    const asked = statisticalLines('hts_2026_rev_10.json.gz')
      .filter((_, index) => index % 100 === 0)
      .map((code, index) => ({
        ...{ territory: 'US', code, origin: origins[index % origins.length]! },
        on: localDate(`202${5 + (index % 2)}-${String(1 + (index % 12)).padStart(2, '0')}-15`),
      }))
    const reader = connect<Schema>({
      ...{ url: database.appUrl, applicationName: 'test', maxConnections: 1 },
      log: createLog({ level: 'silent', name: 'test' }),
    })
    const reference = {
      programmes: valueOf(readSpecialProgrammes(dataFile('us/special-programmes.json'))),
      americanLaw: sharedHeldLaw(),
      types: measureTypes(),
    }
    const shown = await inTransaction(reader, async (transaction) => {
      const answers = []
      for (const question of asked) {
        answers.push(await findCodeInEditions(transaction, question, reference))
      }
      return answers
    })
    await reader.close()
    // A line that came in later is not in an edition before it, and is refused by its code.
    const refused = shown.flatMap((answer) => (answer.ok ? [] : answer.failures))
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['unknown-commodity-code']))
    expect(refused.length).toBeLessThan(shown.length / 20)
    const duties = shown.flatMap((answer) =>
      answer.ok ? [{ on: answer.value.on, duties: answer.value.additionalDuties!.duties }] : [],
    )
    const invalidated = duties.filter(
      (one) => one.on >= '2026-02-24' && one.duties.some(({ authority }) => authority === 'ieepa'),
    )
    expect(invalidated).toEqual([])
    expect(duties.filter((one) => one.duties.length > 0).length).toBeGreaterThan(duties.length / 3)
  })

  it('refuse a day before the first edition', async () => {
    const end = await tariff('show', '0101210010', '--destination', 'US', '--date', '2024-12-31')
    expect(end).toMatchObject({ exitCode: 1, stdout: '' })
    expect(end.stderr).toContain('hts-2025-basic holds from 2025-01-01')
  })

  it('are refused when they are cut or a spreadsheet has changed them', async () => {
    const whole = readFileSync(sharedPath('data', 'us-hts', 'hts_2026_rev_4.json.gz'))
    const cut = join(folder, 'hts_2026_rev_5.json.gz')
    await writeFile(cut, whole.subarray(0, whole.length / 2))
    const mangled = join(folder, 'hts_2026_rev_6.csv')
    await writeFile(mangled, readFileSync(sharedPath('data', 'us-hts', 'excel_mangled_sample.csv')))
    for (const [path, why] of [
      [cut, /is cut/],
      [mangled, /A spreadsheet has changed the codes of 39 rows/],
    ] as const) {
      const refused = await tariff('import', 'us-hts', path)
      expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
      expect(refused.stderr).toMatch(why)
    }
    const { stdout } = await tariff('editions', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ editions: { length: schedules.length } })
  })

  it('give the nomenclature of the Union and a month of rates', async () => {
    const taric = sharedPath('data', 'eu', 'taric_nomenclature_en.csv.gz')
    const dated = ['--edition', 'taric-2026-03', '--published', '2026-03-12']
    const end = await tariff('import', 'taric', taric, ...dated, '--effective', '2026-03-12')
    expect(end.stdout).toContain('taric-2026-03: imported; holds from 2026-03-12; 25702 rows read')
    const where = ['--destination', 'EU', '--date', '2026-03-12']
    expect((await tariff('show', '0101210000', ...where)).stdout).toContain('Pure-bred')
    const shirts = await tariff('show', '6109100010', ...where, '--origin', 'CN')
    expect(shirts.stdout).toContain('not in this edition; those of eu-starter-2026-11 are used')
    expect(shirts.stdout).toMatch(/a quote of goods of CN charges:\n.*12%/)
    const months = ['01', '09'].map((month) =>
      sharedPath('data', 'rates', 'hmrc-exchange-rates', '2026', `${month}.json`),
    )
    const rates = await tariff('import', 'hmrc-rates', ...months)
    expect(rates.stdout).toContain('hmrc-2026-01: imported; holds from 2026-01-01')
    expect(rates.stdout).toContain('hmrc-2026-09: imported; holds from 2026-09-01')
  })

  it('give rates of VAT, and lists of additional duties out of a folder with other files', async () => {
    const days = ['--published', '2026-09-01', '--effective', '2026-09-01', '--json']
    const importing = async (...words: readonly string[]) => {
      const { stdout, stderr } = await tariff('import', ...words, ...days)
      return [stderr, JSON.parse(stdout || 'null') as Edition] as const
    }
    const collection = sharedPath('data', 'rates', 'ibericode_vat-rates.json')
    const [refused, vat] = await importing('vat-rates', collection, '--edition', 'vat-2026-09')
    expect(refused).toBe('')
    // Periods with a standard rate, counted apart from our reader.
    expect(vat.rowsUnderstood).toBe(53)
    expect(vat.rowsRead - vat.rowsUnderstood).toBe(vat.reports.length)
    const folder = sharedPath('data', 'us-programmes')
    const [, lists] = await importing('us-programmes', folder, '--edition', 'lists-2026-09')
    expect(lists.rowsUnderstood).toBeGreaterThan(10_000)
    expect(lists.reports.every(({ isLeftOut }) => isLeftOut)).toBe(true)
  })
})

/** The ten-digit codes of a file, read apart from our reader. */
function statisticalLines(name: string): readonly string[] {
  const file = gunzipSync(readFileSync(sharedPath('data', 'us-hts', name))).toString('utf8')
  return (JSON.parse(file) as readonly { readonly htsno: string }[])
    .map(({ htsno }) => htsno.replaceAll('.', ''))
    .filter((code) => code.length === 10 && code < '98')
}
