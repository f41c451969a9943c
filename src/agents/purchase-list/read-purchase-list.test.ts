import { describe, expect, it } from 'vitest'

import { orderKnowledge, valueOf } from '../../../test/gb-reference-data.ts'
import {
  type Cells,
  csvOf,
  fullRow,
  furtherLine,
  otherOrder,
} from '../../../test/purchase-lists.ts'
import { listComposition } from './list-composition.ts'
import { purchaseListFormat } from './list-format.ts'
import { columnOf, purchaseListColumns } from './purchase-list-columns.ts'
import { PURCHASE_LIST_BYTES_MAX, readPurchaseList } from './read-purchase-list.ts'

const composition = listComposition(orderKnowledge(), purchaseListFormat)
const readBytes = (bytes: Uint8Array) => readPurchaseList(bytes, composition)
const read = (text: string) => valueOf(readBytes(Buffer.from(text)))
const readRows = (...rows: readonly Cells[]) => read(csvOf(rows))
const failureOf = (text: string | Uint8Array) => {
  const result = readBytes(typeof text === 'string' ? Buffer.from(text) : text)
  return result.ok ? undefined : result.failures[0]
}

/** Text as a Chinese spreadsheet program saves it, for characters of one or two bytes. */
function asGb18030(text: string): Buffer {
  const bytesOf = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const bytes = [first, second]
      bytesOf.set(decoder.decode(Uint8Array.from(bytes)), bytes)
    }
  }
  return Buffer.from(
    Array.from(text).flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]),
  )
}

describe('a purchase list', () => {
  it('becomes orders, one for each reference, with the facts stated once for all', () => {
    const list = readRows(fullRow, furtherLine({ quantity: '5', unit_price: '640' }), otherOrder())
    expect(list.findings).toEqual([])
    expect(list.rowsTotal).toBe(3)
    expect(list.orders.map(({ order, rows }) => [order.reference, rows])).toEqual([
      ['TSB-1', [2, 3]],
      ['TSB-2', [4]],
    ])
    const [first, second] = list.orders
    expect(first?.order).toMatchObject({
      channel: 'purchasing-agent',
      orderedOn: '2026-09-01',
      buyer: { name: 'Rowan Ashdown', address: { lines: ['27 Harbour Crescent'] } },
      deliverTo: { lines: ['27 Harbour Crescent'], postcode: 'BS1 5TY' },
      purchasingAgent: { capacity: 'buys-for-buyer', fee: { amount: '900', currency: 'JPY' } },
      lines: [
        { quantity: 2, unitPrice: { amount: '2800', currency: 'JPY' } },
        { quantity: 5, unitPrice: { amount: '640', currency: 'JPY' } },
      ],
    })
    expect(second?.order).toMatchObject({
      buyer: { name: 'Imogen Sharrow' },
      purchasingAgent: { party: { name: 'Tsubame Buying Service G.K.' } },
      transport: { mode: 'air' },
    })
  })

  it('states what only some goods need: codes, further quantities and papers of a line', () => {
    const champagne = {
      additional_code: 'X333',
      pure_alcohol_litres: '0.54',
      supplementary_quantity: '4.5',
      supplementary_unit: 'LTR',
      document_code: '9120',
      document_reference: 'GBIML2026.0000411',
      document_status: 'JP',
    }
    const [composed] = readRows({ ...fullRow, ...champagne }).orders
    expect(composed?.order.lines).toMatchObject([
      {
        additionalCodes: ['X333'],
        quantities: { LPA: '0.54' },
        supplementaryQuantity: { amount: '4.5', unit: 'LTR' },
        documents: [{ code: '9120', reference: 'GBIML2026.0000411', status: 'JP' }],
      },
    ])
  })

  it('states that goods are a gift, or come back', () => {
    const returned = {
      returned_exported_on: '2025-11-14',
      returned_export_mrn: '25GB0A1B2C3D4E5F60',
      returned_exported_by: '进口商',
      returned_unaltered: '是',
    }
    const list = readRows({ ...fullRow, gift: 'yes' }, { ...otherOrder(), ...returned })
    expect(list.findings).toEqual([])
    expect(list.orders[0]?.order.gift).toBe(true)
    expect(list.orders[1]?.order.returnedGoods).toEqual({
      exportedOn: '2025-11-14',
      exportMrn: '25GB0A1B2C3D4E5F60',
      exportedBy: 'importer',
      unaltered: true,
    })
  })

  it('may be written in Chinese', () => {
    const words = {
      agent_capacity: '代买',
      buyer_kind: '个人',
      transport_mode: '空运',
      origin: '日本',
      related_parties: '否',
    }
    const list = read(
      csvOf([{ ...fullRow, ...words, duties_billed_to: '买家' }], { language: 'zh' }),
    )
    expect(list.findings).toEqual([])
    expect(list.orders[0]?.order).toMatchObject({
      buyer: { kind: 'private' },
      relatedParties: false,
      purchasingAgent: { capacity: 'buys-for-buyer' },
      dutiesBilledTo: 'buyer',
      lines: [{ origin: 'JP' }],
    })
  })

  it.each([
    ['commas', { delimiter: ',' }],
    ['semicolons', { delimiter: ';' }],
    ['tabs', { delimiter: '\t' }],
  ])('may be delimited by %s', (_, options) => {
    const text = csvOf([{ ...fullRow, description: 'Cups, "fine"; of porcelain' }], options)
    expect(read(text).orders[0]?.order.lines[0]?.description).toBe('Cups, "fine"; of porcelain')
  })

  it('does not mind headings in another case, or empty rows', () => {
    const [headings = '', row = ''] = csvOf([fullRow]).split('\r\n')
    const shown = headings.toUpperCase().replaceAll('_', ' ')
    const list = read(`${shown}\r\n,,,\r\n${row}\r\n\r\n`)
    expect(list.findings).toEqual([])
    expect(list.orders[0]?.rows).toEqual([3])
    expect(list.rowsTotal).toBe(1)
  })

  it('says which headings it did not understand', () => {
    const list = readRows({ ...fullRow, 'gift wrap': 'yes' })
    expect(list.unknownHeadings).toEqual(['gift wrap'])
    expect(list.orders).toHaveLength(1)
  })
})

describe('the encoding of a purchase list', () => {
  const chinese = csvOf([{ ...fullRow, description: 'Porcelain cups 瓷杯' }], { language: 'zh' })

  it('may be UTF-8 with a mark, UTF-16 or GB18030', () => {
    const forms = {
      'utf-8': Buffer.from(`\uFEFF${chinese}`),
      'utf-16le': Buffer.from(`\uFEFF${chinese}`, 'utf16le'),
      gb18030: asGb18030(chinese),
    }
    for (const [encoding, bytes] of Object.entries(forms)) {
      const list = valueOf(readBytes(bytes))
      expect(list.encoding).toBe(encoding)
      expect(list.orders[0]?.order.lines[0]?.description).toBe('Porcelain cups 瓷杯')
    }
  })

  it('is refused where it cannot be told for certain', () => {
    const english = csvOf([{ ...fullRow, description: 'Café cups' }])
    for (const bytes of [Buffer.from(english, 'latin1'), Buffer.from([0xff, 0xff, 0xff])]) {
      expect(failureOf(bytes)).toMatchObject({
        code: 'message-unreadable',
        mend: expect.stringMatching(/UTF-8/),
      })
    }
  })

  it('is refused when the file is no text', () => {
    expect(failureOf(Buffer.from('PK\u0003\u0004...', 'latin1'))?.code).toBe('unsupported-type')
    expect(failureOf(`order_reference,quantity\0\r\nA,1`)?.code).toBe('message-unreadable')
  })
})

describe('a file that is no purchase list', () => {
  it.each([
    ['', 'names no column'],
    ['what,ever\r\n1,2', 'names no column'],
    ['quantity,description\r\n1,cups', 'no column order_reference'],
    ['order_reference,quantity,数量\r\nA,1,1', 'mean quantity'],
    ['order_reference,quantity\r\nA,"1', 'no well-formed CSV'],
  ])('is refused as a whole: %j', (text, problem) => {
    expect(failureOf(text)?.message).toContain(problem)
  })

  it('is refused when it is too large', () => {
    expect(failureOf(Buffer.alloc(PURCHASE_LIST_BYTES_MAX + 1, 'a'))?.code).toBe('too-large')
    expect(failureOf(`order_reference\r\n${'A\r\n'.repeat(5_001)}`)?.code).toBe('too-large')
  })
})

describe('the cells of a purchase list', () => {
  const orderOf = (cells: Cells) => readRows({ ...fullRow, ...cells }).orders[0]?.order

  it.each([
    '2026-09-01',
    '2026/9/1',
    '2026年9月1日',
    '２０２６年９月１日',
    '2026-09-01 10:22:07',
    '2026-09-01T10:22Z',
  ])('state the first of September as %s', (text) => {
    expect(orderOf({ ordered_on: text })?.orderedOn).toBe('2026-09-01')
  })

  it('state a day in the one order of day and month that there is', () => {
    expect(orderOf({ ordered_on: '31.08.2026' })?.orderedOn).toBe('2026-08-31')
    expect(orderOf({ ordered_on: '08/31/2026' })?.orderedOn).toBe('2026-08-31')
    expect(orderOf({ ordered_on: '08/08/2026' })?.orderedOn).toBe('2026-08-08')
  })

  it('state figures as people write them', () => {
    const order = orderOf({ unit_price: '￥1,200,000', quantity: '１,２００', freight: '2 800円' })
    expect(order?.lines[0]).toMatchObject({ quantity: 1200, unitPrice: { amount: '1200000' } })
    expect(order?.freight).toEqual({ amount: '2800', currency: 'JPY' })
  })

  it('state codes in full-width letters as input methods write them', () => {
    const order = orderOf({
      buyer_postcode: 'ＢＳ１　５ＴＹ',
      currency: 'ＪＰＹ',
      incoterm: '到岸价',
    })
    expect(order).toMatchObject({
      buyer: { address: { postcode: 'BS1 5TY' } },
      incoterm: { code: 'CIF' },
      lines: [{ unitPrice: { currency: 'JPY' } }],
    })
  })
})

describe('the findings of a purchase list', () => {
  it('leave the good orders alone and name row and column', () => {
    const list = readRows(fullRow, otherOrder({ quantity: 'two', unit_price: '1,200' }))
    expect(list.orders.map(({ order }) => order.reference)).toEqual(['TSB-1'])
    const found = list.findings.map(({ zh, ...finding }) => ({ ...finding, saysZh: zh?.message }))
    expect(found).toEqual([
      {
        ...{ row: 3, column: 'quantity', orderReference: 'TSB-2', code: 'invalid-input' },
        message: 'The cell quantity is no whole number.',
        mend: 'Write it with digits only.',
        saysZh: '“数量”不是整数。',
      },
      {
        ...{ row: 3, column: 'unit_price', orderReference: 'TSB-2', code: 'invalid-input' },
        message: 'The cell unit_price can be read as thousands or as decimals.',
        mend: 'Write 1234 or 1,234.00 for the one, 1.234 for the other.',
        saysZh: '“单价”中的逗号既可能是千位分隔符，也可能是小数点。',
      },
    ])
  })

  it.each([
    ['ordered_on', '03/09/2026', 'two ways'],
    ['ordered_on', '2026-02-30', 'no date'],
    ['ordered_on', '31/31/2026', 'no date'],
    ['unit_price', '1,234', 'thousands or as decimals'],
    ['commodity_code', '6.91E+09', '6, 8 or 10 digits'],
    ['commodity_code', '691110009', '6, 8 or 10 digits'],
    ['origin', 'Nippon', 'names no country'],
    ['buyer_kind', 'person', 'none of the known words'],
    ['related_parties', 'maybe', 'neither yes nor no'],
    ['buyer_email', 'not an address', ''],
    ['freight', '5 GBP', 'not that of the order'],
    ['freight', '0.5', 'cannot be paid'],
    ['currency', 'JPX', 'no currency code'],
  ])('refuse %s %j', (column, text, problem) => {
    const { orders, findings } = readRows({ ...fullRow, [column]: text })
    expect(orders).toEqual([])
    expect(findings[0]).toMatchObject({ row: 2, orderReference: 'TSB-1' })
    expect(findings[0]?.message).toContain(problem)
  })

  it.each(['buyer_name', 'buyer_city', 'seller_country', 'unit_price', 'incoterm', 'agent_name'])(
    'name the column of a missing %s',
    (column) => {
      const { [column]: _, ...others } = fullRow
      const { findings } = readRows(others)
      expect(findings.map((finding) => finding.column)).toContain(column)
    },
  )

  it('tell of rows of one order that contradict each other', () => {
    const { orders, findings } = readRows(fullRow, furtherLine({ buyer_name: 'Somebody Else' }))
    expect(orders).toEqual([])
    expect(findings).toMatchObject([
      {
        row: 3,
        column: 'buyer_name',
        code: 'documents-disagree',
        message: expect.stringMatching(/row 2/),
      },
    ])
  })

  it('hold an order back when one of its rows is at fault, for it would be incomplete', () => {
    expect(readRows(fullRow, furtherLine({ quantity: '0.5' })).orders).toEqual([])
    const merged = furtherLine({ order_reference: '' })
    const { orders, findings } = readRows(fullRow, merged, otherOrder())
    expect(orders.map(({ order }) => order.reference)).toEqual(['TSB-2'])
    expect(findings).toMatchObject([{ row: 3, column: 'order_reference', code: 'fact-missing' }])
  })

  it('tell of a row with more cells than headings', () => {
    const [headings = '', row = ''] = csvOf([fullRow]).split('\r\n')
    const { orders, findings } = read(`${headings}\r\n${row},extra`)
    expect(orders).toEqual([])
    expect(findings).toMatchObject([
      { row: 2, orderReference: 'TSB-1', message: expect.stringMatching(/shifted/) },
    ])
  })

  it('do not let a shifted first row speak for the whole list', () => {
    const [headings = '', first = '', second = ''] = csvOf([fullRow, otherOrder()]).split('\r\n')
    const { orders, findings } = read(`${headings}\r\n${first},extra\r\n${second}`)
    expect(orders).toEqual([])
    expect(findings.filter(({ row }) => row === 3).map(({ column }) => column)).toContain(
      'agent_kind',
    )
  })

  it('never repeat what stands in a cell but the reference of the order', () => {
    const { findings } = readRows(
      { ...fullRow, buyer_postcode: 'BS1 5TY and far too long', buyer_phone: 'call Rowan' },
      furtherLine({ buyer_name: 'Secret Person' }),
    )
    expect(findings.length).toBeGreaterThan(2)
    expect(JSON.stringify(findings)).not.toMatch(/BS1|Rowan|Secret/)
  })
})

describe('the columns', () => {
  it('are found by either heading, and no two share one', () => {
    const headings = purchaseListColumns.flatMap(({ name, zh }) => [name, zh])
    expect(new Set(headings).size).toBe(headings.length)
    for (const column of purchaseListColumns) {
      expect(columnOf(column.name)).toBe(column)
      expect(columnOf(column.zh)).toBe(column)
    }
  })

  it('state facts at different places of an order', () => {
    const paths = purchaseListColumns.map(({ scope, path }) => `${scope === 'line'} ${path}`)
    expect(new Set(paths).size).toBe(paths.length)
  })
})
