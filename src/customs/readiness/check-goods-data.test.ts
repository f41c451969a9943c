import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import {
  hasSharedMaterial,
  sharedMaterialAbsent,
  sharedPath,
} from '../../../test/shared-material.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import { lineWithout, orderWithout, sampleLine, sampleOrder } from '../testing/sample-order.ts'
import { checkDescription } from './check-description.ts'
import { checkGoodsData } from './check-goods-data.ts'
import { readVagueDescriptions } from './vague-descriptions.ts'

const vagueDescriptions = valueOf(
  readVagueDescriptions(dataFile('reference/vague-descriptions.json')),
)

function findingsOf(order: Order) {
  return checkGoodsData(consignmentFromOrder(order), { vagueDescriptions })
}

function idsOf(order: Order) {
  return findingsOf(order).map(({ id, path }) => [id, path])
}

describe('goods data', () => {
  it('pass where nothing is missing', () => {
    expect(findingsOf(sampleOrder())).toEqual([])
  })

  it('are stopped by every fact that an item lacks', () => {
    const line = lineWithout('commodityCode', 'origin', 'netWeightKg', 'grossWeightKg')
    expect(idsOf(sampleOrder({ lines: [sampleLine(), line] }))).toEqual([
      ['commodity-code-missing', '/goodsItems/1/commodityCode'],
      ['origin-missing', '/goodsItems/1/origin'],
      ['net-weight-missing', '/goodsItems/1/netWeightKg'],
      ['gross-weight-missing', '/goodsItems/1/grossWeightKg'],
    ])
  })

  it('are stopped by every fact that the consignment lacks', () => {
    const order = {
      ...orderWithout('commercialInvoice', 'packages'),
      transport: { mode: 'air' } as const,
    }
    expect(idsOf(order)).toEqual([
      ['invoice-missing', '/commercialInvoice'],
      ['packages-missing', '/packages'],
      ['goods-location-missing', '/transport/goodsLocation'],
    ])
  })

  it('are stopped by goods that weigh less with their packaging', () => {
    const line = sampleLine({ netWeightKg: decimal('2'), grossWeightKg: decimal('1.99') })
    expect(idsOf(sampleOrder({ lines: [line] }))).toEqual([
      ['gross-below-net', '/goodsItems/0/grossWeightKg'],
    ])
  })

  it('are stopped by a price of zero', () => {
    const line = sampleLine({ unitPrice: money('0.00', 'GBP') })
    expect(idsOf(sampleOrder({ lines: [line] }))).toEqual([
      ['price-zero', '/goodsItems/0/unitPrice'],
    ])
  })

  it('are stopped by a vague description, which the finding quotes', () => {
    const [finding] = findingsOf(sampleOrder({ lines: [sampleLine({ description: 'Gifts' })] }))
    expect(finding).toMatchObject({ id: 'description-vague', severity: 'blocking' })
    expect(finding?.message.en).toContain('"Gifts"')
  })

  it('are explained in both languages with a way to mend them', () => {
    const findings = findingsOf(
      sampleOrder({ lines: [{ ...lineWithout('origin'), description: 'Toys' }] }),
    )
    expect(findings).toHaveLength(2)
    for (const { message, mend } of findings) {
      expect([message.en, mend.en].every((text) => text.endsWith('.'))).toBe(true)
      expect([message.zh, mend.zh].every((text) => text.endsWith('。'))).toBe(true)
    }
  })
})

describe('a description of goods', () => {
  const faultOf = (description: string) => checkDescription(description, vagueDescriptions)?.id

  it.each([
    "Men's T-shirt, knitted, 100% cotton",
    'Bluetooth speaker with built-in battery',
    'Tea cups of porcelain',
    'Gift box of dark chocolate, 500 g',
    'Spare parts for bicycles: brake pads of rubber',
    'Black leather shoes, size 42',
    '棉制T恤 cotton T-shirt',
  ])('passes where it says what the goods are (%s)', (description) => {
    expect(faultOf(description)).toBeUndefined()
  })

  it.each([
    'Gifts',
    'gift',
    ' GIFTS ',
    'Gift.',
    '"Gift"',
    'Daily necessities',
    'Accessories',
    'parts',
  ])('is too vague as %j', (description) => {
    expect(faultOf(description)).toBe('description-vague')
  })

  it.each(['Gifts, accessories', 'clothing/accessories', 'Gifts and toys', 'parts + tools'])(
    'is no clearer for several vague words (%s)',
    (description) => {
      expect(faultOf(description)).toBe('description-vague')
    },
  )

  it.each(['12345', '6109-10', '№ 5/7', '???', '10.00'])('needs words, not %j', (description) => {
    expect(faultOf(description)).toBe('description-without-words')
  })

  it.each(['纯棉针织T恤衫'.replace('T', ''), 'хлопковая футболка'])(
    'needs English words, not only %s',
    (description) => {
      expect(faultOf(description)).toBe('description-not-in-english')
    },
  )

  it.each(['ab', 'T 1', 'x-y 99', 'N/A'])('needs more than a few letters (%s)', (description) => {
    expect(faultOf(description)).toBe('description-too-short')
  })

  it.each(['Black, L', 'beige, one size uk 6-12', 'navy XXL', 'black, 3-4 years', 'Red / large'])(
    'needs goods beside their colour and size (%s)',
    (description) => {
      expect(faultOf(description)).toBe('description-only-attributes')
    },
  )
})

describe('the published lists of vague terms', () => {
  const linesOf = (...path: readonly string[]) =>
    readFileSync(sharedPath('vectors', 'descriptions', ...path), 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[0]?.trim() ?? '')
      .filter((line) => line !== '' && !line.startsWith('#'))

  it('are all found', (context) => {
    if (!hasSharedMaterial) return context.skip(sharedMaterialAbsent)
    const terms = [...linesOf('ics2-stop-words-partial.txt'), ...linesOf('cbp-vague-terms.txt')]
    expect(terms.length).toBeGreaterThan(80)
    const passed = terms.filter((term) => checkDescription(term, vagueDescriptions) === undefined)
    expect(passed).toEqual([])
  })
})

describe('reading the list of vague descriptions', () => {
  it('refuses terms that are not in lower case, because they would never be found', () => {
    const list = { minimumLetters: 4, vagueTerms: [{ terms: ['Gift'] }], attributes: [] }
    expect(readVagueDescriptions(list).ok).toBe(false)
  })
})
