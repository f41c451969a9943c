import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { countWaitingJobs } from '../../src/api/http/jobs.ts'
import { inTenant } from '../../src/platform/postgres/index.ts'
import { asOwner } from './as-owner.ts'
import type { ProofInstallation } from './killable-installation.ts'
import type { SentOrder } from './order-journey.ts'
import { compareLetters } from './proof-letters.ts'

const LOOK_AGAIN_AFTER_MS = 500

/**
 * Waits until nothing is left to do: no job waits or runs, no message or delivery is due, and the
 * authority's notifications and letters have all reached the trader.
 *
 * @returns what is still open when the time is up; nothing when all has settled
 */
export async function settle(
  installation: ProofInstallation,
  orders: readonly SentOrder[],
  timeLimitMs: number,
): Promise<readonly string[]> {
  const giveUpAt = performance.now() + timeLimitMs
  for (;;) {
    const open = await openWork(installation, orders)
    if (open.length === 0 || performance.now() > giveUpAt) return open
    await sleep(LOOK_AGAIN_AFTER_MS)
  }
}

async function openWork(
  installation: ProofInstallation,
  orders: readonly SentOrder[],
): Promise<readonly string[]> {
  const jobs = await countWaitingJobs(installation.database)
  const open = jobs
    .filter(({ queue }) => !queue.endsWith('-dead'))
    .map(({ queue, state, count }) => `${count} jobs of ${queue} are ${state}`)
  open.push(...(await halfFetched(installation)))
  open.push(...(await compareLetters(installation)).violations)
  for (const order of orders) open.push(...(await openOf(installation, order)))
  for (const { mrns } of await installation.officers.register()) {
    for (const mrn of mrns) open.push(...(await undelivered(installation, mrn)))
  }
  return open
}

function openOf(
  { database }: ProofInstallation,
  { tenant: { tenantId } }: SentOrder,
): Promise<readonly string[]> {
  return inTenant(database, tenantId, async (transaction) => {
    const messages = await transaction
      .selectFrom('exchange_message')
      .select(['id', 'state'])
      .where('state', 'in', ['due', 'sending', 'unknown'])
      .execute()
    const deliveries = await transaction
      .selectFrom('delivery')
      .select(['id', 'state'])
      .where('state', '=', 'due')
      .execute()
    return [...messages, ...deliveries].map(({ id, state }) => `${id} is ${state}`)
  })
}

/** What was fetched and lost on the way counts as taken at the authority, and has not come to us. */
function halfFetched({ databases }: ProofInstallation): Promise<readonly string[]> {
  return asOwner(databases, async (transaction) => {
    const { rows } = await sql<{ id: string }>`
      select notification_id as id from collected_notification where stored_at is null
    `.execute(transaction)
    return rows.map(({ id }) => `${id} was fetched and is not stored`)
  })
}

async function undelivered(
  { officers }: ProofInstallation,
  mrn: string,
): Promise<readonly string[]> {
  const { notifications } = await officers.dossier(mrn)
  return notifications
    .filter(({ deliveredAt, pulledAt }) => deliveredAt === null && pulledAt === null)
    .map(({ id, pushState }) => `${id} of ${mrn} did not reach the trader: ${pushState}`)
}
