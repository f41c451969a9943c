import { findMessages, type FoundMessage } from '../../exchange/find-messages.ts'
import { findStrays, type FoundStray } from '../../exchange/stray.ts'
import { isId } from '../../platform/ids.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'
import { BadInput } from '../bad-input.ts'

/** What an id of the exchange names: a message of some tenant, or a stray that is nobody's. */
export type Found =
  | { readonly kind: 'message'; readonly message: FoundMessage }
  | { readonly kind: 'stray'; readonly stray: FoundStray }

/**
 * Finds a message or a stray of the whole installation.
 *
 * @param database opened as the owner, who alone sees the messages of all tenants
 * @throws BadInput where there is none
 */
export async function foundById(database: Database<Schema>, id: string): Promise<Found> {
  if (!isId(id))
    throw new BadInput(`${id} is no id. Take one from exchange list or exchange strays.`)
  return inTransaction(database, async (transaction) => {
    const [message] = await findMessages(transaction, { messageId: id, atMost: 1 })
    if (message !== undefined) return { kind: 'message', message }
    const [stray] = await findStrays(transaction, { strayId: id, atMost: 1 })
    if (stray !== undefined) return { kind: 'stray', stray }
    throw new BadInput(
      `There is neither a message nor a stray notification ${id}. List them: exchange list, exchange strays.`,
    )
  })
}
