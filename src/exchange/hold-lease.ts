import type { Clock } from '../platform/clock.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { renewProbe } from './breaker.ts'
import type { Claim } from './claim-next.ts'
import type { ExchangePorts } from './send-message.ts'
import { timings } from './timings.ts'

/** A lease that is renewed until it is let go. */
export interface HeldLease {
  letGo(): void
}

/**
 * Renews the lease on a message while its requests are under way, so that it can be short: when the
 * process is killed, another one takes the message over within seconds. An attempt that goes on for
 * longer than any should hangs, and is not kept alive.
 */
export function holdLease(ports: ExchangePorts, claim: Claim): HeldLease {
  const until = performance.now() + timings.longestAttemptSeconds * 1_000
  const timer = setInterval(() => {
    if (performance.now() > until) clearInterval(timer)
    else void renew(ports, claim)
  }, timings.renewalMs)
  return { letGo: () => clearInterval(timer) }
}

/** Never rejects: when it fails the next one may succeed, or the lease runs out. */
async function renew(ports: ExchangePorts, claim: Claim): Promise<void> {
  const { messageId, tenantId } = claim.message
  const renewed = inTenant(ports.database, tenantId, (transaction) =>
    renewIn(transaction, ports.clock, claim),
  )
  await renewed.catch((error: unknown) => {
    ports.log.warn({ messageId, error: String(error) }, 'a lease was not renewed')
  })
}

/** A lease that another sender has taken over renews nothing. */
async function renewIn(
  transaction: TenantTransaction,
  clock: Clock,
  { message: { messageId, channel }, attemptId, isProbe }: Claim,
): Promise<void> {
  const leasedUntil = new Date(Date.parse(clock.now()) + timings.leaseSeconds * 1_000)
  const held = await transaction
    .updateTable('exchange_message')
    .set({ due_at: leasedUntil })
    .where('id', '=', messageId)
    .where('attempt_id', '=', attemptId)
    .where('state', '=', 'sending')
    .returning('id')
    .executeTakeFirst()
  if (isProbe && held !== undefined) await renewProbe(transaction, channel, clock)
}
