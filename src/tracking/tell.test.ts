import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { valueOf } from '../../test/gb-reference-data.ts'
import { sampleOrder } from '../../test/sample-papers.ts'
import { trackedCases, type TrackedCases } from '../../test/tracked-cases.ts'
import type { NewCaseEvent } from '../clearance/events/case-event.ts'
import type { Tell } from '../clearance/ports.ts'
import type { Order } from '../customs/order/order.ts'
import { inTenant, type Row } from '../platform/postgres/index.ts'
import { sealingKeyFrom } from '../platform/sealed-secret.ts'
import type { MailToSend } from './delivery/delivery.ts'
import type { MilestoneMessage } from './milestone-message.ts'
import { createTell } from './tell.ts'
import { createWebhookEndpoint, type Subscription } from './webhooks/webhook-endpoint.ts'

const sealingKey = sealingKeyFrom(Buffer.alloc(32, 1))
const publicUrl = 'https://tidewaiter.example'
const { email: _, ...buyerWithoutMail } = sampleOrder.buyer

describe('telling of milestones', () => {
  let cases: TrackedCases
  let tell: Tell

  beforeAll(async () => {
    cases = await trackedCases()
    tell = createTell({ sealingKey, publicUrl, mail: 'on' })
  })
  afterAll(() => cases.close())
  beforeEach(() =>
    inTenant(cases.api, cases.tenantId, async (transaction) => {
      await transaction
        .updateTable('webhook_endpoint')
        .set({ disabled_at: cases.clock.now() })
        .execute()
    }),
  )

  const addEndpoint = (...eventTypes: readonly Subscription[]) =>
    inTenant(cases.api, cases.tenantId, async (transaction) => {
      const created = await createWebhookEndpoint(
        transaction,
        { url: 'https://shop.example/hooks', eventTypes },
        { sealingKey, reach: 'public' },
        { tenantId: cases.tenantId, now: cases.clock.now() },
      )
      return valueOf(created).endpoint.endpointId
    })

  const deliveriesOf = (caseId: string): Promise<Row<'delivery'>[]> =>
    inTenant(cases.api, cases.tenantId, (transaction) =>
      transaction
        .selectFrom('delivery')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('id')
        .execute(),
    )

  const openWithoutMail = (changes: Partial<Order> = {}) =>
    cases.open(tell, { buyer: buyerWithoutMail, ...changes })

  const stopped: NewCaseEvent = {
    type: 'case-stopped',
    data: { reasons: [{ code: 'conflict', path: '', message: 'The buyer gave up.' }] },
  }

  it('stores nothing where nobody listens', async () => {
    const { caseId } = await openWithoutMail()
    expect(await deliveriesOf(caseId)).toEqual([])
  })

  it('stores a webhook for each endpoint that subscribed to the milestone', async () => {
    const all = await addEndpoint('*')
    const some = await addEndpoint('case.stopped', 'goods.released')
    const { caseId, reference } = await openWithoutMail()
    await cases.record(tell, caseId, [stopped])
    const deliveries = await deliveriesOf(caseId)
    const told = deliveries.map((row) => [row.endpoint_id, (row.payload as MilestoneMessage).type])
    expect(told).toHaveLength(3)
    expect(told).toContainEqual([all, 'case.opened'])
    expect(told).toContainEqual([all, 'case.stopped'])
    expect(told).toContainEqual([some, 'case.stopped'])
    expect(deliveries[0]?.payload).toMatchObject({
      type: 'case.opened',
      timestamp: '2026-09-01T12:00:00.000Z',
      data: {
        ...{ caseId, reference, state: 'draft', sequence: 1 },
        links: { case: `https://tidewaiter.example/v1/cases/${caseId}` },
      },
    })
  })

  it('tells an endpoint only of what happens after it was made', async () => {
    const { caseId } = await openWithoutMail()
    await addEndpoint('*')
    await cases.record(tell, caseId, [stopped])
    expect(
      (await deliveriesOf(caseId)).map((row) => (row.payload as MilestoneMessage).type),
    ).toEqual(['case.stopped'])
  })

  it('stores one mail for a change to a buyer with an address, without the address', async () => {
    const { caseId } = await cases.open(tell)
    await cases.record(tell, caseId, [
      { type: 'preparation-started', data: {} },
      { type: 'checks-passed', data: {} },
    ])
    const deliveries = await deliveriesOf(caseId)
    expect(deliveries).toHaveLength(1)
    expect(deliveries[0]).toMatchObject({ kind: 'email', state: 'due', attempts: 0 })
    expect((deliveries[0]?.payload as MailToSend).to).toBe('buyer')
    expect(JSON.stringify(deliveries)).not.toMatch(/zoe@|Zoë|Oldham/)
  })

  it('gives a buyer with an address a tracking link, and nobody else', async () => {
    const linksOf = (caseId: string) =>
      inTenant(cases.api, cases.tenantId, (transaction) =>
        transaction.selectFrom('tracking_link').selectAll().where('case_id', '=', caseId).execute(),
      )
    expect(await linksOf((await cases.open(tell)).caseId)).toHaveLength(1)
    await addEndpoint('*')
    expect(await linksOf((await openWithoutMail()).caseId)).toHaveLength(0)
  })

  it('writes to the contact of the tenant where one is named', async () => {
    await cases.setProfile({ contactEmail: 'desk@agent.example' })
    const { caseId } = await openWithoutMail()
    await cases.setProfile({})
    const deliveries = await deliveriesOf(caseId)
    expect(deliveries.map((row) => (row.payload as MailToSend).to)).toEqual(['tenant-contact'])
  })

  it('writes no mail where mail is off', async () => {
    await addEndpoint('*')
    const quiet = createTell({ sealingKey, publicUrl, mail: 'off' })
    const { caseId } = await cases.open(quiet)
    expect((await deliveriesOf(caseId)).map((row) => row.kind)).toEqual(['webhook'])
  })

  it('leaves nothing behind when the change is rolled back', async () => {
    await addEndpoint('*')
    let caseId = ''
    const tellAndFail: Tell = async (transaction, change, context) => {
      await tell(transaction, change, context)
      caseId = change.state.caseId
      throw new Error('rolled back')
    }
    await expect(cases.open(tellAndFail)).rejects.toThrow('rolled back')
    expect(await deliveriesOf(caseId)).toEqual([])
  })
})
