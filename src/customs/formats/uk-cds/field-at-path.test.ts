import { expect, test } from 'vitest'
import { fieldAtPath } from './field-at-path.ts'

const item = '/MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem'

test.each([
  ['/MetaData/Declaration/InvoiceAmount', '/invoiceAmount'],
  [`${item}[2]/Commodity/Description`, '/goodsShipment/goodsItems/1/commodity/description'],
  [`${item}[1]`, '/goodsShipment/goodsItems/0'],
  [`${item}[1]/Odd`, undefined],
  ['/MetaData/Declaration', undefined],
  ['/MetaData/Response/Declaration2/ID', undefined],
  ['', undefined],
])('the field at %j is %j', (path, pointer) => {
  expect(fieldAtPath(path)).toBe(pointer)
})
