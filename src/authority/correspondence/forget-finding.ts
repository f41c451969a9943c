import { sql } from 'kysely'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { partiesOf } from '../risk/party-history.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { entriesOfFindings } from './appealed-decision.ts'

/** Which finding was taken back, of which entry. */
interface TakenBack {
  readonly lodgementId: string
  readonly declaration: LodgedDeclaration
  /** Number of its line in the dossier. */
  readonly dossierEntry: string
}

/**
 * What a review has cancelled counts against nobody: where nothing else was found wrong with an entry, it
 * counts no more among the findings of its parties, which risk rules look at.
 */
export async function forgetFinding(
  transaction: AuthorityTransaction,
  { lodgementId, declaration, dossierEntry }: TakenBack,
): Promise<void> {
  const { rows } = await sql`
    update lodgement set has_finding = false
    where id = ${lodgementId} and has_finding and not exists (
      select from dossier_entry as entry
      where entry.lodgement_id = ${lodgementId} and entry.id <> ${dossierEntry}
        and entry.what in (${sql.join(entriesOfFindings)})
        and not exists (
          select from correspondence_thread as review
          where review.lodgement_id = ${lodgementId} and review.decision ->> 'outcome' = 'cancelled'
            and review.appealed ->> 'dossierEntry' = entry.id::text
        )
    )
    returning id`.execute(transaction)
  if (rows.length === 0) return
  // In one order, as where they are counted, so that nobody waits in a ring.
  await sql`
    insert into party_history as history (role, party)
    select role, party from jsonb_to_recordset(${JSON.stringify(partiesOf(declaration))}::jsonb)
      as named (role text, party text)
    order by role, party
    on conflict (role, party) do update set findings = greatest(history.findings - 1, 0)`.execute(
    transaction,
  )
}
