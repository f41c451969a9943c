import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { run } from '../../test/terminal.ts'
import {
  componentObject,
  goodsBody,
  measureObject,
  to,
} from '../customs/formats/uk-trade-tariff/api/goods-body.fixture.ts'

const watches = goodsBody(
  [
    measureObject('1', '103', { measure_components: to('measure_component', '1-01') }),
    componentObject('1-01', { duty_amount: 4.5 }),
  ],
  { imported: ['1'] },
)

const goods = 'code,name_en,declarable\n6109,T-shirts,no\n6109100010,T-shirt,yes\n'
const measures =
  'code,measure_type,area,rate,documents,valid_from,source,confidence\n' +
  '6109,142,VN,4%,U110,2026-01-01,test,primary\n' +
  '6109,103,1011,12%,,2026-01-01,test,primary\n'

/** A spoiled table in the place of the sound one. */
interface Spoiled {
  readonly goods?: string
  readonly measures?: string
}

describe('tariffs of several files on the command line', () => {
  let database: TestDatabase
  let folder: string

  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'tariff-files-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    await database.drop()
  })

  const tariff = (...words: readonly string[]) =>
    run(['tariff', ...words], {
      environment: { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl },
    })
  const file = async (name: string, content: string): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  const counts = async (): Promise<readonly unknown[]> => {
    const client = new Client({ connectionString: database.ownerUrl })
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(
      'select count(*)::integer as editions from tariff_edition',
    )
    await client.end()
    return rows
  }
  const title = ['--edition', 'no-2026', '--published', '2025-12-20', '--effective', '2026-01-01']

  describe('as bodies of the UK Trade Tariff service', () => {
    it('are one edition of the day in their names, with a report of each object not taken', async () => {
      const bodies = join(folder, 'walk')
      await mkdir(bodies)
      await file('walk/commodities_9102110010_as_of_2026-01-15.json', watches)
      await file('walk/headings_0110_as_of_2026-01-15.json', '{"error":"not found"}')
      const imported = await tariff('import', 'uk-trade-tariff', bodies, '--json')
      expect(JSON.parse(imported.stdout)).toMatchObject({
        ...{ outcome: 'imported', territory: 'GB', edition: 'uk-2026-01-15' },
        ...{ effectiveFrom: '2026-01-15', rowsRead: 3, rowsUnderstood: 2 },
        reports: [{ file: 'headings_0110_as_of_2026-01-15.json', isLeftOut: true }],
      })
      const again = await tariff('import', 'uk-trade-tariff', bodies)
      expect(again.stdout).toContain('uk-2026-01-15: unchanged')
      const listed = await tariff('editions')
      expect(listed.stdout).toContain('commodities_9102110010_as_of_2026-01-15.json and 1 more')
      const of = ['--destination', 'GB', '--origin', 'CN', '--date', '2026-01-20']
      const shown = await tariff('show', '9102110010', ...of)
      expect(shown.stdout).toContain('edition uk-2026-01-15')
      expect(shown.stdout).toMatch(/a quote of goods of CN charges:\n.*4\.5%/)
      const other = await tariff('show', '6109100010', ...of)
      expect(other.stdout).toContain('what is imported does not hold this: the starter tariff')
    })

    it.each([
      ['cut', watches.slice(0, -20), /x_as_of.*is no JSON; it may have been cut/],
      ['without its measures', goodsBody([], { imported: ['1'] }), /leaves out 1 import measure/],
      ['of nothing that is a tariff', '{"data":[]}', /None of the files states goods/],
      ['a table', goods, /is no JSON/],
    ])('are refused where one is %s', async (_, body, why) => {
      const before = await counts()
      const sound = await file('a_as_of_2026-02-01.json', '{"error":"not found"}')
      const path = await file('x_as_of_2026-02-01.json', body)
      const refused = await tariff('import', 'uk-trade-tariff', sound, path)
      expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
      expect(refused.stderr).toMatch(why)
      expect(await counts()).toEqual(before)
    })

    it('are asked for their day, which has to be one', async () => {
      const path = await file('watches.json', watches)
      expect((await tariff('import', 'uk-trade-tariff', path)).stderr).toContain('--effective')
      const dated = await file('y_as_of_2026-03-01.json', watches)
      const mixed = await tariff('import', 'uk-trade-tariff', dated, '--effective', '2026-03-02')
      expect(mixed.stderr).toContain('is of 2026-03-01')
    })
  })

  describe('as tables', () => {
    it('are the tariff of the country that is stated', async () => {
      const paths = [await file('g.csv', goods), await file('m.csv', measures)]
      const asked = await tariff('import', 'tariff-csv', ...paths, ...title)
      expect(asked.stderr).toContain('--territory')
      const words = ['--territory', 'no', ...title]
      const imported = await tariff('import', 'tariff-csv', ...paths, ...words)
      expect(imported.stdout).toContain('no-2026: imported; holds from 2026-01-01; 4 rows read')
    })

    it('are shown with what a quote charges, and the starter tariff for what they do not hold', async () => {
      const [of, on] = [
        ['--destination', 'NO', '--origin', 'CN'],
        ['--date', '2026-03-01'],
      ]
      const shown = await tariff('show', '6109100010', ...of, ...on, '--json')
      expect(JSON.parse(shown.stdout)).toMatchObject({
        edition: { edition: 'no-2026', format: 'tariff-csv', publishedOn: '2025-12-20' },
        path: [{ code: '61' }, { code: '6109' }, { code: '6109100010' }],
        measures: [{ type: '103', rate: '12%', validity: { from: '2026-01-01' } }],
        charged: { options: [{ percent: '12' }] },
      })
      const forPeople = await tariff('show', '6109100010', ...of, ...on, '--history')
      expect(forPeople.stdout).toContain('12%, all countries, since 2026-01-01')
      expect(forPeople.stdout).toMatch(/2026-01-01 until \d{4}-01-01: 12%/)
      const preference = await tariff('show', '6109100010', ...of, ...on, '--origin', 'VN')
      expect(preference.stdout).toMatch(
        /4%, for VN, since 2026-01-01.*\n +B: with document U110: it applies\n +B: otherwise: it does not apply/,
      )
      const heading = await tariff('show', '6109', ...of, ...on, '--json')
      expect(JSON.parse(heading.stdout)).toMatchObject({ declarable: [{ code: '6109100010' }] })
      const unknown = await tariff('show', '8517130000', ...of, ...on)
      expect(unknown).toMatchObject({ exitCode: 1, stdout: '' })
    })

    it('count in what is covered where the database is asked', async () => {
      const environment = { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl }
      const duties = async (...words: readonly string[]) => {
        const of = ['--destination', 'NO', '--date', '2026-03-01']
        const { stdout } = await run(['coverage', ...of, '--json', ...words], { environment })
        const { destinations } = JSON.parse(stdout) as {
          readonly destinations: readonly { readonly kinds: readonly { readonly kind: string }[] }[]
        }
        return JSON.stringify(destinations[0]!.kinds.find(({ kind }) => kind === 'customs-duty'))
      }
      expect(await duties()).toContain('The tariff is not loaded')
      expect(await duties('--database')).toContain('The loaded tariff no-2026 holds')
    })

    it('are compared with another edition, measure by measure', async () => {
      const later = [
        '--edition',
        'no-2027',
        '--published',
        '2026-12-20',
        '--effective',
        '2027-01-01',
      ]
      const paths = [
        await file('g.csv', goods),
        await file('m.csv', measures.replace('12%', '10%')),
      ]
      await tariff('import', 'tariff-csv', ...paths, '--territory', 'NO', ...later)
      const { stdout } = await tariff('diff', 'no-2026', 'no-2027')
      expect(stdout).toContain('6109 103 1011: 12% from 2026-01-01 -> 10% from 2026-01-01')
    })

    it.each<readonly [string, Spoiled, RegExp]>([
      ['has semicolons', { goods: goods.replaceAll(',', ';') }, /Line 1.*parted by semicolons/],
      [
        'took codes for numbers',
        { goods: goods.replace('6109100010', '6.1091E+9') },
        /Line 3 of the goods, code: .*took it for a number/,
      ],
      [
        'lost the zeros of codes',
        { goods: 'code,name_en,declarable\n901,Coffee,no\n901210000,Roasted,yes\n' },
        /Line 2 of the goods, code: .*zero/,
      ],
      [
        'turned days round',
        { measures: measures.replace('2026-01-01', '1/1/2026') },
        /Line 2 of the measures, valid_from/,
      ],
      ['is cut', { measures: measures.slice(0, -12) }, /Line 3 of the measures: the row has/],
      ['is cut within quotation marks', { goods: `${goods}6110,"Pul` }, /Line 4: the table is cut/],
      ['is something else', { goods: '<html></html>' }, /is no table of a tariff/],
      ['is not there', { goods: measures }, /second table of measures/],
    ])('are refused where a spreadsheet or a table %s', async (_, spoiled, why) => {
      const before = await counts()
      const paths = [
        await file('goods.csv', spoiled.goods ?? goods),
        await file('measures.csv', spoiled.measures ?? measures),
      ]
      const words = ['--territory', 'CH', ...title]
      const refused = await tariff('import', 'tariff-csv', ...paths, ...words)
      expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
      expect(refused.stderr).toMatch(why)
      expect(refused.stderr.trim().split('\n')).toHaveLength(1)
      expect(await counts()).toEqual(before)
    })
  })

  describe('as lists of goods of additional duties', () => {
    const table = 'hts8,list,ch99_code\n01012100,4A,9903.88.15\n61091000,0,9903.99.99\n'
    const importing = (path: string) => tariff('import', 'us-programmes', path, ...title, '--json')

    it('say of each row whether it is kept', async () => {
      const imported = await importing(await file('s301_product_lists.csv', table))
      expect(JSON.parse(imported.stdout)).toMatchObject({
        ...{ territory: 'US', rowsRead: 2, rowsUnderstood: 1 },
        reports: [{ file: 's301_product_lists.csv', isLeftOut: true }],
      })
    })

    it.each([
      ['is called otherwise', 'lists.csv', table.replace('4A', '3'), /known by its name/],
      [
        'lost its zeros',
        's301_product_lists.csv',
        table.replace('0101', '101'),
        /took for numbers/,
      ],
      ['has other columns', 's301_product_lists.csv', 'code\nx\n', /no column hts8/],
      ['has semicolons', 's301_product_lists.csv', table.replaceAll(',', ';'), /semicolons/],
      ['is cut', 's301_product_lists.csv', table.slice(0, -14), /Line 3.*may be cut/],
    ])('are refused where a table %s', async (_, name, content, why) => {
      const before = await counts()
      const refused = await importing(await file(name, content))
      expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
      expect(refused.stderr).toMatch(why)
      expect(await counts()).toEqual(before)
    })
  })

  describe('as rates of VAT', () => {
    const head = 'country,kind,percent,codes,valid_from,law_url,source,confidence\n'
    const table = `${head}DE,standard,19,,2021-01-01,https://example.org/law,law,primary\n`
    const importing = (path: string, ...words: readonly string[]) =>
      tariff('import', 'vat-rates', path, '--edition', 'vat-2026', ...title.slice(2), ...words)

    it('are an edition of the world, replaced as a whole where that is asked for', async () => {
      const imported = await importing(await file('vat.csv', table))
      expect(imported.stdout).toContain('vat-2026: imported; holds from 2026-01-01; 1 rows read')
      const dearer = await file('vat.csv', table.replace(',19,', ',21,'))
      expect((await importing(dearer)).exitCode).toBe(1)
      expect((await importing(dearer, '--replace')).stdout).toContain('in place of another')
      expect((await tariff('editions')).stdout).toMatch(/world +vat-rates +vat-2026/)
    })

    it.each([
      ['is cut', table.slice(0, -20), /Line 2 of the rates: the row has 6 cells/],
      ['is without its rates', head, /headings and no rates/],
      ['turned percentages into shares', table.replace(',19,', ',0.19,'), /less than one percent/],
      ['has semicolons', table.replaceAll(',', ';'), /semicolons/],
      ['is a collection that was cut', '{"details":"https://example.org","items":{"DE', /is cut/],
    ])('are refused where the table %s', async (_, content, why) => {
      const before = await counts()
      const refused = await importing(await file('rates.csv', content))
      expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
      expect(refused.stderr).toMatch(why)
      expect(await counts()).toEqual(before)
    })
  })
})
