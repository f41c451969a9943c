import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { saleTo } from '../../../test/landed-cost.ts'
import { type Instant, localDate } from '../../customs/calendar/local-date.ts'
import { quoteSources } from '../../customs/landed-cost/landed-cost-book.ts'
import { quoteLandedCost } from '../../customs/landed-cost/quote-landed-cost.ts'
import { quoteSale } from '../../customs/landed-cost/quote-sale.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import { createLog } from '../../platform/log.ts'
import { connect, type Database, type Schema } from '../../platform/postgres/index.ts'
import {
  type FormatName,
  formatParts,
  tariffFormats,
  type TariffFormats,
} from '../formats/tariff-formats.ts'
import { importEdition, type ImportRequest } from '../import-edition.ts'
import { LiveBook } from './live-book.ts'

describe('what a process quotes from', () => {
  let database: TestDatabase
  let folder: string
  let owner: Database<Schema>
  let formats: TariffFormats

  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'live-book-'))
    const log = createLog({ level: 'silent', name: 'test' })
    owner = connect<Schema>({
      ...{ url: database.ownerUrl, applicationName: 'test', maxConnections: 1, log },
    })
    formats = valueOf(tariffFormats(await readDataFiles(formatParts)))
  })
  afterAll(async () => {
    await owner.close()
    await rm(folder, { recursive: true })
    await database.drop()
  })

  const importing = async (
    format: FormatName,
    files: Readonly<Record<string, string>>,
    titled: Pick<ImportRequest, 'stated' | 'territory'> = { stated: {} },
  ): Promise<void> => {
    const [first, ...others] = Object.keys(files).map((name) => join(folder, name))
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content)
    }
    valueOf(
      await importEdition(owner, {
        ...{ format: formats[format], paths: [first!, ...others], ...titled, existing: 'keep' },
        ...{ now: '2026-11-23T00:00:00.000Z' as Instant },
      }),
    )
  }
  const quoteFrom = (live: LiveBook, day: string) => {
    const sale = saleTo({
      ...{ to: 'NO', currency: 'USD', registrations: ['VOEC'], lines: [{ price: '20.00' }] },
      freight: { amount: '1.00', currency: 'USD' },
    })
    const sources = valueOf(quoteSources(live.book, 'NO'))
    return quoteLandedCost(sale, localDate(day), sources)
  }

  it('has the rates of exchange of a month as soon as they are imported', async () => {
    const live = await LiveBook.open(owner)
    expect(quoteFrom(live, '2031-05-10').ok).toBe(false)
    const month = {
      base: 'GBP',
      period: { start: '2031-05-01', end: '2031-05-31' },
      rates: { USD: '1.25', EUR: '1.1', NOK: '12.5' },
    }
    await importing('hmrc-rates', { '2031-05.json': JSON.stringify(month) })
    await live.refresh()
    const quote = valueOf(quoteFrom(live, '2031-05-10'))
    expect(quote.lines[0]!.price).toEqual({ amount: '200.00', currency: 'NOK' })
    expect(quote.inputs.exchangeRates[0]!.period).toEqual({
      from: '2031-05-01',
      until: '2031-06-01',
    })
  })

  it('takes an imported month before the one that comes with the program', async () => {
    const month = {
      base: 'GBP',
      period: { start: '2026-09-01', end: '2026-09-30' },
      rates: { USD: '1', NOK: '10', EUR: '1' },
    }
    await importing('hmrc-rates', { '2026-09.json': JSON.stringify(month) })
    const live = await LiveBook.open(owner)
    const quote = valueOf(quoteFrom(live, '2026-09-10'))
    expect(quote.lines[0]!.price).toEqual({ amount: '200.00', currency: 'NOK' })
  })

  it('goes by imported lists of goods in the place of its own', async () => {
    const headings = (live: LiveBook) => {
      const line = { price: '900.00', commodityCode: '6109100012', origin: 'CN' }
      const sale = saleTo({
        ...{ to: 'US', currency: 'USD', incoterm: 'FOB', channel: 'freight' },
        ...{ transportMode: 'air', lines: [line] },
      })
      const sources = valueOf(quoteSources(live.book, 'US'))
      const { charges } = valueOf(quoteLandedCost(sale, localDate('2026-03-01'), sources))
      return charges.map(({ declaredHeading }) => declaredHeading)
    }
    const live = await LiveBook.open(owner)
    expect(headings(live)).toContain('9903.88.15')
    const day = localDate('2026-03-01')
    await importing(
      'us-programmes',
      { 's301_product_lists.csv': 'hts8,list,ch99_code\n01012100,4A,9903.88.15\n' },
      { stated: { edition: 'lists-of-the-test', publishedOn: day, effectiveFrom: day } },
    )
    await live.refresh()
    expect(headings(live)).not.toContain('9903.88.15')
  })

  it('charges imported rates of VAT before its own, and names their edition and law', async () => {
    const head = 'country,kind,percent,codes,valid_from,law_title,law_url,source,confidence\n'
    const law = 'Lov av prøven,https://example.org/lov,test,primary\n'
    const rates = `${head}NO,standard,24,,2026-01-01,${law}NO,reduced,11.5,9503,2026-01-01,${law}`
    const day = localDate('2026-01-01')
    await importing(
      'vat-rates',
      { 'vat.csv': rates },
      { stated: { edition: 'vat-of-the-test', publishedOn: day, effectiveFrom: day } },
    )
    const live = await LiveBook.open(owner)
    const taxOn = (on: string, commodityCode: string) => {
      const sale = saleTo({
        ...{ to: 'NO', currency: 'NOK', registrations: ['VOEC'] },
        lines: [{ price: '200.00', commodityCode }],
        freight: { amount: '1.00', currency: 'NOK' },
      })
      const sources = valueOf(quoteSources(live.book, 'NO'))
      const { charges, inputs } = valueOf(quoteLandedCost(sale, localDate(on), sources))
      return { rate: charges[0]?.rate, law: charges[0]?.law, editions: inputs.tariffEditions }
    }
    expect(taxOn('2026-09-10', '950300')).toEqual({
      rate: '11.5%',
      law: { title: 'Lov av prøven', url: 'https://example.org/lov', inForceFrom: '2026-01-01' },
      editions: ['vat-of-the-test'],
    })
    expect(taxOn('2026-09-10', '851830').rate).toBe('24%')
    expect(taxOn('2025-09-10', '851830')).toMatchObject({ rate: '25%', editions: [] })
  })

  it('stacks the American programmes on a table of the American tariff too', async () => {
    const files = {
      'us-goods.csv':
        'code,name_en,declarable\n6109,T-shirts,no\n6109100012,T-shirt,yes\n6109900000,Vest,yes\n',
      'us-measures.csv':
        'code,measure_type,area,rate,valid_from,source,confidence\n' +
        '6109,103,1011,16.5%,2025-01-01,test,primary\n',
    }
    const day = localDate('2025-01-01')
    const stated = { edition: 'us-table', publishedOn: day, effectiveFrom: day }
    await importing('tariff-csv', files, { territory: 'US', stated })
    const live = await LiveBook.open(owner)
    const quoteOf = (commodityCode: string, origin: string) => {
      const line = { price: '900.00', commodityCode, origin }
      const sale = saleTo({
        ...{ to: 'US', currency: 'USD', incoterm: 'FOB', channel: 'freight' },
        ...{ transportMode: 'air', lines: [line] },
      })
      const sources = valueOf(quoteSources(live.book, 'US'))
      return quoteLandedCost(sale, localDate('2026-03-01'), sources)
    }
    const { charges, inputs } = valueOf(quoteOf('6109100012', 'CN'))
    expect(inputs.tariffEditions).toContain('us-table')
    expect(charges.filter(({ kind }) => kind === 'additional-duty')).not.toEqual([])
    // What the table does not hold is in the starter tariff, under the programmes as well.
    const stoodIn = valueOf(quoteOf('4202221500', 'CN'))
    expect(stoodIn.inputs.tariffEditions).not.toContain('us-table')
    expect(stoodIn.charges.filter(({ kind }) => kind === 'additional-duty')).not.toEqual([])
  })

  describe('with a tariff of Great Britain that was imported', () => {
    let live: LiveBook

    beforeAll(async () => {
      const files = {
        'goods.csv':
          'code,name_en,declarable,supplementary_unit\n' +
          '6109,T-shirts and vests,no,\n6109100010,T-shirt,yes,NAR\n6109909000,Vest,yes,NAR\n',
        'measures.csv':
          'code,measure_type,area,rate,valid_from,source,confidence\n' +
          '6109,103,1011,33%,2026-01-01,test,primary\n6109,142,BD,Free,2026-01-01,test,primary\n',
      }
      const stated = {
        ...{ edition: 'gb-of-the-test', publishedOn: localDate('2026-01-01') },
        effectiveFrom: localDate('2026-01-01'),
      }
      await importing('tariff-csv', files, { territory: 'GB', stated })
      live = await LiveBook.open(owner)
    })

    const quoteOf = (commodityCode: string, day = '2026-03-01', more: object = {}) => {
      const sale = saleTo({
        ...{ to: 'GB', currency: 'GBP', incoterm: 'CIF', channel: 'freight' },
        buyer: { kind: 'business' },
        lines: [{ price: '1000.00', commodityCode, ...more }],
      })
      return quoteSale(sale, localDate(day), valueOf(quoteSources(live.book, 'GB')))
    }
    const exactly = (quoted: ReturnType<typeof quoteOf>) => {
      const sale = valueOf(quoted)
      if (sale.kind !== 'exact') throw new Error('the code is too short')
      const { charges, inputs, notCovered } = sale.landedCost
      const duty = charges.find(({ kind }) => kind === 'customs-duty')
      const standsIn = notCovered.some(({ en }) =>
        en.startsWith('The imported tariff does not hold'),
      )
      return { rate: duty?.rate, editions: inputs.tariffEditions, standsIn }
    }

    it('charges what the import says of the goods, and names its edition', () => {
      const expected = { rate: '33%', editions: ['gb-of-the-test'], standsIn: false }
      expect(exactly(quoteOf('6109100010'))).toEqual(expected)
    })

    it('takes the starter tariff for goods or days that it does not hold, and says so', () => {
      const others = exactly(quoteOf('4202221000'))
      expect(others).toMatchObject({ editions: ['gb-starter-2026-11'], standsIn: true })
      expect(exactly(quoteOf('6109100010', '2025-06-01'))).toMatchObject({ standsIn: true })
    })

    it('tries the codes below a short one in the tariff that knows it', () => {
      const choices = (code: string) => {
        const sale = valueOf(quoteOf(code))
        return sale.kind === 'range'
          ? sale.range.undecided[0]!.choices.map((one) => one.commodityCode)
          : []
      }
      expect(choices('610910')).toEqual(['6109100010'])
      expect(choices('420222')).toContain('4202221000')
      expect(quoteOf('6109000000').ok).toBe(false)
    })
  })
})
