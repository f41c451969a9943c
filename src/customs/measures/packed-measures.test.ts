import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import type { Measure } from './measure.ts'
import { createMeasureIndex } from './measure-index.ts'
import { MeasurePacker, packedMeasureBook, type PackedMeasures } from './packed-measures.ts'

const areas = new Map([['1013', [{ country: 'FR', validity: { from: localDate('2021-01-01') } }]]])
const days = ['2020-12-31', '2021-06-01', '2026-11-23'].map(localDate)

const measures = fc
  .array(
    fc.record({
      code: fc.constantFrom('61', '6109', '61091000', '6110'),
      type: fc.constantFrom('103', '142', '305'),
      area: fc.constantFrom('1011', '1013', 'CN'),
      excludedAreas: fc.constantFrom([], ['1013'], ['CN']),
      percent: fc.constantFrom('12', '0', '3.5'),
      from: fc.constantFrom(...days),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ percent, from, ...row }, index): Measure => ({
      ...row,
      id: String(index),
      expression: [{ kind: 'ad-valorem', percent: decimal(percent) }] as never,
      conditions: [],
      validity: { from },
      edition: 'of-the-test',
    })),
  )

function packedOf(all: readonly Measure[]): PackedMeasures {
  const packer = new MeasurePacker()
  for (const measure of all) packer.add(measure)
  return JSON.parse(JSON.stringify(packer.packed())) as PackedMeasures
}

describe('packed measures', () => {
  it('are found as if they were not packed', () => {
    fc.assert(
      fc.property(
        measures,
        fc.constantFrom('6109100010', '6109', '6110200000'),
        fc.constantFrom('CN', 'FR', 'KP'),
        fc.constantFrom(...days),
        (all, code, origin, on) => {
          const chapters = [packedOf(all)]
          const packed = packedMeasureBook({ edition: 'of-the-test', areas, chapters })
          const goods = { code, origin, on }
          const wanted = createMeasureIndex(all, areas).measuresFor(goods)
          expect(packed.measuresFor(goods)).toEqual(wanted)
        },
      ),
    )
  })

  it('keep what many of them say once', () => {
    const same = ['6109', '6110', '6111'].map((code, index): Measure => ({
      ...{ id: String(index), code, type: '103', area: '1011', excludedAreas: [], conditions: [] },
      ...{ validity: { from: days[1]! }, edition: 'of-the-test' },
    }))
    expect(packedOf([...same, same[0]!])).toMatchObject({
      scopes: [{ area: '1011' }],
      terms: [{ type: '103' }],
      byCode: [
        ['6109', '0', [0], [0]],
        ['6110', '1', [0], [0]],
        ['6111', '2', [0], [0]],
      ],
    })
  })
})
