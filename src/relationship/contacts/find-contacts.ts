import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type AuthorityContact, contactOf, noSuchContact } from './authority-contact.ts'

/** The book of an authority, the oldest contact first. */
export async function listContacts(
  transaction: TenantTransaction,
  authority: string,
): Promise<readonly AuthorityContact[]> {
  const rows = await transaction
    .selectFrom('authority_contact')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('id')
    .execute()
  return rows.map(contactOf)
}

/** One contact. Fails with `not-found`. */
export async function readContact(
  transaction: TenantTransaction,
  { authority, contactId }: { readonly authority: string; readonly contactId: string },
): Promise<Result<AuthorityContact>> {
  const row = await transaction
    .selectFrom('authority_contact')
    .selectAll()
    .where('authority', '=', authority)
    .where('id', '=', contactId)
    .executeTakeFirst()
  return row === undefined ? failure(noSuchContact(contactId)) : success(contactOf(row))
}
