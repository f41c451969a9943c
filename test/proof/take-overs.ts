import { inTenant } from '../../src/platform/postgres/index.ts'
import type { ProofInstallation } from './killable-installation.ts'
import type { SentOrder } from './order-journey.ts'

/** A worker that was killed with a request under way. */
export interface WorkerKill {
  readonly pid: number
  /** By the clock of the machine, which all processes of a proof share. */
  readonly at: Date
}

/** A message that a killed worker had in hand, and when another sender took it up. */
export interface TakeOver {
  readonly messageId: string
  /** Undefined where nobody has. */
  readonly seconds: number | undefined
  /** Whether it was the other worker, not the killed one after its start. */
  readonly byTheOther: boolean
}

/** Every message that was in the hands of a worker when it was killed. */
export async function takeOversAfter(
  installation: ProofInstallation,
  orders: readonly SentOrder[],
  { kills, otherPids }: { readonly kills: readonly WorkerKill[]; readonly otherPids: OtherPids },
): Promise<readonly TakeOver[]> {
  const found: TakeOver[] = []
  for (const order of orders) {
    const attempts = await attemptsOf(installation, order)
    for (const [index, attempt] of attempts.entries()) {
      const kill = kills.find(({ pid }) => attempt.node.endsWith(`:${pid}`))
      if (attempt.outcome !== 'abandoned' || kill === undefined) continue
      const next = attempts
        .slice(index + 1)
        .find(({ messageId }) => messageId === attempt.messageId)
      const other = otherPids.get(kill.pid)
      found.push({
        messageId: attempt.messageId,
        seconds: next && (next.startedAt.getTime() - kill.at.getTime()) / 1_000,
        byTheOther: next !== undefined && next.node.endsWith(`:${other}`),
      })
    }
  }
  return found
}

/** The worker that was left, by the process id of the one that was killed. */
export type OtherPids = ReadonlyMap<number, number>

interface AttemptFacts {
  readonly messageId: string
  readonly node: string
  readonly outcome: string | null
  readonly startedAt: Date
}

function attemptsOf(
  { database }: ProofInstallation,
  { tenant: { tenantId } }: SentOrder,
): Promise<readonly AttemptFacts[]> {
  return inTenant(database, tenantId, async (transaction) => {
    const rows = await transaction
      .selectFrom('exchange_attempt')
      .select(['message_id', 'node', 'outcome', 'started_at'])
      .orderBy('started_at')
      .orderBy('id')
      .execute()
    return rows.map(({ message_id, started_at, node, outcome }) => ({
      ...{ messageId: message_id, startedAt: started_at, node, outcome },
    }))
  })
}
