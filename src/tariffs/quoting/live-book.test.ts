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
import { readDataFiles } from '../../platform/data-files.ts'
import { createLog } from '../../platform/log.ts'
import { connect, type Database, type Schema } from '../../platform/postgres/index.ts'
import {
  type FormatName,
  formatParts,
  tariffFormats,
  type TariffFormats,
} from '../formats/tariff-formats.ts'
import { importEdition } from '../import-edition.ts'
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

  const importing = async (format: FormatName, name: string, content: string): Promise<void> => {
    const path = join(folder, name)
    await writeFile(path, content)
    valueOf(
      await importEdition(owner, {
        ...{ format: formats[format], path, stated: {}, existing: 'keep' },
        ...{ now: '2026-11-23T00:00:00.000Z' as Instant, onBytes: () => undefined },
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
    await importing('hmrc-rates', '2031-05.json', JSON.stringify(month))
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
    await importing('hmrc-rates', '2026-09.json', JSON.stringify(month))
    const live = await LiveBook.open(owner)
    const quote = valueOf(quoteFrom(live, '2026-09-10'))
    expect(quote.lines[0]!.price).toEqual({ amount: '200.00', currency: 'NOK' })
  })
})
