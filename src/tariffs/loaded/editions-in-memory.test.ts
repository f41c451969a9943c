import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { readMeasurementUnits } from '../../customs/duty/measurement-units.ts'
import { lastRow, writtenJson } from '../../customs/formats/us-hts/edition/schedule-file.fixture.ts'
import { readSpecialProgrammes } from '../../customs/formats/us-hts/index.ts'
import { readMeasureTypes } from '../../customs/measures/measure-type.ts'
import { findCode } from '../../customs/nomenclature/find-code.ts'
import { readHeldLaw } from '../../customs/programmes/index.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import { createLog } from '../../platform/log.ts'
import { connect, type Database, type Schema } from '../../platform/postgres/index.ts'
import { formatParts, tariffFormats, type TariffFormats } from '../formats/tariff-formats.ts'
import { importEdition } from '../import-edition.ts'
import { EditionsInMemory } from './editions-in-memory.ts'
import { loadedTariffs } from './loaded-tariffs.ts'

describe('editions in memory', () => {
  let files: TestDatabase
  let folder: string
  let owner: Database<Schema>
  let reader: Database<Schema>
  let formats: TariffFormats

  beforeAll(async () => {
    files = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'in-memory-'))
    const open = (url: string) =>
      connect<Schema>({
        ...{ url, applicationName: 'test', maxConnections: 1 },
        log: createLog({ level: 'silent', name: 'test' }),
      })
    owner = open(files.ownerUrl)
    reader = open(files.appUrl)
    formats = valueOf(tariffFormats(await readDataFiles(formatParts)))
  })
  afterAll(async () => {
    await owner.close()
    await reader.close()
    await rm(folder, { recursive: true })
    await files.drop()
  })

  const importing = async (
    name: string,
    general: string,
    existing: 'keep' | 'replace' = 'keep',
  ): Promise<void> => {
    const path = join(folder, name)
    const horses = { htsno: '0101.21.00', description: 'Horses', general }
    const cattle = { htsno: '0201.00.00', description: 'Meat', general: 'Free' }
    await writeFile(path, writtenJson([horses, cattle, lastRow]))
    valueOf(
      await importEdition(owner, {
        ...{ format: formats['us-hts'], paths: [path], stated: {}, existing },
        ...{ now: '2026-11-23T00:00:00.000Z' as Instant },
      }),
    )
  }
  const generalOn = (held: EditionsInMemory, date: string): string | undefined => {
    const schedules = held.loaded.rates.get('US') ?? []
    const schedule = schedules.find(({ validFrom }) => validFrom <= date)
    return schedule?.rates.get('01012100')?.general?.text
  }

  it('are none before anything is imported', async () => {
    const held = new EditionsInMemory(reader)
    await held.refresh()
    expect(held.loaded.editions).toEqual([])
    expect(held.loaded.nomenclatures.size).toBe(0)
  })

  it('follow the database, and share what did not change', async () => {
    await importing('hts_2026_rev_3.json', '5%')
    const held = new EditionsInMemory(reader)
    await held.refresh()
    const before = held.loaded
    await held.refresh()
    expect(held.loaded).toBe(before)
    await importing('hts_2026_rev_4.json', '6%')
    await held.refresh()
    expect(generalOn(held, '2026-02-23')).toBe('5%')
    expect(generalOn(held, '2026-02-24')).toBe('6%')
    // Whoever read before goes on with what was there.
    expect(before.editions).toHaveLength(1)
    const [later, earlier] = held.loaded.nomenclatures.get('US')?.editions ?? []
    expect(later?.edition.rows[1]).toBe(earlier?.edition.rows[1])
    await importing('hts_2026_rev_4.json', '7%', 'replace')
    await held.refresh()
    expect(held.loaded.editions).toHaveLength(2)
    expect(generalOn(held, '2026-02-24')).toBe('7%')
  })

  it('are tariffs to quote from where they have rates', async () => {
    const held = new EditionsInMemory(reader)
    await held.refresh()
    const tariffs = loadedTariffs(held.loaded, {
      types: valueOf(readMeasureTypes(dataFile('reference/measure-types.json'))),
      units: valueOf(readMeasurementUnits(dataFile('reference/measurement-units.json'))),
      programmes: valueOf(readSpecialProgrammes(dataFile('us/special-programmes.json'))),
      americanLaw: valueOf(
        readHeldLaw({
          programmes: dataFile('us/programmes.json'),
          lists: dataFile('us/product-lists.json'),
        }),
      ),
    })
    expect(tariffs.get('US')?.stackOn).toBeDefined()
    expect([...tariffs.keys()]).toEqual(['US'])
    const { nomenclature, measures } = tariffs.get('US')!
    const goods = { code: '01012100', origin: 'CN', on: localDate('2026-02-20') }
    expect(findCode(nomenclature, goods).kind).toBe('declarable')
    expect(measures.measuresFor(goods)).toMatchObject([
      { edition: 'hts-2026-rev-3', expression: [{ kind: 'ad-valorem', percent: '5' }] },
    ])
  })
})
