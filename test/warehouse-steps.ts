import { receiveGoods, type NewReceipt } from '../src/agents/warehouse/receive-goods.ts'
import { openShipment } from '../src/agents/shipments/fill-shipment.ts'
import { splitOpenShipment } from '../src/agents/shipments/split-open-shipment.ts'
import { settleShortage, type WarehouseChoice } from '../src/agents/warehouse/settle-shortage.ts'
import { receiveOrder } from '../src/clearance/commands/receive-order.ts'
import type { ClearancePorts } from '../src/clearance/ports.ts'
import type { ChangeContext } from '../src/clearance/store/record-events.ts'
import { decimal } from '../src/customs/money/decimal.ts'
import { money } from '../src/customs/money/money.ts'
import type { Order } from '../src/customs/order/order.ts'
import { inTenant, type TenantTransaction } from '../src/platform/postgres/index.ts'
import { agentOrder } from './agent-orders.ts'
import { valueOf } from './gb-reference-data.ts'
import type { TrackedCases } from './tracked-cases.ts'

/** The kinds of packages that these goods come in. */
const packageTypes = new Map([['CT', { en: 'Carton', zh: '纸箱' }]])

/** Two cups in good order, which is all of an order of `agentOrder`. */
export const twoCups = { lineNumber: 1, quantity: 2, grossWeightKg: decimal('0.8') }

/** One of them. */
export const oneCup = { lineNumber: 1, quantity: 1, grossWeightKg: decimal('0.4') }

/** The first code of a refusal; nothing where there was none. */
export function codeOf(result: {
  readonly ok: boolean
  readonly failures?: readonly { readonly code: string }[]
}): string | undefined {
  return result.ok ? undefined : result.failures?.[0]?.code
}

/** What an agent does with goods, each step in a transaction of its own that is undone by a refusal. */
export function warehouseSteps(cases: TrackedCases) {
  const { api: database, clock, tenantId } = cases
  const ports: ClearancePorts = {
    ...{ database, clock, renderDocuments: 'off', reference: undefined as never },
    tell: () => Promise.resolve(),
  }
  const context: ChangeContext = {
    tenantId,
    actor: { kind: 'api-key', id: 'key_1', name: 'warehouse' },
    cause: { kind: 'request', id: 'test' },
    now: clock.now(),
  }
  const within = <T>(work: (transaction: TenantTransaction) => Promise<T>) =>
    inTenant(database, tenantId, work)
  return {
    ...{ ports, context, within },
    order: (reference: string, buyer: 'rowan' | 'imogen' = 'rowan', changes: Partial<Order> = {}) =>
      within(async (transaction) => {
        const received = agentOrder(reference, buyer, changes)
        return valueOf(await receiveOrder(transaction, received, context)).orderId
      }),
    receive: (orderId: string, changes: Partial<NewReceipt> = {}) =>
      within((transaction) => {
        const packages = [{ type: 'CT', count: 1 }]
        const receipt = { orderId, lines: [twoCups], packages, photoIds: [], ...changes }
        return receiveGoods({ packageTypes }, transaction, receipt, context)
      }),
    choose: (orderId: string, choice: WarehouseChoice) =>
      within((transaction) =>
        settleShortage(
          transaction,
          { orderId, choice, reason: `${choice}, for the test` },
          context,
        ),
      ),
    stateOf: (orderId: string) =>
      within(async (transaction) => {
        const row = await transaction
          .selectFrom('customer_order')
          .select('state')
          .where('id', '=', orderId)
          .executeTakeFirst()
        return row?.state
      }),
    ship: (reference: string, orderIds: readonly string[]) =>
      within((transaction) =>
        openShipment(transaction, { reference, orderIds, freight: money('1000', 'JPY') }, context),
      ),
    split: (shipmentId: string) =>
      within((transaction) => splitOpenShipment(ports, transaction, { shipmentId }, context)),
  }
}

export type WarehouseSteps = ReturnType<typeof warehouseSteps>
