import { consignmentFromOrder } from '../src/customs/consignment/consignment-from-order.ts'
import type { Instant } from '../src/customs/calendar/local-date.ts'
import type { Order } from '../src/customs/order/order.ts'
import { createTenant } from '../src/access/index.ts'
import { openCase } from '../src/clearance/commands/open-case.ts'
import { receiveOrder } from '../src/clearance/commands/receive-order.ts'
import type { CaseState } from '../src/clearance/case-state.ts'
import type { NewCaseEvent } from '../src/clearance/events/case-event.ts'
import type { ClearancePorts, Tell } from '../src/clearance/ports.ts'
import { lockCase } from '../src/clearance/store/case-store.ts'
import { type ChangeContext, recordEvents } from '../src/clearance/store/record-events.ts'
import { type SettableClock, settableClock } from '../src/platform/clock.ts'
import { newId } from '../src/platform/ids.ts'
import { createLog, type Log } from '../src/platform/log.ts'
import { connect, type Database, inTenant, type Schema } from '../src/platform/postgres/index.ts'
import { allQueues } from '../src/services/all-queues.ts'
import { createTestDatabase } from './database.ts'
import { sampleOrder } from './sample-papers.ts'
import { valueOf } from './gb-reference-data.ts'

/** Opening a case decides nothing, so it needs no tariff and no rates. */
const withoutReferenceData: Pick<ClearancePorts, 'reference' | 'renderDocuments'> = {
  reference: undefined as never,
  renderDocuments: 'off',
}

/** A tenant on a database of its own, whose cases are moved by recording events. */
export interface TrackedCases {
  readonly api: Database<Schema>
  readonly worker: Database<Schema>
  readonly clock: SettableClock
  readonly log: Log
  readonly tenantId: string
  open(tell: Tell, changes?: Partial<Order>): Promise<CaseState>
  record(tell: Tell, caseId: string, events: readonly NewCaseEvent[]): Promise<CaseState>
  /** Changes standing facts of the tenant, as its owner would. */
  setProfile(facts: object): Promise<void>
  close(): Promise<void>
}

export async function trackedCases(): Promise<TrackedCases> {
  const testDatabase = await createTestDatabase({ queues: allQueues })
  const log = createLog({ level: 'silent', name: 'test' })
  const open = (url: string) =>
    connect<Schema>({ url, applicationName: 'tracking test', maxConnections: 4, log })
  const api = open(testDatabase.appUrl)
  const worker = open(testDatabase.workerUrl)
  const clock = settableClock('2026-09-01T12:00:00.000Z' as Instant)
  const tenantId = await addTenant(api, clock)
  const contextNow = (): ChangeContext => ({
    tenantId,
    actor: { kind: 'worker', id: 'test' },
    cause: { kind: 'job', id: 'test' },
    now: clock.now(),
  })
  return {
    ...{ api, worker, clock, log, tenantId },
    open: (tell, changes = {}) =>
      inTenant(api, tenantId, async (transaction) => {
        const order = { ...sampleOrder, reference: newId('o').slice(-12), ...changes }
        const context = contextNow()
        const { orderId } = valueOf(await receiveOrder(transaction, order, context))
        const ports = { ...{ database: api, clock, tell }, ...withoutReferenceData }
        const consignment = consignmentFromOrder(order)
        return valueOf(
          await openCase(ports, transaction, { orderIds: [orderId], consignment }, context),
        )
      }),
    record: (tell, caseId, events) =>
      inTenant(api, tenantId, async (transaction) => {
        const before = await lockCase(transaction, caseId)
        const context = contextNow()
        const change = await recordEvents(transaction, { caseId, before }, events, context)
        await tell(transaction, change, context)
        return change.state
      }),
    setProfile: (facts) =>
      inTenant(api, tenantId, async (transaction) => {
        await transaction
          .updateTable('tenant')
          .set({ profile: JSON.stringify(facts) })
          .execute()
      }),
    close: async () => {
      await Promise.all([api.close(), worker.close()])
      await testDatabase.drop()
    },
  }
}

async function addTenant(database: Database<Schema>, clock: SettableClock): Promise<string> {
  const { tenant } = await createTenant(
    database,
    {
      name: 'Test agent',
      kind: 'purchasing-agent',
      declareWhenReady: false,
      profile: {
        declarant: {
          name: 'Harbour Brokers Ltd',
          address: {
            ...{ lines: ['1 Quay Street'], city: 'Felixstowe' },
            ...{ postcode: 'IP11 3SY', country: 'GB' },
          },
          eori: 'GB123456789000',
          establishedIn: 'GB',
        },
        standingAuthorities: [],
      },
    },
    { actor: { kind: 'operator', id: 'test' }, now: clock.now() },
  )
  return tenant.tenantId
}
