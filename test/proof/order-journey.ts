import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CaseView } from '../../src/api/views/case-view.ts'
import type { Order } from '../../src/customs/order/order.ts'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { newLocalReference } from '../../src/platform/ids.ts'
import type { ProofInstallation, ProofTenant } from './killable-installation.ts'
import { type PersistentClient, persistentClient } from './persistent-client.ts'

/** The ways that an order can take through the same steps; each has moments of its own. */
export interface Route {
  /** Declared by a job as soon as it is ready, or by a request of the client. */
  readonly declaredBy: 'worker' | 'client'
  /** Whether the carrier reports the arrival before or after the declaration is registered. */
  readonly arrives: 'early' | 'late'
}

export const routes = [
  { declaredBy: 'worker', arrives: 'late' },
  { declaredBy: 'client', arrives: 'early' },
  { declaredBy: 'client', arrives: 'late' },
  { declaredBy: 'worker', arrives: 'early' },
] as const satisfies readonly Route[]

export interface SentOrder {
  readonly route: Route
  readonly order: Order
  readonly tenant: ProofTenant
  readonly client: PersistentClient
  /** Under which the order was handed in. */
  readonly idempotencyKey: string
}

export interface Acknowledged {
  readonly orderId: string
  readonly caseId: string
}

/** An order with a tenant of its own, not yet handed in. */
export async function newOrder(installation: ProofInstallation, route: Route): Promise<SentOrder> {
  const path = join(checkoutFolder, 'examples', 'marketplace-cn-gb.json')
  const shipped = JSON.parse(await readFile(path, 'utf8')) as Order
  const reference = `PROOF-${newLocalReference()}`
  const tenant = await installation.addTenant(route.declaredBy)
  const client = persistentClient(installation.apiUrl, tenant.apiKey)
  const idempotencyKey = `order-${reference}`
  return { route, tenant, client, idempotencyKey, order: { ...shipped, reference } }
}

/**
 * Hands in an order and accompanies it until its goods are released.
 *
 * @param lookAgainMs how often the case is looked at while something is waited for
 */
export async function clearOrder(
  sent: SentOrder,
  lookAgainMs = LOOK_AGAIN_AFTER_MS,
): Promise<void> {
  const { client, route } = sent
  const { caseId } = await handIn(sent)
  const path = `/v1/cases/${caseId}`
  if (route.arrives === 'early') await reportArrival(client, path)
  if (route.declaredBy === 'client') {
    await stateOf(client, path, { wanted: ['ready'], lookAgainMs })
    await client.post(`${path}/declare`, { additionalType: 'D' }, `declare-${caseId}`)
  }
  if (route.arrives === 'late') {
    await stateOf(client, path, { wanted: ['registered'], lookAgainMs })
    await reportArrival(client, path)
  }
  await stateOf(client, path, { wanted: ['released', 'cleared'], lookAgainMs })
}

/** Handing in the same order again gives the same answer. */
export function handIn({ client, order, idempotencyKey }: SentOrder): Promise<Acknowledged> {
  return client.post('/v1/orders', order, idempotencyKey)
}

function reportArrival(client: PersistentClient, path: string): Promise<unknown> {
  const report = { event: 'goods-arrived', occurredAt: new Date().toISOString(), source: 'carrier' }
  return client.post(`${path}/transport-events`, report, `arrival-${path}`)
}

const LOOK_AGAIN_AFTER_MS = 200
const ONE_STEP_LIMIT_MS = 150_000

async function stateOf(
  client: PersistentClient,
  path: string,
  { wanted, lookAgainMs }: { wanted: readonly CaseView['state'][]; lookAgainMs: number },
): Promise<CaseView> {
  const giveUpAt = performance.now() + ONE_STEP_LIMIT_MS
  for (;;) {
    const view = await client.get<CaseView>(path)
    if (wanted.includes(view.state)) return view
    if (performance.now() > giveUpAt) throw new Error(stuck(view, wanted))
    await sleep(lookAgainMs)
  }
}

function stuck({ id, state, obstacles, nextAction }: CaseView, wanted: readonly string[]): string {
  const facts = JSON.stringify({ state, obstacles, nextAction })
  return `${id} did not become ${wanted.join(' or ')}: ${facts}`
}
