import { describe, expect, it } from 'vitest'

import { agentOrder } from '../../../../../test/agent-orders.ts'
import { composeOrder, draftFrom, withoutLine } from './order-draft.ts'

const order = agentOrder('TSB-1', 'rowan')

describe('an order that is being typed', () => {
  it('comes back from its texts as it was', () => {
    expect(composeOrder(draftFrom(order), 'purchasing-agent')).toEqual(order)
  })

  it('keeps what only some orders state, answers among it', () => {
    const stated = {
      gift: true,
      returnedGoods: { exportedOn: '2025-11-14', exportedBy: 'importer', unaltered: false },
      lines: [
        {
          additionalCodes: ['X333'],
          quantities: { LPA: '0.54' },
          supplementaryQuantity: { amount: '4.5', unit: 'LTR' },
          documents: [{ code: '9120', reference: 'GBIML2026.0000411', status: 'JP' }],
        },
      ],
    }
    expect(composeOrder(draftFrom(stated as object))).toEqual(stated)
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
