import { describe, expect, it } from 'vitest'
import { dataSetOf } from './data-set-of.ts'

/** The data set of a declaration of one item by type and codes, `4000 C07`. */
function setOf(typeCode: string, codes: string): string | undefined {
  const [procedure = '', ...additional] = codes.split(' ')
  return dataSetOf({
    functionCode: '9',
    typeCode,
    goodsShipment: {
      goodsItems: [
        {
          sequenceNumber: 1,
          governmentProcedures: [
            { currentCode: procedure.slice(0, 2), previousCode: procedure.slice(2) },
            ...additional.map((currentCode) => ({ currentCode })),
          ],
        },
      ],
    },
  })
}

describe('the data set of a declaration', () => {
  it.each([
    ['IMD', '4000 000', 'h1'],
    ['IMA', '4000 C07', 'h1'],
    ['IMZ', '6110 F01', 'h1'],
    ['IMD', '7122 B02', 'h2'],
    ['IMZ', '5371 D15', 'h3'],
    ['IMA', '5100 000', 'h4'],
    ['COA', '4000 F15', 'h5'],
    ['IMA', '4000 1H7 C07', 'h7'],
    ['IMZ', '4071 1SG 1VW 1SP', 'h8'],
    ['IMF', '4000 C04', 'i1'],
    ['IMC', '4078 1SG 1NR 1SP', 'i1'],
    ['IMJ', '0002 000', 'c21i'],
    ['IMK', '4000 000', 'c21i'],
    ['COJ', '0020 21V 15F', 'birds'],
    ['EXD', '1040 3LV', 'b1'],
    ['EXA', '2200 B51', 'b2'],
    ['COD', '1040 F75', 'b4'],
    ['EXF', '1040 000', 'c1'],
    ['EXK', '0012 16M', 'c21e'],
    ['IMQ', '0090 97F', 'fsd'],
    ['IMA', '9900 000', undefined],
  ])('of type %s with %s is %s', (typeCode, codes, expected) => {
    expect(setOf(typeCode, codes)).toBe(expected)
  })

  it('is none where a request speaks of an earlier declaration', () => {
    expect(dataSetOf({ functionCode: '13', typeCode: 'COR' })).toBeUndefined()
  })
})
