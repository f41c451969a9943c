import { describe, expect, test } from 'vitest'
import { valueOf } from '../../../../test/gb-reference-data.ts'
import { readXml } from '../../xml/read-xml.ts'
import { elementAtField } from './element-at-field.ts'

const declaration = valueOf(
  readXml(`<Declaration>
  <GoodsShipment>
    <GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric></GovernmentAgencyGoodsItem>
    <GovernmentAgencyGoodsItem>
      <Commodity><Description>Shirts</Description></Commodity>
    </GovernmentAgencyGoodsItem>
  </GoodsShipment>
</Declaration>`),
)

const item = '/Declaration/GoodsShipment/GovernmentAgencyGoodsItem'

describe('the element of a field', () => {
  test.each([
    ['', '/Declaration', 1],
    ['/goodsShipment', '/Declaration/GoodsShipment', 2],
    ['/goodsShipment/goodsItems/0', `${item}[1]`, 3],
    ['/goodsShipment/goodsItems/1/commodity/description', `${item}[2]/Commodity/Description`, 5],
    ['/goodsShipment/goodsItems/1/origins/0/countryCode', `${item}[2]`, 4],
    ['/goodsShipment/goodsItems/7', '/Declaration/GoodsShipment', 2],
    ['/nothing/at/all', '/Declaration', 1],
  ])('%j is at %s', (pointer, path, line) => {
    const found = elementAtField(declaration, pointer)
    expect({ path: found.path, line: found.element.line }).toEqual({ path, line })
  })
})
