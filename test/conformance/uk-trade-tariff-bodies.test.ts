import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import { dutyText } from '../../src/customs/duty/duty-text.ts'
import { readExchangeRatesBody } from '../../src/customs/formats/uk-trade-tariff/api/read-exchange-rates-body.ts'
import { mergeRows } from '../../src/customs/formats/uk-trade-tariff/api/merge-rows.ts'
import { readAreasBody } from '../../src/customs/formats/uk-trade-tariff/api/read-areas.ts'
import { readGoodsBody } from '../../src/customs/formats/uk-trade-tariff/api/read-goods-body.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import { findCode } from '../../src/customs/nomenclature/find-code.ts'
import { measurementUnits } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const folder = sharedPath('data', 'uk', 'api-responses')
const names = hasSharedMaterial ? readdirSync(folder) : []

function text(name: string): string {
  return readFileSync(sharedPath('data', 'uk', 'api-responses', name), 'utf8')
}

function bodiesOf(pattern: RegExp): readonly string[] {
  return names.filter((name) => pattern.test(name) && !name.includes('_changes_'))
}

const title = { edition: 'recorded', asOf: localDate('2025-07-14'), units: measurementUnits() }
const ofGoods = bodiesOf(/^api_(uk|xi)_(chapters|headings|subheadings|commodities)/)
const read = ofGoods.map((name) => ({ name, body: readGoodsBody(text(name), title) }))
const understood = read.flatMap(({ name, body }) => (body.ok ? [{ name, body: body.value }] : []))

/** The rate of a measure in the service's own words, without the signs that print it. */
function printedRate(name: string, measure: string): string {
  const { included } = JSON.parse(text(name)) as {
    readonly included: readonly { type: string; id: string; attributes: { base: string } }[]
  }
  const id = `${measure}-duty_expression`
  return included.find((one) => one.type === 'duty_expression' && one.id === id)!.attributes.base
}

/** Two texts of a rate may differ in blanks and in zeros behind the point. */
function bare(rate: string): string {
  return rate
    .replaceAll(/\s/g, '')
    .replaceAll(/(\.\d*?)0+(?=\D|$)/g, '$1')
    .replaceAll(/\.(?=\D)/g, '')
}

describe.skipIf(!hasSharedMaterial)(`bodies of the service (${sharedMaterialAbsent})`, () => {
  test('all of goods are understood, or say that the goods are not there', () => {
    expect(read.length).toBeGreaterThan(30)
    for (const { name, body } of read) {
      const isRefusal = text(name).startsWith('{"error')
      expect(body.ok ? 'understood' : body.failures[0].code, name).toBe(
        isRefusal ? 'not-found' : 'understood',
      )
    }
  })

  test.each(understood.map(({ name }) => name))('%s: nothing is left out', (name) => {
    const { body } = understood.find((one) => one.name === name)!
    expect(body.leftOut).toEqual([])
    expect(body.remarks).toEqual([])
  })

  test('every object is in the body as read, set aside by name, or only words', () => {
    for (const { name, body } of understood) {
      const { data, included = [] } = JSON.parse(text(name)) as {
        readonly data: { readonly relationships?: Record<string, { data: unknown }> }
        readonly included?: readonly { type: string }[]
      }
      const measures = included.filter(({ type }) => type === 'measure').length
      const aside = body.setAside.filter(({ type }) => type === 'measure').length
      expect(body.measures.length + aside, name).toBe(measures)
      const lines = included.filter(({ type }) =>
        /^(chapter|heading|subheading|commodity)$/.test(type),
      )
      expect(body.rows.length, name).toBe(lines.length + [data].flat().length)
    }
  })

  test('rates read as the service prints them', () => {
    let compared = 0
    for (const { name, body } of understood) {
      for (const { id, expression } of body.measures) {
        const printed = printedRate(name, id)
        if (expression === undefined || printed === '') continue
        const isUnit = expression[0]?.kind === 'supplementary-unit'
        if (isUnit) continue
        expect(bare(dutyText(expression, title.units)), `${name} ${id}`).toBe(bare(printed))
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(500)
  })

  test('the lines of a heading stand as the service says which are declarable', () => {
    const { body } = understood.find(({ name }) => name.startsWith('api_uk_headings_8501'))!
    const nomenclature = createNomenclature([
      { id: 'recorded', validFrom: title.asOf, rows: mergeRows(body.rows) },
    ])
    const { included } = JSON.parse(text(bodiesOf(/uk_headings_8501/)[0]!)) as {
      readonly included: readonly { type: string; attributes: Record<string, unknown> }[]
    }
    const lines = included.filter(({ type }) => type === 'commodity')
    for (const { attributes } of lines) {
      const { goods_nomenclature_item_id: code, producline_suffix: suffix } = attributes
      const standing = findCode(nomenclature, {
        ...{ code: code as string, suffix: suffix as string, on: title.asOf },
      })
      expect(standing.kind === 'declarable', `${String(code)} ${String(suffix)}`).toBe(
        attributes.declarable,
      )
    }
    expect(lines.length).toBe(152)
  })

  test('geographical areas and monthly rates of exchange are read', () => {
    const areas = readAreasBody(text('api_uk_geographical_areas_1013.json'), title.asOf)
    expect(areas.ok && areas.value.get('EU')?.length).toBeGreaterThan(26)
    const rates = bodiesOf(/exchange_rates_\d{4}-\d/).map((name) =>
      readExchangeRatesBody(text(name)),
    )
    expect(rates.map((period) => period.ok && period.value.from)).toEqual([
      '2022-01-01',
      '2023-09-01',
    ])
  })
})
