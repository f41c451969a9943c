import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../../test/agent-orders.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { trackedCases, type TrackedCases } from '../../../test/tracked-cases.ts'
import { codeOf, warehouseSteps, type WarehouseSteps } from '../../../test/warehouse-steps.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { cancelOrder, wayOut } from '../commands/cancel-order.ts'
import { openCase } from '../commands/open-case.ts'
import { mainLifeCycle } from '../life-cycle/main-life-cycle.ts'
import { changeOrders } from './change-orders.ts'
import { readOrderHistory } from './read-order-history.ts'

describe('the state of an order', () => {
  let cases: TrackedCases
  let steps: WarehouseSteps

  beforeAll(async () => {
    cases = await trackedCases()
    steps = warehouseSteps(cases)
  })
  afterAll(() => cases.close())

  const cancel = (orderId: string, reason = 'the buyer has changed her mind') =>
    steps.within((transaction) => cancelOrder(transaction, { orderId, reason }, steps.context))
  const consign = (orderId: string, reference: string) =>
    steps.within((transaction) =>
      openCase(
        steps.ports,
        transaction,
        {
          orderIds: [orderId],
          consignment: consignmentFromOrder(agentOrder(reference, 'rowan')),
        },
        steps.context,
      ),
    )
  const casesOf = (orderId: string) =>
    steps.within((transaction) =>
      transaction.selectFrom('case_order').selectAll().where('order_id', '=', orderId).execute(),
    )

  it('changes with a record of who, why and what it became', async () => {
    const orderId = await steps.order('C-1')
    expect(valueOf(await cancel(orderId))).toMatchObject({ id: orderId, state: 'cancelled' })
    const history = await steps.within((transaction) => readOrderHistory(transaction, orderId))
    expect(history).toMatchObject([
      { event: 'order-received', state: 'received', actor: steps.context.actor },
      {
        event: 'order-cancelled',
        state: 'cancelled',
        reason: 'the buyer has changed her mind',
        actor: steps.context.actor,
        at: steps.context.now,
      },
    ])
  })

  it('never comes back from cancelled, neither by a case nor by goods', async () => {
    const orderId = await steps.order('C-2')
    await cancel(orderId)
    expect(codeOf(await cancel(orderId))).toBe('illegal-transition')
    expect(codeOf(await consign(orderId, 'C-2'))).toBe('illegal-transition')
    expect(codeOf(await steps.receive(orderId))).toBe('illegal-transition')
    expect(await casesOf(orderId)).toEqual([])
    expect(codeOf(await cancel('order_unknown'))).toBe('not-found')
  })

  it('changes for all orders of a change or for none', async () => {
    const [free, given] = [await steps.order('C-3'), await steps.order('C-4')]
    await cancel(given)
    const both = await steps.within((transaction) =>
      changeOrders(
        transaction,
        { orderIds: [free, given], event: 'order-consigned' },
        steps.context,
      ),
    )
    expect(codeOf(both)).toBe('illegal-transition')
    expect(await steps.stateOf(free)).toBe('received')
  })

  it('keeps an order that is in a shipment until it is taken out', async () => {
    const orderId = await steps.order('C-5')
    await steps.receive(orderId)
    await steps.ship('C-5', [orderId])
    expect(codeOf(await cancel(orderId))).toBe('conflict')
  })

  it('goes one way only when an order is consigned and cancelled at once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const reference = `D-${round}`
      const orderId = await steps.order(reference)
      const both = await Promise.all([consign(orderId, reference), cancel(orderId)])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      const isConsigned = (await steps.stateOf(orderId)) === 'consigned'
      expect(await casesOf(orderId)).toHaveLength(isConsigned ? 1 : 0)
      const history = await steps.within((transaction) => readOrderHistory(transaction, orderId))
      expect(history).toHaveLength(2)
    }
  })

  it('is in a shipment or cancelled, when both are asked for at once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const orderId = await steps.order(`G-${round}`)
      await steps.receive(orderId)
      const both = await Promise.all([steps.ship(`G-${round}`, [orderId]), cancel(orderId)])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(['conflict', 'goods-not-received']).toContain(both.map(codeOf).find(Boolean))
    }
  })

  it('is in one shipment only, when two take it at once', async () => {
    const orderId = await steps.order('H-1')
    await steps.receive(orderId)
    const both = await Promise.all([steps.ship('H-1', [orderId]), steps.ship('H-2', [orderId])])
    expect(both.map(codeOf).filter((code) => code !== undefined)).toEqual(['conflict'])
  })

  it('opens one case only when an order is consigned twice at once', async () => {
    const orderId = await steps.order('E-1')
    const both = await Promise.all([consign(orderId, 'E-1'), consign(orderId, 'E-1')])
    expect(both.map(codeOf).filter((code) => code !== undefined)).toEqual(['illegal-transition'])
    expect(await casesOf(orderId)).toHaveLength(1)
  })

  it('names what to do about a case where the order is consigned', async () => {
    const orderId = await steps.order('F-1')
    const { caseId } = valueOf(await consign(orderId, 'F-1'))
    const answer = async () => {
      const cancelled = await cancel(orderId)
      return cancelled.ok ? '' : (cancelled.failures[0].mend ?? '')
    }
    expect(await answer()).toContain(`/v1/cases/${caseId}/stop`)
    const stopped: NewCaseEvent = {
      type: 'case-stopped',
      data: { reasons: [{ code: 'conflict', path: '', message: 'the buyer gave up' }] },
    }
    await cases.record(() => Promise.resolve(), caseId, [stopped])
    expect(await answer()).toContain('leave it stopped')
  })

  it('has a way out of every state of a case', () => {
    const states = new Set(mainLifeCycle.transitions.map(({ to }) => to))
    for (const state of states) {
      expect(wayOut(state, 'case_1').en).toMatch(/^[A-Z].*\.$/)
      expect(wayOut(state, 'case_1').zh).toMatch(/^[\p{Script=Han}].*。$/u)
    }
    expect(wayOut('accepted', 'case_1').en).toContain('/v1/cases/case_1/invalidation')
  })
})
