import { type Command, InvalidArgumentError, Option } from 'commander'

import { sentKinds } from '../../../api/views/explain-sent.ts'
import { sentStates } from '../../../api/views/exchange-message-view.ts'
import { findMessages, type MessageFilter } from '../../../exchange/find-messages.ts'
import { findStrays } from '../../../exchange/stray.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { messageLine, strayLine } from '../../exchange/message-lines.ts'
import { needsOwner, withOwnerDatabase } from '../../owner-database.ts'
import { type Terminal, writeLine } from '../../terminal.ts'

type States = NonNullable<MessageFilter['states']>
type Kinds = NonNullable<MessageFilter['kinds']>

interface ListOptions {
  readonly state?: States
  readonly kind?: Kinds
  readonly channel?: string
  readonly case?: string
  readonly tenant?: string
  readonly limit: number
}

interface StraysOptions {
  readonly all?: true
  readonly limit: number
}

const USUAL_ROWS = 100
const MOST_ROWS = 10_000

/** What lies in the outbox and what could not be placed, one line of JSON each. */
export function addListCommands(exchange: Command, terminal: Terminal): void {
  exchange
    .command('list')
    .summary('list messages')
    .description('Lists messages to authorities, the newest first, one line of JSON each.')
    .addOption(several('--state <state...>', 'only in these states', sentStates))
    .addOption(several('--kind <kind...>', 'only of these kinds', sentKinds))
    .option('--channel <name>', 'only of this channel')
    .option('--case <id>', 'only of this case')
    .option('--tenant <id>', 'only of this tenant')
    .addOption(limit())
    .addHelpText('after', needsOwner('exchange list --state dead refused'))
    .action(async (options: ListOptions) => {
      const { state: states, kind: kinds, channel, case: caseId, tenant: tenantId } = options
      const filter: MessageFilter = {
        ...(states && { states }),
        ...(kinds && { kinds }),
        ...(channel !== undefined && { channel }),
        ...(caseId !== undefined && { caseId }),
        ...(tenantId !== undefined && { tenantId }),
        atMost: options.limit,
      }
      const rows = await withOwnerDatabase(terminal, (database) =>
        inTransaction(database, (transaction) => findMessages(transaction, filter)),
      )
      for (const row of rows) await writeLine(terminal.stdout, JSON.stringify(messageLine(row)))
    })

  exchange
    .command('strays')
    .summary('list stray notifications')
    .description(
      'Lists notifications that nobody here was known to wait for or that could not be read, the ' +
        'newest first, one line of JSON each: those that wait for a person unless all are wanted.',
    )
    .option('--all', 'also those that were assigned or set aside')
    .addOption(limit())
    .addHelpText('after', needsOwner('exchange strays'))
    .action(async ({ all, limit: atMost }: StraysOptions) => {
      const filter = { atMost, ...(all === undefined && { standing: 'open' as const }) }
      const rows = await withOwnerDatabase(terminal, (database) =>
        inTransaction(database, (transaction) => findStrays(transaction, filter)),
      )
      for (const row of rows) await writeLine(terminal.stdout, JSON.stringify(strayLine(row)))
    })
}

function several(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words)
}

function limit(): Option {
  return new Option('--limit <number>', 'how many at most')
    .default(USUAL_ROWS)
    .argParser((text) => {
      const number = Number(text)
      if (Number.isInteger(number) && number >= 1 && number <= MOST_ROWS) return number
      throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_ROWS}.`)
    })
}
