import { describe, expect, it } from 'vitest'

import { agentOrder } from '../../../../../test/agent-orders.ts'
import { decimal } from '../../../../customs/money/decimal.ts'
import { emptyReceipt, openPieces, receiptBody } from './receipt-draft.ts'

const order = agentOrder('TSB-1', 'rowan')

describe('a receipt that is being made out', () => {
  it('counts nothing by itself', () => {
    expect(receiptBody('order_1', emptyReceipt(order))).toMatchObject({ lines: [], setApart: [] })
  })

  it('states what was counted, weighed and measured, and nothing that was left empty', () => {
    const draft = emptyReceipt(order)
    const body = receiptBody('order_1', {
      ...draft,
      lines: [{ quantity: 2, grossWeightKg: ' 0.8 ', netWeightKg: '' }],
      packages: [{ ...draft.packages[0]!, lengthCm: '20' }],
      setApart: [{ kind: 'wrong-goods', lineNumber: 0, quantity: 1, description: 'a pot' }],
    })
    expect(body).toEqual({
      orderId: 'order_1',
      lines: [{ lineNumber: 1, quantity: 2, grossWeightKg: '0.8' }],
      packages: [{ type: 'CT', count: 1, lengthCm: '20' }],
      setApart: [{ kind: 'wrong-goods', quantity: 1, description: 'a pot' }],
      photoIds: [],
    })
  })

  it('waits for what has not come before', () => {
    const lines = [{ lineNumber: 1, quantity: 1, grossWeightKg: decimal('0.4') }]
    expect(openPieces(order, [{ lines }])).toEqual([1])
  })
})
