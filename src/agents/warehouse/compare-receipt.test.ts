import { describe, expect, it } from 'vitest'

import { agentOrder } from '../../../test/agent-orders.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { compareReceipt, type ReceivedLine } from './compare-receipt.ts'

const order = agentOrder('TSB-1', 'rowan')
const weighed = { grossWeightKg: decimal('0.760') }

function messagesOf(lines: readonly ReceivedLine[]): readonly string[] {
  const compared = compareReceipt(order, lines)
  return compared.ok ? [] : compared.failures.map(({ path, message }) => `${path}: ${message}`)
}

describe('goods that were received', () => {
  it('are as ordered', () => {
    const lines = [{ lineNumber: 1, quantity: 2, ...weighed }]
    expect(compareReceipt(order, lines)).toEqual({ ok: true, value: [] })
  })

  it('may be counted in parts', () => {
    const part = { lineNumber: 1, quantity: 1, grossWeightKg: decimal('0.38') }
    expect(messagesOf([part, part])).toEqual([])
  })

  it('differ in a weight that the order had stated', () => {
    const compared = compareReceipt(order, [
      { lineNumber: 1, quantity: 2, grossWeightKg: decimal('0.81'), netWeightKg: decimal('0.5') },
    ])
    expect(compared).toMatchObject({
      ok: true,
      value: [
        {
          ...{ lineNumber: 1, fact: 'grossWeightKg', ordered: '0.760', received: '0.81' },
          message: { en: 'Line 1: the order states 0.760 kg gross, 0.81 kg were weighed.' },
        },
      ],
    })
  })

  it('are refused while pieces are missing or too many', () => {
    const counted = (quantity: number) => messagesOf([{ lineNumber: 1, quantity, ...weighed }])
    expect(counted(1)).toEqual(['/lines: Line 1 orders 2 pieces, 1 were counted.'])
    expect(counted(3)).toEqual(['/lines: Line 1 orders 2 pieces, 3 were counted.'])
    expect(messagesOf([])).toEqual(['/lines: Line 1 orders 2 pieces, 0 were counted.'])
  })

  it('are refused with a line that nobody ordered, without weight, or lighter than their net weight', () => {
    expect(
      messagesOf([
        { lineNumber: 1, quantity: 2, grossWeightKg: decimal('0') },
        { lineNumber: 2, quantity: 1, grossWeightKg: decimal('1'), netWeightKg: decimal('1.1') },
      ]),
    ).toEqual([
      '/lines/0/grossWeightKg: Goods that were weighed weigh more than nothing.',
      '/lines/1/lineNumber: Order TSB-1 has 1 lines and no line 2.',
      '/lines/1/netWeightKg: The goods weigh more without their packaging than with it.',
    ])
  })
})
