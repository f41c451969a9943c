import { sql } from 'kysely'

import { type AccessContext, recordAccessChange } from '../../access/index.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import {
  type AuthorityContact,
  type AuthorityContactFacts,
  contactOf,
  noSuchContact,
} from './authority-contact.ts'
import { checkContact } from './check-contact.ts'

/** So many contacts a business may keep of one authority: the book is shown as a whole. */
const CONTACTS_MAX = 500

/** Puts somebody into the book. Fails with `conflict` where it is full, and with what `checkContact` finds. */
export async function addContact(
  transaction: TenantTransaction,
  { authority, facts }: { readonly authority: string; readonly facts: AuthorityContactFacts },
  context: AccessContext,
): Promise<Result<AuthorityContact>> {
  const sound = checkContact(facts)
  if (!sound.ok) return sound
  const { count } = await transaction
    .selectFrom('authority_contact')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('authority', '=', authority)
    .executeTakeFirstOrThrow()
  if (count >= CONTACTS_MAX) return failure(tooMany)
  const { topic, ...others } = facts
  const row = await transaction
    .insertInto('authority_contact')
    .values({
      ...{ id: newId('contact'), tenant_id: context.tenantId, authority, topic, version: 1 },
      facts: JSON.stringify(others),
      changed_by: JSON.stringify(context.actor),
      changed_at: context.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordAccessChange(
    transaction,
    { action: 'contact-added', subject: row.id, detail: { authority, stated: Object.keys(facts) } },
    context,
  )
  return success(contactOf(row))
}

/** A contact as somebody has read it. */
export interface ReadContactVersion {
  readonly authority: string
  readonly contactId: string
  readonly version: number
}

/**
 * Writes a contact anew, as a whole; what stood there before is gone. Fails with `not-found`, with
 * `precondition-failed` where it was changed meanwhile, and with what `checkContact` finds.
 */
export async function replaceContact(
  transaction: TenantTransaction,
  { read, facts }: { readonly read: ReadContactVersion; readonly facts: AuthorityContactFacts },
  context: AccessContext,
): Promise<Result<AuthorityContact>> {
  const sound = checkContact(facts)
  if (!sound.ok) return sound
  const { topic, ...others } = facts
  const row = await transaction
    .updateTable('authority_contact')
    .set({
      ...{ topic, facts: JSON.stringify(others), version: read.version + 1 },
      changed_by: JSON.stringify(context.actor),
      changed_at: context.now,
    })
    .where('authority', '=', read.authority)
    .where('id', '=', read.contactId)
    .where('version', '=', read.version)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return failure(await whyNotChanged(transaction, read))
  const detail = { authority: read.authority, stated: Object.keys(facts) }
  await recordAccessChange(
    transaction,
    { action: 'contact-changed', subject: row.id, detail },
    context,
  )
  return success(contactOf(row))
}

/** Takes a contact out of the book for good, with all that it said of a person. Fails with `not-found`. */
export async function removeContact(
  transaction: TenantTransaction,
  { authority, contactId }: { readonly authority: string; readonly contactId: string },
  context: AccessContext,
): Promise<Result<undefined>> {
  const row = await transaction
    .deleteFrom('authority_contact')
    .where('authority', '=', authority)
    .where('id', '=', contactId)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchContact(contactId))
  await recordAccessChange(
    transaction,
    { action: 'contact-removed', subject: contactId, detail: { authority } },
    context,
  )
  return success(undefined)
}

async function whyNotChanged(
  transaction: TenantTransaction,
  { authority, contactId }: ReadContactVersion,
): Promise<Failure> {
  const row = await transaction
    .selectFrom('authority_contact')
    .select('id')
    .where('authority', '=', authority)
    .where('id', '=', contactId)
    .executeTakeFirst()
  return row === undefined ? noSuchContact(contactId) : changedMeanwhile
}

const changedMeanwhile: Failure = {
  code: 'precondition-failed',
  path: '',
  message: 'The contact was changed after you had read it.',
  mend: 'Read it again and repeat the change with its present ETag.',
  zh: {
    message: '您读取之后，该联系人已被修改。',
    mend: '请重新读取，并以当前的 ETag 再次提交更改。',
  },
}

const tooMany: Failure = {
  code: 'conflict',
  path: '',
  message: `The book of this authority has ${CONTACTS_MAX} contacts already.`,
  mend: 'Remove those that do not hold any more.',
  zh: {
    message: `该海关的联系簿已有 ${CONTACTS_MAX} 个联系人。`,
    mend: '请删除不再有效的联系人。',
  },
}
