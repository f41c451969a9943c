import { describe, expect, test } from 'vitest'
import { dataFile, valueOf } from '../../../../test/gb-reference-data.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import { dataSetOf } from './data-set-of.ts'
import { readDeclarationCategories } from './declaration-categories.ts'

const categories = valueOf(readDeclarationCategories(dataFile('gb/declaration-categories.json')))

/** A declaration of that type with an item for each list of procedure and additional procedures. */
function declarationOf(typeCode: string, ...items: readonly (readonly string[])[]): Declaration {
  return {
    functionCode: '9',
    typeCode,
    goodsShipment: {
      goodsItems: items.map(([procedure = '', ...additional], index) => ({
        sequenceNumber: index + 1,
        governmentProcedures: [
          { currentCode: procedure.slice(0, 2), previousCode: procedure.slice(2) },
          ...additional.map((currentCode) => ({ currentCode })),
        ],
      })),
    },
  }
}

describe('the data set of a declaration', () => {
  test.each([
    ['IMA', '4000', ['000'], 'h1'],
    ['IMD', '6122', ['B02'], 'h1'],
    ['IMY', '4200', ['000'], 'h1'],
    ['IMD', '7122', ['B02'], 'h2'],
    ['IMA', '7800', ['000'], 'h2'],
    ['IMZ', '5371', ['D15'], 'h3'],
    ['IMA', '5100', ['000'], 'h4'],
    ['COA', '4000', ['F15'], 'h5'],
    ['IMD', '4000', ['1H7', 'C07', 'F48'], 'h7'],
    ['IMZ', '4071', ['1EN', '1RD'], 'h8'],
    ['IMC', '4078', ['1SG'], 'i1'],
    ['IMB', '4000', ['C07'], 'i1'],
    ['IMJ', '0002', ['000'], 'c21i'],
    ['COJ', '0020', ['21V', '15F'], 'birds'],
    ['IMK', '4000', ['000'], 'c21i-eidr-nop'],
    ['EXJ', '0014', ['19Z'], 'c21e'],
    ['COK', '0012', ['16M'], 'c21e'],
    ['EXK', '1040', ['1FT'], 'c21e-eidr-nop'],
    ['IMQ', '0090', ['97F'], 'fsd'],
    ['EXD', '1040', ['000'], 'b1'],
    ['EXA', '2100', ['1CS'], 'b2'],
    ['COD', '1040', ['F75'], 'b4'],
    ['EXF', '1040', ['000'], 'c1'],
  ])('%s with procedure %s and %j is %s', (type, procedure, additional, expected) => {
    const found = dataSetOf(declarationOf(type, [procedure, ...additional]), categories)
    expect(found).toMatchObject({ ok: true, value: { dataSet: { id: expected } } })
  })

  test('goods not at risk on their way to Northern Ireland are told in any data set', () => {
    const green = dataSetOf(declarationOf('IMK', ['4000', '1SG']), categories)
    expect(green).toMatchObject({ value: { dataSet: { id: 'c21i-eidr-nop' }, isGreenLane: true } })
    const other = dataSetOf(declarationOf('IMK', ['4000', '000']), categories)
    expect(other).toMatchObject({ value: { isGreenLane: false } })
  })

  test('a final supplementary declaration has one without any goods item', () => {
    const found = dataSetOf(declarationOf('IMQ'), categories)
    expect(found).toMatchObject({ value: { dataSet: { id: 'fsd' } } })
  })

  test('is refused with the place where a procedure is absent or unknown, or items differ', () => {
    const refusals = [
      declarationOf('IMA'),
      declarationOf('IMA', ['4000'], ['9900']),
      declarationOf('IMA', ['4000', '000'], ['4000', '1H7']),
      declarationOf('XYZ', ['4000']),
      { ...declarationOf('COR'), functionCode: '13' },
    ].map((declaration) => dataSetOf(declaration, categories))
    expect(refusals.map((each) => (each.ok ? each : each.failures[0]))).toMatchObject([
      { code: 'fact-missing', path: '/goodsShipment/goodsItems/0/governmentProcedures' },
      { code: 'not-covered', path: '/goodsShipment/goodsItems/1/governmentProcedures' },
      { code: 'declaration-invalid', path: '/goodsShipment/goodsItems/1/governmentProcedures' },
      { code: 'not-covered', path: '/typeCode' },
      { code: 'not-covered', path: '/typeCode' },
    ])
  })
})
