import { expect, test } from 'vitest'

import { parsePlainSearch, writePlainSearch } from '../plain-search.ts'
import { examples } from './examples.ts'
import { readSaleSearch, saleRequest, saleSearch, withoutLine } from './sale-draft.ts'

test.each(examples)('the example $id is the same after a way through the address', ({ draft }) => {
  const address = writePlainSearch(saleSearch(draft))
  expect(readSaleSearch(parsePlainSearch(address))).toEqual(draft)
})

const parcel = readSaleSearch(
  parsePlainSearch(
    '?line=0901.21.0000~CN~2~40&line=6109100010~BD~x~5&cur=EUR&from=CN&to=DE&reg=ioss,voec' +
      '&fact=/lines/1/netWeightKg:0.5&fact=/lines/0/unitedStates/answers/of-steel:no&fact=/lines/7/documents:U110',
  ),
)

test('a request says what was typed, and leaves out what was not', () => {
  expect(saleRequest(parcel)).toEqual({
    shipFrom: { country: 'CN' },
    destination: { country: 'DE' },
    incoterm: 'DAP',
    channel: 'courier',
    purpose: 'sale',
    buyer: { kind: 'private-person' },
    registrations: ['IOSS', 'VOEC'],
    exchangeRates: 'latest-loaded',
    lines: [
      {
        commodityCode: '0901210000',
        origin: 'CN',
        quantity: 2,
        unitPrice: { amount: '40', currency: 'EUR' },
        unitedStates: { answers: { 'of-steel': false } },
      },
      {
        commodityCode: '6109100010',
        origin: 'BD',
        quantity: 'x',
        unitPrice: { amount: '5', currency: 'EUR' },
        netWeightKg: '0.5',
      },
    ],
  })
})

test('full-width digits are the same digits, and the currency is written in capitals', () => {
  const typed = readSaleSearch({
    line: '６１０９．１０．００１０~BD~１０~２０．５０',
    cur: 'ｅｕｒ',
    fact: '/lines/0/netWeightKg:０.5 ',
  })
  expect(saleRequest(typed).lines).toEqual([
    {
      commodityCode: '6109100010',
      origin: 'BD',
      quantity: 10,
      unitPrice: { amount: '20.50', currency: 'EUR' },
      netWeightKg: '0.5',
    },
  ])
})

test('facts follow their line when one before it goes', () => {
  const { lines, facts } = withoutLine(parcel, 0)
  expect(lines.map(({ code }) => code)).toEqual(['6109100010'])
  expect(facts).toEqual({ '/lines/0/netWeightKg': '0.5', '/lines/6/documents': 'U110' })
})

test('an address cannot reach into what all objects share', () => {
  const hostile = readSaleSearch({ line: 'a~b~1~2', fact: '/__proto__/polluted:yes' })
  saleRequest(hostile)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
