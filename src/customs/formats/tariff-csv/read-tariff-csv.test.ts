import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { csvRows } from '../../../tariffs/shipped/csv-rows.ts'
import {
  dataFile,
  orderKnowledge,
  measurementUnits,
  valueOf,
} from '../../../../test/gb-reference-data.ts'
import { type LocalDate, localDate } from '../../calendar/local-date.ts'
import { createMeasureIndex } from '../../measures/measure-index.ts'
import { readMeasureTypes } from '../../measures/measure-type.ts'
import { findCode } from '../../nomenclature/find-code.ts'
import { createNomenclature } from '../../nomenclature/nomenclature.ts'
import type { Failure, Result } from '../../result.ts'
import { readTariffCsv, type TariffCsvReference } from './index.ts'

const reference: TariffCsvReference = {
  types: valueOf(readMeasureTypes(dataFile('reference/measure-types.json'))),
  units: measurementUnits(),
  knownCodes: orderKnowledge().knownCodes,
}
const title = { id: 'example', validFrom: localDate('2021-01-01') }

/** The tables that the manual shows. */
const [goodsExample = '', measuresExample = '', areasExample = ''] = [
  ...readFileSync(new URL('../../../../docs/tariff-csv.md', import.meta.url), 'utf8').matchAll(
    /```csv\n(.*?)```/gs,
  ),
].map(([, table]) => table!)

function read({
  goods = goodsExample,
  measures = measuresExample,
  areas = areasExample,
  validFrom = title.validFrom,
}): ReturnType<typeof readTariffCsv> {
  const tables = { goods: csvRows(goods), measures: csvRows(measures), areas: csvRows(areas) }
  return readTariffCsv(tables, { ...title, validFrom }, reference)
}

function failuresOf(result: Result<unknown>): readonly Failure[] {
  return result.ok ? [] : result.failures
}

/** A table of goods with one more row. */
const goodsWith = (row: string) => ({ goods: `${goodsExample}${row}\n` })
/** A table of measures with one row whose cells are changed. */
const measureWith = (cells: Readonly<Record<string, string>>) => {
  const [head = ''] = measuresExample.split('\n')
  const plain = {
    ...{ code: '6109', measure_type: '103', area: '1011', rate: '12%' },
    ...{ valid_from: '2021-01-01', source: 'a book', confidence: 'primary' },
  }
  const all: Readonly<Record<string, string>> = { ...plain, ...cells }
  return {
    measures: `${head}\n${head
      .split(',')
      .map((name) => all[name] ?? '')
      .join(',')}\n`,
  }
}

describe('the example of the manual', () => {
  const tariff = valueOf(read({}))

  it('gives goods that are found by code and day', () => {
    const nomenclature = createNomenclature([tariff.nomenclature])
    const kindOf = (code: string, on: string) =>
      findCode(nomenclature, { code, on: localDate(on) }).kind
    expect(kindOf('0901210000', '2026-06-01')).toBe('declarable')
    expect(kindOf('6109', '2026-06-01')).toBe('heads-a-group')
    expect(kindOf('6109100010', '2025-06-01')).toBe('declarable')
    expect(kindOf('6109100010', '2026-06-01')).toBe('unknown')
  })

  it('gives measures that hold for everything below their code', () => {
    const index = createMeasureIndex(tariff.measures, tariff.areas)
    const on = localDate('2026-08-01')
    const found = index.measuresFor({ code: '6109100090', origin: 'CN', on })
    expect(found.map(({ type, validity }) => [type, validity.from])).toEqual([
      ['103', '2026-07-01'],
      ['305', '2021-01-01'],
    ])
    expect(index.measuresFor({ code: '6109100090', origin: 'KP', on })).toHaveLength(1)
  })

  it('gives a measure for each area of a row', () => {
    const on = localDate('2026-08-01')
    const index = createMeasureIndex(tariff.measures, tariff.areas)
    const typesFor = (origin: string) =>
      index.measuresFor({ code: '0901210000', origin, on }).map(({ type }) => type)
    expect(typesFor('FR')).toEqual(['103', '142'])
    expect(typesFor('CL')).toEqual(['103', '142'])
    expect(typesFor('CN')).toEqual(['103'])
  })

  it('is none that holds from a day that does not exist', () => {
    // As a program without types may call it.
    const refused = read({ validFrom: '2026-13-45' as LocalDate })
    expect(failuresOf(refused)).toMatchObject([{ code: 'invalid-input', path: '/validFrom' }])
  })

  it('keeps the source of each measure, and tells all measures apart', () => {
    expect(tariff.sources.size).toBe(tariff.measures.length)
    expect(tariff.sources.get('example:305/61091000/1011/VATZ//2021-01-01')).toEqual({
      source: 'List of goods for children, as a shop read it',
      confidence: 'secondary',
    })
  })

  it('asks for one of the documents', () => {
    const preference = tariff.measures.find(({ type }) => type === '142')
    expect(
      preference!.conditions.map(({ documentCode, actionCode }) => [documentCode, actionCode]),
    ).toEqual([
      ['U110', '27'],
      ['U111', '27'],
      [undefined, '07'],
    ])
    expect(preference?.law?.title).toBe('Association Agreement')
  })
})

describe('a table of goods is refused with line and column', () => {
  it.each([
    ['6.1091E+9,Shirt,,yes,,,', '/goods/7/code', 'took it for a number'],
    ['"6,109,100,090",Shirt,,yes,,,', '/goods/7/code', 'parted its thousands'],
    ['1/2/2101,Shirt,,yes,,,', '/goods/7/code', 'took it for a date'],
    ['9-Jan,Shirt,,yes,,,', '/goods/7/code', 'took it for a date'],
    ['901.21,Shirt,,yes,,,', '/goods/7/code', 'a zero at its beginning or end was lost'],
    ['101210000,Horse,,yes,,,', '/goods/7/code', '9 digits where codes of this tariff have 10'],
    ['61091,Shirt,,no,,,', '/goods/7/code', 'drops leading zeros'],
    ['shirt,Shirt,,yes,,,', '/goods/7/code', 'no commodity code'],
    ['6110,Jersey,,maybe,,,', '/goods/7/declarable', 'none of the known words'],
    ['6110,,,no,,,', '/goods/7/name_en', 'is empty'],
    ['6110,Jersey,,no,DOZ,,', '/goods/7/supplementary_unit', 'no known unit'],
    ['6110,Jersey,,no,,1/2/2026,', '/goods/7/valid_from', 'no day'],
    ['6110,Jersey,,no,,,2026-01-01', '/goods/7/valid_until', 'an end without a beginning'],
    ['6110,Jersey,,no,,2026-01-01,2026-01-01', '/goods/7/valid_until', 'does not come after'],
    ['6110,Jersey,,no', '/goods/7', 'has 4 cells where the headings are 7'],
    ['0901,Coffee,,no,,,', '/goods/7/code', 'already stands in line 2'],
  ])('%s', (row, path, words) => {
    const failures = failuresOf(read(goodsWith(row)))
    expect(failures).toMatchObject([{ code: 'invalid-input', path }])
    expect(failures[0]!.message).toContain(words)
    expect(failures[0]!.zh?.message).toMatch(/^商品表第7行/)
  })

  it('where a code that goods are declared by has others below it', () => {
    const goods = goodsExample.replace('T恤衫和背心,no', 'T恤衫和背心,yes')
    const failures = failuresOf(read({ goods }))
    expect(failures.map(({ path }) => path)).toEqual(['/goods/4/code', '/goods/4/declarable'])
  })

  it('where the headings are unknown, missing or repeated', () => {
    const messages = failuresOf(read({ goods: 'code,code,colour\n' })).map(({ message }) => message)
    expect(messages).toEqual([
      'Line 1 of the goods: the column code is there twice.',
      'Line 1 of the goods: the column "colour" is not known.',
      'Line 1 of the goods: the column name_en is missing.',
      'Line 1 of the goods: the column declarable is missing.',
    ])
    expect(read({ goods: '' }).ok).toBe(false)
  })
})

describe('a table of measures is refused with line and column', () => {
  it.each([
    [{ rate: '' }, '/measures/2/rate', 'No duty is stated'],
    [{ rate: '0.12' }, '/measures/2/rate', 'a spreadsheet turns 12% into 0.12'],
    [{ rate: '5 XXQ/kg' }, '/measures/2/rate', 'the currency XXQ'],
    [{ rate: '5 GBP/pound' }, '/measures/2/rate', 'no known unit of measurement'],
    [{ measure_type: '999' }, '/measures/2/measure_type', 'no known type of measure'],
    [{ area: 'EUROPE' }, '/measures/2/area', 'neither a country nor a known group'],
    [{ excluded_areas: 'KP Mars' }, '/measures/2/excluded_areas', '"Mars"'],
    [{ additional_code: 'vat zero' }, '/measures/2/additional_code', 'not the right form'],
    [{ measure_type: '122' }, '/measures/2/quota', 'a quota has no order number'],
    [{ measure_type: '305', rate: 'Free' }, '/measures/2/rate', 'VAT is a percentage'],
    [{ valid_from: '' }, '/measures/2/valid_from', 'is empty'],
    [{ valid_from: '44197' }, '/measures/2/valid_from', 'no day'],
    [{ valid_until: '2020-01-01' }, '/measures/2/valid_until', 'does not come after'],
    [{ law_url: 'https://example.org' }, '/measures/2/law_title', 'without a title'],
    [{ law_url: 'www.example.org', law_title: 'a' }, '/measures/2/law_url', 'right form'],
    [{ source: '' }, '/measures/2/source', 'is empty'],
    [{ confidence: 'prim' }, '/measures/2/confidence', 'none of the known words'],
    [{ code: '6110' }, '/measures/2/code', 'no code of the goods begins with 6110'],
  ])('%j', (cells, path, words) => {
    const failures = failuresOf(read(measureWith(cells)))
    expect(failures.map((failure) => failure.path)).toEqual([path])
    expect(failures[0]!.message).toContain(words)
    expect(failures[0]!.zh?.message).toMatch(/^措施表第2行/)
  })

  it.each([
    ['FR,FR,2021-01-01,', '/areas/4/area', 'no name for a group'],
    ['1013,EUROPE,2021-01-01,', '/areas/4/country', 'no country'],
    ['1013,IT,,', '/areas/4/valid_from', 'is empty'],
  ])('where a group of countries is not understood: %s', (row, path, words) => {
    const failures = failuresOf(read({ areas: `${areasExample}${row}\n` }))
    expect(failures).toMatchObject([{ path }])
    expect(failures[0]!.message).toContain(words)
  })

  it('where two rows say different things of one day', () => {
    const [head = '', , , third = ''] = measuresExample.split('\n')
    const failures = failuresOf(read({ measures: [head, third, third].join('\n') }))
    expect(failures).toMatchObject([{ path: '/measures/3' }])
    expect(failures[0]!.message).toContain('line 2 states the same measure')
  })

  it('where it is cut in the middle of a row', () => {
    const cut = measuresExample.slice(0, -8)
    expect(failuresOf(read({ measures: cut })).map(({ path }) => path)).toEqual([
      '/measures/7/confidence',
    ])
  })

  it('with all faults of both tables at once', () => {
    const result = read({ ...goodsWith('shirt,,,,,,'), ...measureWith({ rate: 'x', area: 'y' }) })
    expect(failuresOf(result).map(({ path }) => path)).toEqual([
      '/goods/7/code',
      '/goods/7/name_en',
      '/goods/7/declarable',
      '/measures/2/rate',
      '/measures/2/area',
    ])
  })
})
