import { sql } from 'kysely'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { LodgementChange } from '../processing/change.ts'
import { partiesOf, type PartyHistory, type PartyRecord } from '../risk/party-history.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** What the office has seen before of the parties that some declarations name. */
export async function loadPartyHistory(
  transaction: AuthorityTransaction,
  declarations: readonly LodgedDeclaration[],
): Promise<PartyHistory> {
  const parties = declarations.flatMap(partiesOf)
  const records = new Map<string, PartyRecord>()
  if (parties.length > 0) {
    const { rows } = await sql<PartyRecord & { readonly role: string; readonly party: string }>`
      select history.role, history.party, entries, findings
      from party_history as history
      join jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as asked (role text, party text)
        using (role, party)`.execute(transaction)
    for (const { role, party, entries, findings } of rows) {
      records.set(`${role} ${party}`, { entries, findings })
    }
  }
  return ({ role, party }) => records.get(`${role} ${party}`) ?? { entries: 0, findings: 0 }
}

/**
 * Counts the entries that were accepted and those with a first finding among the past of their parties.
 * Parties are taken in one order, so that two who count at once do not wait for each other in a ring.
 */
export async function rememberParties(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
): Promise<void> {
  const found = await firstFindings(transaction, changes)
  const counted = changes.flatMap(({ lodgement, evaluation, finding }) => {
    const entries = evaluation === undefined || evaluation.isRepeated ? 0 : 1
    const findings = finding === true && found.has(lodgement.id) ? 1 : 0
    if (entries + findings === 0) return []
    return partiesOf(lodgement.declaration).map((party) => ({ ...party, entries, findings }))
  })
  if (counted.length === 0) return
  await sql`
    insert into party_history as history (role, party, entries, findings)
    select role, party, sum(entries), sum(findings)
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
      as counted (role text, party text, entries integer, findings integer)
    group by role, party order by role, party
    on conflict (role, party) do update set
      entries = history.entries + excluded.entries,
      findings = history.findings + excluded.findings`.execute(transaction)
}

/** An entry counts once, however often its officer corrects it. */
async function firstFindings(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
): Promise<ReadonlySet<string>> {
  const found = changes.flatMap(({ lodgement, finding }) =>
    finding === true ? [lodgement.id] : [],
  )
  if (found.length === 0) return new Set()
  const rows = await transaction
    .updateTable('lodgement')
    .set({ has_finding: true })
    .where('id', 'in', found)
    .where('has_finding', '=', false)
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
