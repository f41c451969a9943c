import { describe, expect, it } from 'vitest'

import { agentOrder } from '../../../../../test/agent-orders.ts'
import { composeOrder, draftFrom, withoutLine } from './order-draft.ts'

const order = agentOrder('TSB-1', 'rowan')

describe('an order that is being typed', () => {
  it('comes back from its texts as it was', () => {
    expect(composeOrder(draftFrom(order), 'purchasing-agent')).toEqual(order)
  })

  it('states nothing that was not typed', () => {
    expect(composeOrder({ ...draftFrom({}), texts: { '/buyer/name': '  ' } })).toEqual({})
  })

  it('has one currency for all of its amounts', () => {
    const texts = { '/currency': 'GBP', '/lines/0/unitPrice/amount': '1', '/freight/amount': '2' }
    expect(composeOrder({ ...draftFrom({}), texts })).toEqual({
      lines: [{ unitPrice: { amount: '1', currency: 'GBP' } }],
      freight: { amount: '2', currency: 'GBP' },
    })
  })

  it('goes to the buyer until it is said to go elsewhere', () => {
    const draft = draftFrom(order)
    const texts = { ...draft.texts, '/deliverTo/city': 'Leeds' }
    expect(composeOrder({ ...draft, texts })).toMatchObject({ deliverTo: { city: 'Bristol' } })
    expect(composeOrder({ ...draft, texts, deliverTo: 'elsewhere' })).toMatchObject({
      deliverTo: { city: 'Leeds' },
    })
  })

  it('loses a line, and those below move up', () => {
    const texts = { '/lines/0/sku': 'A', '/lines/1/sku': 'B', '/lines/2/sku': 'C' }
    const draft = withoutLine({ ...draftFrom({}), texts, lineCount: 3 }, 1)
    expect(draft).toMatchObject({ lineCount: 2 })
    expect(composeOrder(draft)).toEqual({ lines: [{ sku: 'A' }, { sku: 'C' }] })
  })

  it('keeps a number that is none as it was typed, for the check to refuse', () => {
    const texts = { '/lines/0/quantity': 'two' }
    expect(composeOrder({ ...draftFrom({}), texts })).toEqual({ lines: [{ quantity: 'two' }] })
  })
})
