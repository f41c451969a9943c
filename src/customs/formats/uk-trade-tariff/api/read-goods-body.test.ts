import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dutyText } from '../../../duty/duty-text.ts'
import {
  type BodyObject,
  componentObject,
  goodsBody,
  measureObject,
  title,
  to,
} from './goods-body.fixture.ts'
import { type GoodsBody, readGoodsBody } from './read-goods-body.ts'

function read(text: string): GoodsBody {
  const body = readGoodsBody(text, title)
  if (!body.ok) throw new Error(JSON.stringify(body.failures))
  return body.value
}

const rateOfWatches: readonly BodyObject[] = [
  measureObject('-7', '103', { measure_components: to('measure_component', 'a', 'b', 'c') }),
  componentObject('a', { duty_amount: 4.5 }),
  componentObject('b', {
    ...{ duty_expression_id: '15', duty_amount: 0.3 },
    ...{ monetary_unit_code: 'EUR', measurement_unit_code: 'NAR' },
  }),
  componentObject('c', {
    ...{ duty_expression_id: '17', duty_amount: 0.8 },
    ...{ monetary_unit_code: 'EUR', measurement_unit_code: 'NAR' },
  }),
]

describe('a body of goods', () => {
  it('gives a measure with its rate, in the order of its components', () => {
    const [measure] = read(goodsBody(rateOfWatches, { imported: ['-7'] })).measures
    expect(dutyText(measure!.expression!, title.units)).toBe(
      '4.5% MIN 0.3 EUR/item MAX 0.8 EUR/item',
    )
    expect(measure).toMatchObject({ id: '-7', type: '103', area: '1011', code: '9102110010' })
    expect(measure!.validity).toEqual({ from: '2021-01-01', until: '2027-01-01' })
  })

  it('gives the line of the goods with the units in which they are declared', () => {
    const { rows } = read(
      goodsBody(
        [
          measureObject('1', '109', { measure_components: to('measure_component', 'u') }),
          componentObject('u', { duty_expression_id: '99', measurement_unit_code: 'NAR' }),
        ],
        { imported: ['1'] },
      ),
    )
    expect(rows).toEqual([
      {
        ...{ code: '9102110010', suffix: '80', depth: 4, mayBeDeclared: true },
        descriptions: { en: 'With mechanical display' },
        validity: { from: '2020-01-01' },
        supplementaryUnits: ['NAR'],
      },
    ])
  })

  it('gives what a measure says beside its rate', () => {
    const included: readonly BodyObject[] = [
      measureObject('1', '143', {
        additional_code: { data: { type: 'additional_code', id: '9' } },
        order_number: { data: { type: 'order_number', id: '050088' } },
        excluded_countries: to('geographical_area', 'RU', 'BY'),
        legal_acts: to('legal_act', 'A', 'B'),
        measure_conditions: to('measure_condition', 'k'),
      }),
      { type: 'additional_code', id: '9', attributes: { code: 'B999', description: 'Others' } },
      {
        ...{ type: 'order_number', id: '050088', attributes: { number: '050088' } },
        relationships: { definition: { data: { type: 'definition', id: 'd' } } },
      },
      {
        ...{ type: 'definition', id: 'd' },
        attributes: { status: 'Open', initial_volume: '1000.0', balance: '12.5' },
      },
      {
        ...{ type: 'legal_act', id: 'A' },
        attributes: { regulation_code: 'S.I. 1/2', regulation_url: 'https://example.org/1' },
      },
      { type: 'legal_act', id: 'B', attributes: { regulation_url: 'javascript:alert(1)' } },
      {
        ...{ type: 'measure_condition', id: 'k' },
        attributes: { condition_code: 'B', action_code: '27', document_code: 'U088' },
      },
    ]
    const { measures, leftOut, setAside } = read(goodsBody(included, { imported: ['1'] }))
    expect(measures[0]).toMatchObject({
      additionalCode: { code: 'B999', name: 'Others' },
      quotaOrderNumber: '050088',
      quota: { status: 'Open', balance: '12.5' },
      excludedAreas: ['RU', 'BY'],
      law: { title: 'S.I. 1/2', url: 'https://example.org/1' },
      legalActs: [{ code: 'S.I. 1/2' }, { code: 'B' }],
      conditions: [{ conditionCode: 'B', actionCode: '27', documentCode: 'U088' }],
    })
    expect(measures[0]!.legalActs[1]).not.toHaveProperty('url')
    expect([...leftOut, ...setAside]).toEqual([])
  })

  it('gives groups of countries, those of the European Union under its own area as well', () => {
    const group = {
      ...{ type: 'geographical_area', id: '1013' },
      relationships: { children_geographical_areas: to('geographical_area', 'DE', 'FR') },
    }
    const { areas } = read(goodsBody([group], { imported: [] }))
    expect([...areas.keys()]).toEqual(['1013', 'EU'])
    expect(areas.get('EU')!.map(({ country }) => country)).toEqual(['DE', 'FR'])
  })

  it('sets measures on export aside by name', () => {
    const body = read(goodsBody([measureObject('5', '467')], { imported: [], exported: ['5'] }))
    expect(body.measures).toEqual([])
    expect(body.setAside).toMatchObject([{ id: '5', problem: { en: 'export measure 467' } }])
  })
})

describe('what is not understood in a body', () => {
  it('keeps a measure whose component is missing as not worked out, and says so', () => {
    const body = read(goodsBody(rateOfWatches.slice(0, 3), { imported: ['-7'] }))
    expect(body.measures[0]).toMatchObject({ notWorkedOut: {}, conditions: [] })
    expect(body.remarks).toMatchObject([{ type: 'measure', id: '-7' }])
    expect(body.remarks[0]!.problem.en).toContain('measure_component c')
  })

  it('keeps a measure in an unknown unit as not worked out', () => {
    const body = read(
      goodsBody(
        [
          measureObject('1', '552', { measure_components: to('measure_component', 'a') }),
          componentObject('a', {
            ...{ duty_amount: 3, monetary_unit_code: 'GBP' },
            measurement_unit_code: 'XYZ',
          }),
        ],
        { imported: ['1'] },
      ),
    )
    expect(body.measures[0]).toMatchObject({ notWorkedOut: {}, conditions: [] })
    expect(body.remarks[0]!.problem.en).toContain('XYZ')
  })

  it('names a measure that is announced and not there, or does not say whom it concerns', () => {
    const nowhere = measureObject('2', '103', { geographical_area: { data: null } })
    const body = read(goodsBody([nowhere], { imported: ['1', '2'] }))
    expect(body.measures).toEqual([])
    expect(body.leftOut.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('names objects of a type that is not known', () => {
    const body = read(goodsBody([{ type: 'surprise', id: '1' }], { imported: [] }))
    expect(body.leftOut).toMatchObject([{ type: 'surprise', id: '1' }])
  })

  it('refuses a body that is cut anywhere', () => {
    const text = goodsBody(rateOfWatches, { imported: ['-7'] })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 1 }), (length) => {
        const body = readGoodsBody(text.slice(0, length), title)
        expect(body).toMatchObject({ ok: false, failures: [{ code: 'message-unreadable' }] })
      }),
    )
  })

  it('refuses what is no body of goods, and never throws', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readGoodsBody(text, title).ok).toBe(false)
      }),
    )
  })

  it('says so where the service does not have the goods', () => {
    const body = readGoodsBody('{"error":"not found"}', title)
    expect(body).toMatchObject({ ok: false, failures: [{ code: 'not-found' }] })
  })
})
