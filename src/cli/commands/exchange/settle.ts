import type { Command } from 'commander'

import { setLetterAside } from '../../../correspondence/letter-outcome.ts'
import { setMessageAside } from '../../../clearance/commands/set-message-aside.ts'
import { failure, type Result, success } from '../../../customs/result.ts'
import { replayMessage } from '../../../exchange/replay-message.ts'
import { assignStray, setStrayAside } from '../../../exchange/settle-stray.ts'
import { systemClock } from '../../../platform/clock.ts'
import {
  type Database,
  inTenant,
  inTransaction,
  type Schema,
} from '../../../platform/postgres/index.ts'
import { inboxPorts } from '../../../services/inbox-ports.ts'
import { BadInput } from '../../bad-input.ts'
import { type Found, foundById } from '../../exchange/found-by-id.ts'
import { operatorsChange } from '../../exchange/operators-change.ts'
import { installationsTell } from '../../exchange/installations-tell.ts'
import { tenantOfCase } from '../../exchange/tenant-of-case.ts'
import { needsOwner, withOwnerDatabase } from '../../owner-database.ts'
import { exitCodes, type Terminal, writeLine } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface ReplayOptions {
  readonly reason?: string
}

interface SetAsideOptions {
  readonly reason: string
}

interface AssignOptions extends ReplayOptions {
  readonly case: string
}

/** What is done about messages that did not arrive, and about strays. */
export function addSettleCommands(exchange: Command, terminal: Terminal, finish: Finish): void {
  exchange
    .command('replay <messageId...>')
    .summary('send messages again that were given up')
    .description(
      'Sends messages again that were given up; the authority is asked first whether it has them. ' +
        'Answers one line of JSON each.',
    )
    .option('--reason <text>', 'why, for those who read the record')
    .addHelpText('after', needsOwner('exchange replay message_... message_...'))
    .action((ids: readonly string[], { reason }: ReplayOptions) =>
      settleEach({ ids, terminal, finish }, (database, found) => replay(database, found, reason)),
    )

  exchange
    .command('set-aside <id...>')
    .summary('set messages or stray notifications aside')
    .description(
      'Sets messages aside that were given up, so that they are not sent any more, or stray ' +
        'notifications, so that nobody has to look at them. Answers one line of JSON each.',
    )
    .requiredOption('--reason <text>', 'why, for those who read the record')
    .addHelpText('after', needsOwner('exchange set-aside stray_... --reason "of another system"'))
    .action((ids: readonly string[], { reason }: SetAsideOptions) =>
      settleEach({ ids, terminal, finish }, (database, found) =>
        setAside(terminal, database, found, reason),
      ),
    )

  exchange
    .command('assign <strayId>')
    .summary('give a stray notification to its case')
    .description(
      'Stores a stray notification for the case that it belongs to. Refused unless its references ' +
        'prove that it answers a message of that case.',
    )
    .requiredOption('--case <id>', 'the case')
    .option('--reason <text>', 'why, for those who read the record')
    .addHelpText('after', needsOwner('exchange assign stray_... --case case_...'))
    .action((strayId: string, { case: caseId, reason }: AssignOptions) =>
      settleEach({ ids: [strayId], terminal, finish }, async (database, found) => {
        if (found.kind !== 'stray') throw new BadInput(`${strayId} is no stray notification.`)
        const tenantId = await tenantOfCase(database, caseId)
        const assignment = { strayId, tenantId, caseId, ...(reason !== undefined && { reason }) }
        const ports = inboxPorts({ database, clock: systemClock })
        return inTenant(database, tenantId, (transaction) =>
          assignStray(ports, transaction, assignment, operatorsChange(tenantId)),
        )
      }),
    )
}

interface Settling {
  readonly ids: readonly string[]
  readonly terminal: Terminal
  readonly finish: Finish
}

type Settle = (database: Database<Schema>, found: Found) => Promise<Result<object>>

/** Each in a transaction of its own: what is refused keeps none of the others from being done. */
async function settleEach({ ids, terminal, finish }: Settling, settle: Settle): Promise<void> {
  await withOwnerDatabase(terminal, async (database) => {
    for (const id of ids) {
      const settled = await settle(database, await foundById(database, id))
      const answer = settled.ok ? settled.value : { failures: settled.failures }
      await writeLine(terminal.stdout, JSON.stringify({ id, ...answer }))
      if (!settled.ok) finish(exitCodes.refused)
    }
  })
}

async function replay(
  database: Database<Schema>,
  found: Found,
  reason: string | undefined,
): Promise<Result<object>> {
  if (found.kind === 'stray') return notSent(found.stray.id)
  const { id: messageId, tenant_id: tenantId } = found.message
  const job = { tenantId, messageId, ...(reason !== undefined && { reason }) }
  const replayed = await inTenant(database, tenantId, (transaction) =>
    replayMessage(transaction, job, operatorsChange(tenantId)),
  )
  return replayed.ok ? success({ state: 'unknown' }) : replayed
}

async function setAside(
  terminal: Terminal,
  database: Database<Schema>,
  found: Found,
  reason: string,
): Promise<Result<object>> {
  if (found.kind === 'stray') {
    const input = { strayId: found.stray.id, reason }
    const by = operatorsChange('')
    const aside = await inTransaction(database, (transaction) =>
      setStrayAside(transaction, input, by),
    )
    return aside.ok ? success({ state: 'set-aside' }) : aside
  }
  const { id: messageId, tenant_id: tenantId } = found.message
  const tell = await installationsTell(terminal)
  const [input, by] = [{ messageId, reason }, operatorsChange(tenantId)]
  const aside = await inTenant(
    database,
    tenantId,
    (transaction): Promise<Result<{ readonly caseId?: string }>> =>
      found.message.kind === 'letter'
        ? setLetterAside({ clearance: { tell } }, transaction, input, by)
        : setMessageAside({ tell }, transaction, input, by),
  )
  return aside.ok ? success({ state: 'set-aside', caseId: aside.value.caseId }) : aside
}

function notSent(strayId: string) {
  return failure({
    code: 'conflict',
    path: '',
    message: `${strayId} came from an authority and is not sent.`,
    mend: 'Assign it to its case, or set it aside.',
    zh: {
      message: `${strayId} 是海关发来的通知，不能发送。`,
      mend: '请将其归入所属案件，或将其搁置。',
    },
  })
}
