import { inTenant } from '../platform/postgres/index.ts'
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
async function renew(ports: ExchangePorts, { message, attemptId }: Claim): Promise<void> {
  const { database, clock, log } = ports
  const leasedUntil = new Date(Date.parse(clock.now()) + timings.leaseSeconds * 1_000)
  const renewed = inTenant(database, message.tenantId, (transaction) =>
    transaction
      .updateTable('exchange_message')
      .set({ due_at: leasedUntil })
      .where('id', '=', message.messageId)
      .where('attempt_id', '=', attemptId)
      .where('state', '=', 'sending')
      .execute(),
  )
  await renewed.catch((error: unknown) => {
    log.warn({ messageId: message.messageId, error: String(error) }, 'a lease was not renewed')
  })
}
