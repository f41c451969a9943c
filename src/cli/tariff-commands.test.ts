import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { run } from '../../test/terminal.ts'
import {
  lastRow,
  writtenJson,
  type WrittenRow,
} from '../customs/formats/us-hts/edition/schedule-file.fixture.ts'

const horses: readonly WrittenRow[] = [
  { htsno: '0101', description: 'Live horses' },
  { htsno: '', indent: '1', description: 'Horses:' },
  {
    htsno: '0101.21.00',
    indent: '2',
    description: 'Purebred',
    general: '4.5%',
    special: 'Free (AU,KR)',
    other: '20%',
    footnotes: [{ columns: ['general'], value: 'See 9903.88.15.', type: 'endnote' }],
  },
  { htsno: '0101.21.00.10', indent: '3', description: 'Males', units: ['No.'] },
  { htsno: '0101.21.00.20', indent: '3', description: 'Females', units: ['No.'] },
  { htsno: '0102.00.00', description: 'Cattle', general: '1¢/kg', other: '3¢/kg' },
]

describe('editions on the command line', () => {
  let database: TestDatabase
  let folder: string

  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'editions-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    await database.drop()
  })
  beforeEach(async () => {
    await asOwner('truncate tariff_edition, tariff_edition_file, tariff_part, tariff_edition_part')
  })

  const asOwner = async (text: string): Promise<readonly Record<string, unknown>[]> => {
    const client = new Client({ connectionString: database.ownerUrl })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }
  const counts = async () => {
    const [row] = await asOwner(`select
      (select count(*)::integer from tariff_edition) as editions,
      (select count(*)::integer from tariff_part) as parts`)
    return row
  }
  const tariff = (...words: readonly string[]) =>
    run(['tariff', ...words], {
      environment: { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl },
    })
  const file = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  const schedule = (...changed: readonly WrittenRow[]) =>
    writtenJson([...horses, ...changed, lastRow])

  it('come from a file whose name says which it is, compressed or not whatever its name', async () => {
    const path = await file('hts_2026_rev_4.json', gzipSync(schedule()))
    const imported = await tariff('import', 'us-hts', path)
    expect(imported).toMatchObject({ exitCode: 0 })
    expect(imported.stdout).toContain(
      'hts-2026-rev-4: imported; holds from 2026-02-24; 7 rows read',
    )
    const listed = await tariff('editions', '--json')
    expect(JSON.parse(listed.stdout)).toMatchObject({
      editions: [
        {
          ...{ territory: 'US', format: 'us-hts', edition: 'hts-2026-rev-4' },
          ...{ rowsRead: 7, rowsUnderstood: 7, rowsReported: 0 },
          files: [{ name: 'hts_2026_rev_4.json' }],
        },
      ],
    })
    expect((await tariff('editions')).stdout).toMatch(/^tariff +format +edition/)
  })

  it('are asked for their name and days by the options that state them', async () => {
    const path = await file('export.json', schedule())
    const refused = await tariff('import', 'us-hts', path, '--published', '2027-01-02')
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^tidewaiter: .*--edition: .*\n {2}--effective: .*\n$/)
    const words = ['--edition', 'hts-2027-basic', '--published', '2027-01-02']
    const accepted = await tariff('import', 'us-hts', path, ...words, '--effective', '2027-01-01')
    expect(accepted.stdout).toContain('hts-2027-basic: imported; holds from 2027-01-01')
    expect((await tariff('import', 'us-hts', path, '--effective', '2027-02-30')).exitCode).toBe(2)
  })

  it('are not touched by the same file again', async () => {
    const path = await file('hts_2026_rev_4.json', schedule())
    await tariff('import', 'us-hts', path)
    const before = await asOwner('select id, imported_at from tariff_edition')
    expect((await tariff('import', 'us-hts', path)).stdout).toContain('hts-2026-rev-4: unchanged')
    expect(await asOwner('select id, imported_at from tariff_edition')).toEqual(before)
  })

  it('are replaced by another file only where that is asked for, and never lost', async () => {
    await tariff('import', 'us-hts', await file('hts_2026_rev_4.json', schedule()))
    const other = await file('2026HTSRev4.json', schedule({ htsno: '0103.00.00', general: 'Free' }))
    const refused = await tariff('import', 'us-hts', other)
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' })
    expect(refused.stderr).toContain('--replace')
    expect(await counts()).toMatchObject({ editions: 1 })
    const replaced = await tariff('import', 'us-hts', other, '--replace')
    expect(replaced.stdout).toContain('imported in place of another')
    expect(
      await asOwner('select superseded_at is null as used from tariff_edition order by id'),
    ).toEqual([{ used: false }, { used: true }])
  })

  it('share the chapters that are the same', async () => {
    await tariff('import', 'us-hts', await file('hts_2026_rev_3.json', schedule()))
    expect(await counts()).toEqual({ editions: 1, parts: 2 })
    const changed = schedule({ htsno: '0201.00.00', general: 'Free' })
    await tariff('import', 'us-hts', await file('hts_2026_rev_4.json', changed))
    expect(await counts()).toEqual({ editions: 2, parts: 3 })
  })

  it.each([
    ['cut in its text', (text: string) => Buffer.from(text.slice(0, -80)), /is cut/],
    ['cut in its compressed data', (text: string) => gzipSync(text).subarray(0, -40), /is cut/],
    ['no text', () => Buffer.from([0x5b, 0xff, 0xfe, 0x00]), /no text in UTF-8/],
    ['empty', () => Buffer.alloc(0), /tidewaiter: /],
  ])('are not there after a file that is %s', async (_, spoiled, why) => {
    const path = await file('hts_2026_rev_9.json', spoiled(schedule()))
    const refused = await tariff('import', 'us-hts', path)
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
    expect(refused.stderr).toMatch(why)
    expect(refused.stderr.trim().split('\n')).toHaveLength(1)
    expect(await counts()).toEqual({ editions: 0, parts: 0 })
  })

  it('are imported once by two who come at once', async () => {
    const path = await file('hts_2026_rev_4.json', schedule())
    const ends = await Promise.all([1, 2, 3].map(() => tariff('import', 'us-hts', path)))
    expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
    expect(ends.filter(({ stdout }) => stdout.includes(': imported'))).toHaveLength(1)
    expect(await counts()).toMatchObject({ editions: 1 })
  })

  it('cannot be written in the role of the application', async () => {
    for (const url of [database.appUrl, database.workerUrl]) {
      const client = new Client({ connectionString: url })
      await client.connect()
      const writing = client.query("insert into tariff_part values ('x', '')")
      await expect(writing).rejects.toThrow(/permission denied/)
      await client.end()
    }
  })

  describe('once they are there', () => {
    beforeEach(async () => {
      await tariff('import', 'us-hts', await file('hts_2026_rev_3.json', schedule()))
      const dearer = schedule().replace('4.5%', '6%')
      await tariff('import', 'us-hts', await file('hts_2026_rev_4.json', dearer))
    })
    const show = async (...words: readonly string[]) => {
      const end = await tariff('show', ...words, '--destination', 'US', '--json')
      return { ...end, shown: JSON.parse(end.stdout || 'null') as unknown }
    }

    it('say of a code what goods of an origin bear and may claim on a day', async () => {
      const words = ['0101.21.00.10', '--origin', 'KR', '--date']
      const { shown } = await show(...words, '2026-02-23')
      expect(shown).toMatchObject({
        edition: { edition: 'hts-2026-rev-3', effectiveFrom: '2026-02-12' },
        path: [
          { code: '0101', description: { en: 'Live horses' } },
          { description: { en: 'Horses:' } },
          { code: '01012100' },
          { code: '0101210010' },
        ],
        supplementaryUnits: ['No.'],
        rates: { statedBy: '01012100', general: { text: '4.5%' }, column2: { text: '20%' } },
        measures: [{ id: '01012100-general' }, { id: '01012100-special-KR' }],
        footnotes: [{ at: '01012100', text: 'See 9903.88.15.' }],
      })
      const later = await show(...words, '2026-02-24')
      expect(later.shown).toMatchObject({ rates: { general: { text: '6%' } } })
      const forPeople = await tariff('show', ...words, '2026-02-24', '--destination', 'us')
      expect(forPeople.stdout).toContain('general: 6%')
      expect(forPeople.stdout).toContain('General rate of duty (column 1): 6% (')
      expect(forPeople.stdout).toContain('Korea Free Trade Agreement: Free (')
    })

    it('are shown with the additional duties of imported lists', async () => {
      const listed = async () => {
        const { shown } = await show('01020000', '--origin', 'CN', '--date', '2026-03-01')
        const { additionalDuties } = shown as {
          readonly additionalDuties: { readonly duties: readonly { readonly heading: string }[] }
        }
        return additionalDuties.duties.map(({ heading }) => heading)
      }
      expect(await listed()).not.toContain('9903.88.15')
      const lists = await file(
        's301_product_lists.csv',
        'hts8,list,ch99_code\n01020000,4A,9903.88.15\n',
      )
      const title = ['--edition', 'lists', '--published', '2026-03-01', '--effective', '2026-03-01']
      await tariff('import', 'us-programmes', lists, ...title)
      expect(await listed()).toContain('9903.88.15')
    })

    it('give goods of column 2 its rate and nothing else', async () => {
      const { shown } = await show('0101210010', '--origin', 'RU', '--date', '2026-03-01')
      expect(shown).toMatchObject({ measures: [{ id: '01012100-column-2' }] })
    })

    it('answer a short code with the codes to declare by', async () => {
      const { exitCode, shown } = await show('0101', '--date', '2026-03-01')
      expect(exitCode).toBe(0)
      expect(shown).toMatchObject({ declarable: [{ code: '0101210010' }, { code: '0101210020' }] })
    })

    it('refuse what they do not know, precisely', async () => {
      const unknown = await show('0101210099', '--date', '2026-03-01')
      expect(unknown).toMatchObject({
        exitCode: 1,
        shown: { failures: [{ code: 'unknown-commodity-code' }] },
      })
      const early = await show('0101210010', '--date', '2025-01-01')
      expect(early).toMatchObject({ exitCode: 1, shown: { failures: [{ path: '--date' }] } })
      expect(early.stderr).toContain('hts-2026-rev-3 holds from 2026-02-12')
      const where = ['--destination', 'EU', '--date', '2026-03-01']
      const elsewhere = await tariff('show', '0101210010', ...where)
      expect(elsewhere.stderr).toContain('bin/tidewaiter tariff import taric')
      const before = await tariff(
        'show',
        '6109100010',
        '--destination',
        'EU',
        '--date',
        '1999-01-01',
      )
      expect(before.exitCode).toBe(1)
      expect(before.stderr).toContain('--date: No nomenclature is loaded')
      expect(before.stderr).toContain('The first edition holds from 2021-01-01')
      for (const words of [['1.01E+09'], ['0101', '--origin', 'XX'], ['0101', '--date', 'May']]) {
        expect((await show(...words)).exitCode, words.join(' ')).toBe(2)
      }
    })

    it('are compared under their names however they are written', async () => {
      const { stdout } = await tariff('diff', '2026_rev_3', 'hts-2026-rev-4', '--json')
      expect(JSON.parse(stdout)).toMatchObject({
        ...{ before: 'hts-2026-rev-3', after: 'hts-2026-rev-4', added: [], removed: [] },
        ratesChanged: [{ code: '01012100', column: 'general', before: '4.5%', after: '6%' }],
      })
      const forPeople = await tariff('diff', 'rev-3', 'rev-4')
      expect(forPeople.stdout).toContain('0101.21.00 general: 4.5% -> 6%')
      const missing = await tariff('diff', 'hts-2026-rev-3', 'hts-2026-rev-9')
      expect(missing).toMatchObject({ exitCode: 1, stdout: '' })
      expect(missing.stderr).toContain('Name one of: hts-2026-rev-4, hts-2026-rev-3')
    })
  })

  it('of rates of exchange say their month themselves', async () => {
    const month = {
      base: 'GBP',
      period: { start: '2026-10-01', end: '2026-10-31' },
      rates: { USD: '1.3512', EUR: '1.1500', VES: 'n/a' },
    }
    const path = await file('10.json', JSON.stringify(month))
    const imported = await tariff('import', 'hmrc-rates', path, '--json')
    expect(JSON.parse(imported.stdout)).toMatchObject({
      ...{ edition: 'hmrc-2026-10', effectiveFrom: '2026-10-01' },
      ...{ rowsRead: 3, rowsUnderstood: 2, reports: [{ code: 'VES', isLeftOut: true }] },
    })
    const cut = await file('11.json', JSON.stringify(month).slice(0, -9))
    expect((await tariff('import', 'hmrc-rates', cut)).exitCode).toBe(2)
  })

  it('need the login of the owner', async () => {
    const refused = await run(['tariff', 'import', 'us-hts', 'x.json'], {
      environment: { DATABASE_APP_URL: database.appUrl },
    })
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('DATABASE_URL')
  })

  it('say in one line that a database has not the tables', async () => {
    const url = new URL(database.ownerUrl)
    url.pathname = '/postgres'
    const refused = await run(['tariff', 'editions'], { environment: { DATABASE_URL: url.href } })
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toMatch(/^tidewaiter: DATABASE_URL: .*has not the tables.*\n$/)
  })

  it.each(['fetch', 'import', 'editions', 'diff', 'show'])('have help on %s', async (command) => {
    const help = await tariff(command, '--help')
    expect(help).toMatchObject({ exitCode: 0 })
    expect(help.stdout).toContain('Example')
  })
})
