import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { agentOrder } from '../../../test/agent-orders.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { compareReceipt, type CountedGoods } from './compare-receipt.ts'
import type { NewSetApartGoods } from './set-apart-goods.ts'

/** An order of one line, two cups that weigh 0.760 kg together. */
const order = agentOrder('TSB-1', 'rowan')

function counted(quantity: number, ...setApart: readonly NewSetApartGoods[]): CountedGoods {
  const line = { lineNumber: 1, quantity, grossWeightKg: decimal('0.760') }
  return { lines: quantity === 0 ? [] : [line], setApart }
}

function apart(
  kind: NewSetApartGoods['kind'],
  facts: Partial<NewSetApartGoods> = {},
): NewSetApartGoods {
  return { kind, lineNumber: 1, quantity: 1, description: 'a cup', ...facts }
}

function inShort(now: CountedGoods, ...earlier: readonly CountedGoods[]): readonly string[] {
  const compared = compareReceipt(order, now, earlier)
  if (!compared.ok) return compared.failures.map(({ code, path }) => `${code} ${path}`)
  const { isComplete, differences } = compared.value
  const told = differences.map((difference) =>
    'quantity' in difference ? `${difference.fact} ${difference.quantity}` : difference.fact,
  )
  return [isComplete ? 'complete' : 'open', ...told]
}

describe('goods that were received', () => {
  it('are as ordered', () => {
    expect(inShort(counted(2))).toEqual(['complete'])
  })

  it('may come in parts, of which the last makes the order complete', () => {
    const half = {
      lines: [{ lineNumber: 1, quantity: 1, grossWeightKg: decimal('0.380') }],
      setApart: [],
    }
    expect(inShort(half)).toEqual(['open', 'missing 1'])
    expect(inShort(half, half)).toEqual(['complete'])
  })

  it('differ in a weight that the order had stated for all of them', () => {
    const lines = [
      { lineNumber: 1, quantity: 2, grossWeightKg: decimal('0.81'), netWeightKg: decimal('0.5') },
    ]
    expect(valueOf(compareReceipt(order, { lines, setApart: [] })).differences).toMatchObject([
      {
        ...{ lineNumber: 1, fact: 'grossWeightKg', ordered: '0.760', received: '0.81' },
        message: { en: 'Line 1: the order states 0.760 kg gross, 0.81 kg were weighed.' },
      },
    ])
    expect(inShort(counted(0, apart('surplus')), { lines, setApart: [] })).toEqual([
      ...['complete', 'surplus 1'],
    ])
    const part = [{ lineNumber: 1, quantity: 1, grossWeightKg: decimal('0.81') }]
    expect(inShort({ lines: part, setApart: [] })).toEqual(['open', 'missing 1'])
  })

  it('leave an order open while pieces of it are damaged or others came in their place', () => {
    expect(inShort(counted(1, apart('damaged')))).toEqual(['open', 'missing 1', 'damaged 1'])
    expect(inShort(counted(0, apart('wrong-goods', { quantity: 2 })))).toEqual([
      ...['open', 'missing 2', 'wrong-goods 2'],
    ])
    const [missing] = valueOf(compareReceipt(order, counted(1))).differences
    expect(missing?.message.en).toBe('Line 1: 1 of 2 pieces have not come in good order.')
  })

  it('are complete beside what is too many or belongs to nobody', () => {
    expect(inShort(counted(2, apart('surplus')))).toEqual(['complete', 'surplus 1'])
    const { lineNumber: _, ...ofNobody } = apart('wrong-goods')
    expect(inShort(counted(2, ofNobody))).toEqual(['complete', 'wrong-goods 1'])
  })

  it('are refused when more of a line are counted than were ordered', () => {
    expect(inShort(counted(3))).toEqual(['goods-surplus /lines'])
    expect(inShort(counted(1), counted(2))).toEqual(['goods-surplus /lines'])
  })

  it('are never counted beyond the order, however they come', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(pieces, (quantities) => {
        const parts = quantities.map((quantity) => counted(quantity))
        const compared = compareReceipt(order, parts.at(-1)!, parts.slice(0, -1))
        const sum = quantities.reduce((all, quantity) => all + quantity, 0)
        expect(compared.ok).toBe(sum <= 2)
        if (compared.ok) expect(compared.value.isComplete).toBe(sum === 2)
      }),
    )
  })

  it('cannot be too many while some of them are missing', () => {
    expect(inShort(counted(1, apart('surplus')))).toEqual(['invalid-input /setApart/0/lineNumber'])
  })

  it('are late at most as far as pieces of the line were lacking', () => {
    const inPart = counted(1)
    expect(inShort(counted(0, apart('late')), inPart)).toEqual(['open', 'late 1'])
    const threeMore = [apart('late'), apart('surplus', { quantity: 2 })]
    expect(inShort(counted(0, ...threeMore), inPart)).toEqual(['open', 'late 1', 'surplus 2'])
    expect(inShort(counted(0, apart('late', { quantity: 2 })), inPart)).toEqual([
      'invalid-input /setApart/0/lineNumber',
    ])
    expect(inShort(counted(0, apart('surplus')), inPart)).toEqual([
      'invalid-input /setApart/0/lineNumber',
    ])
  })

  it('are refused when all of them weigh less than they are said to without packaging', () => {
    const netWeightKg = decimal('0.820')
    const stated = { ...order, lines: order.lines.map((line) => ({ ...line, netWeightKg })) }
    const light = { lineNumber: 1, quantity: 2, grossWeightKg: decimal('0.100') }
    const refused = compareReceipt(stated, { lines: [light], setApart: [] })
    expect(refused).toMatchObject({
      ok: false,
      failures: [{ code: 'invalid-input', path: '/lines/0/grossWeightKg' }],
    })
    const weighed = { ...light, netWeightKg: decimal('0.090') }
    expect(compareReceipt(stated, { lines: [weighed], setApart: [] }).ok).toBe(true)
    const part = { ...light, quantity: 1 }
    expect(compareReceipt(stated, { lines: [part], setApart: [] }).ok).toBe(true)
  })

  it('are refused with a line that nobody ordered, without weight, or lighter than their net weight', () => {
    const compared = compareReceipt(order, {
      lines: [
        { lineNumber: 1, quantity: 2, grossWeightKg: decimal('0') },
        { lineNumber: 2, quantity: 1, grossWeightKg: decimal('1'), netWeightKg: decimal('1.1') },
      ],
      setApart: [],
    })
    expect(compared.ok ? [] : compared.failures.map(({ path }) => path)).toEqual([
      '/lines/0/grossWeightKg',
      '/lines/1/lineNumber',
      '/lines/1/netWeightKg',
    ])
  })

  it('are refused when nothing is named, or pieces of no line are said to be damaged', () => {
    expect(inShort(counted(0))).toEqual(['fact-missing /lines'])
    const { lineNumber: _, ...ofNoLine } = apart('damaged')
    expect(inShort(counted(0, ofNoLine))).toEqual(['fact-missing /setApart/0/lineNumber'])
    expect(inShort(counted(0, apart('damaged', { lineNumber: 7 })))).toEqual([
      'not-found /setApart/0/lineNumber',
    ])
  })
})
