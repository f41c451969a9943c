import { describe, expect, it } from 'vitest'

import { fillImportDeclaration } from '../../declaration/fill-import-declaration.ts'
import { importFacts } from '../../declaration/import-facts.fixture.ts'
import { amendedFields } from './amended-fields.ts'
import { dataElementOfField } from './data-element.ts'
import { declaredFields } from './declared-fields.ts'

const filled = fillImportDeclaration(importFacts)
if (!filled.ok) throw new Error(filled.failures[0].message)
const fields = declaredFields(filled.value.declaration)

describe('the fields of a declaration', () => {
  it('all have a name in both languages', () => {
    for (const { path, dataElement } of fields) {
      expect(dataElement.name.zh, path).toMatch(/\p{Script=Han}/u)
    }
  })

  it('hold every value that was declared, once', () => {
    const declared = Object.keys(filled.value.origins)
    for (const place of declared) {
      const around = fields.filter(({ path }) => place === path || place.startsWith(`${path}/`))
      expect(around.length, place).toBeGreaterThan(0)
    }
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length)
  })

  it('keep the parts of one data element together', () => {
    const document = fields.find(({ path }) => path.endsWith('/additionalDocuments/0'))
    const inItem = fields.find(({ path }) => path.includes('goodsItems/0/additionalDocuments/0'))
    expect(document).toBeDefined()
    expect(inItem).toMatchObject({
      itemNumber: 1,
      dataElement: { number: '2/3' },
      values: ['N', 'INV-1/2026-09-01', '935', 'AE'],
    })
  })

  it('show an amount with its currency', () => {
    const price = fields.find(({ dataElement }) => dataElement.number === '4/14')
    expect(price?.values).toEqual(['400.00 CNY'])
  })
})

describe('the name of a place in the declaration', () => {
  it.each([
    ['/goodsShipment/goodsItems/0/commodity/classifications/0/code', '6/14'],
    ['/goodsShipment/goodsItems/4/commodity/goodsMeasure/netMass', '6/1'],
    ['/goodsShipment/consignment/goodsLocation/name', '5/23'],
    ['/lrn', '2/5'],
  ])('%s is %s', (path, number) => {
    expect(dataElementOfField(path)?.number).toBe(number)
  })

  it('is unknown for what is no place of it', () => {
    expect(dataElementOfField('/nowhere/at/all')).toBeUndefined()
  })
})

describe('the values of a change by customs', () => {
  it('stand at the goods item that is meant, not at their place in the message', () => {
    const item = '/GoodsShipment/GovernmentAgencyGoodsItem'
    expect(
      amendedFields([
        { path: '/FunctionCode', value: '9' },
        { path: `${item}/SequenceNumeric`, value: '3' },
        { path: `${item}/Commodity/Classification[2]/ID`, value: '20' },
        { path: `${item}/Commodity/InvoiceLine/ItemChargeAmount`, value: '120.00 GBP' },
      ]),
    ).toEqual([
      { fieldPath: '/goodsShipment/goodsItems/2/commodity/classifications/1/code', value: '20' },
      {
        fieldPath: '/goodsShipment/goodsItems/2/commodity/invoiceLine/itemCharge',
        value: '120.00 GBP',
      },
    ])
  })

  it('are left out where no table knows the place', () => {
    expect(amendedFields([{ path: '/Unknown/Thing', value: '1' }])).toEqual([])
  })
})
