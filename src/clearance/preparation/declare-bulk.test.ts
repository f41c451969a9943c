import { beforeAll, describe, expect, it } from 'vitest'

import { britishBook } from '../../../test/british-book.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { money } from '../../customs/money/money.ts'
import type { Order } from '../../customs/order/order.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import {
  belfastAddress,
  foreignSeller,
  privateBuyer,
  sampleDay,
  sampleLine,
  sampleOrder,
} from '../../customs/testing/sample-order.ts'
import { sampleProfile } from '../../customs/testing/trader-profile.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import { readReferenceData, type ReferenceData, referenceParts } from '../reference-data.ts'
import { declareBulk } from './declare-bulk.ts'

const profile: TraderProfile = {
  ...sampleProfile,
  bulkAuthorisation: { holderEori: 'GB731905284000', number: 'GBBRD731905284' },
}

const saleVat = {
  country: 'GB',
  chargedBy: 'seller',
  registration: 'GB123456789',
  amount: money('8.00', 'GBP'),
} as const

/** An order of low value to a recipient of its own. */
function order(reference: string, change: Partial<Order> = {}): Order {
  return sampleOrder({
    ...{ reference, saleVat },
    buyer: { ...privateBuyer, name: `Recipient of ${reference}` },
    lines: [sampleLine({ unitPrice: money('40.00', 'GBP') })],
    ...change,
  })
}

describe('a bulk of low-value orders', () => {
  let reference: ReferenceData

  beforeAll(async () => {
    reference = valueOf(
      readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
    )
  })

  const declared = (orders: readonly Order[], by: TraderProfile = profile) =>
    declareBulk({
      ...{ orders, profile: by, reference, lrn: 'BULK-1', additionalType: 'A' },
      on: sampleDay,
    })

  const faultsOf = (orders: readonly Order[], by?: TraderProfile) => {
    const result = declared(orders, by)
    return result.ok ? [] : result.failures.map(({ code, path }) => [code, path])
  }

  it('is one declaration with an item for each consignment', () => {
    const result = declared([order('A-1'), order('A-2'), order('A-3')])
    if (!result.ok) throw new Error(result.failures[0].message)
    const { declaration } = result.value.filled
    expect(declaration).toMatchObject({
      typeCode: 'IMJ',
      goodsItemQuantity: 3,
      exporter: { name: foreignSeller.name },
      authorisationHolders: [{ id: 'GB731905284000', categoryCode: 'BRD' }],
    })
    const marks = declaration.goodsShipment?.goodsItems?.map(
      ({ packagings }) => packagings?.[0]?.marksAndNumbers,
    )
    expect(marks).toEqual(['A-1', 'A-2', 'A-3'])
    expect(new TextDecoder().decode(result.value.bytes)).toContain('21V')
  })

  it('from Jersey is declared with CO and 15F', () => {
    const shipFrom = { lines: ['1 Quay'], city: 'St Helier', postcode: 'JE2 3NN', country: 'JE' }
    const result = declared([order('J-1', { shipFrom }), order('J-2', { shipFrom })])
    expect(result.ok && result.value.filled.declaration.typeCode).toBe('COJ')
  })

  it.each<[string, Partial<Order>, string, string]>([
    ['goods over the limit', { lines: [sampleLine()] }, 'invalid-input', '/B-2/goodsItems'],
    [
      'goods outside the relief',
      { lines: [sampleLine({ commodityCode: '2208301100', unitPrice: money('20.00', 'GBP') })] },
      'not-covered',
      '/B-2/goodsItems',
    ],
    [
      'a recipient in Northern Ireland',
      { deliverTo: belfastAddress },
      'not-covered',
      '/B-2/deliverTo',
    ],
    [
      'other transport',
      { transport: { ...order('B-0').transport, identity: 'MX0999' } },
      'invalid-input',
      '/B-2/transport',
    ],
    [
      'VAT that is not British',
      { saleVat: { ...saleVat, registration: 'IM5532027340' } },
      'fact-missing',
      '/B-2/saleVat',
    ],
  ])('has no place for %s', (_what, change, code, path) => {
    expect(faultsOf([order('B-1'), order('B-2', change)])).toEqual([[code, path]])
  })

  it('counts the packets of one recipient together', () => {
    const { buyer } = order('C-1')
    const dear = { buyer, lines: [sampleLine({ unitPrice: money('70.00', 'GBP') })] }
    expect(faultsOf([order('C-1', dear), order('C-2', dear)])).toEqual([['invalid-input', '/C-2']])
    const cheap = { buyer, lines: [sampleLine({ unitPrice: money('67.50', 'GBP') })] }
    expect(faultsOf([order('C-1', cheap), order('C-2', cheap)])).toEqual([])
  })

  it('wants an authorisation, and packages of every order', () => {
    expect(faultsOf([order('D-1')], sampleProfile)).toEqual([
      ['fact-missing', '/profile/bulkAuthorisation'],
    ])
    const { packages: _, ...unpacked } = order('D-2')
    expect(faultsOf([unpacked])).toEqual([['fact-missing', '/D-2/packages']])
    expect(faultsOf([])).toEqual([['fact-missing', '']])
  })
})
