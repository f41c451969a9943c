import { canonicalJson } from '../../customs/canonical-json.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { FactReference } from '../events/case-event.ts'
import { type PersonalFields, pseudonymise, rejoin } from '../personal/personal-fields.ts'
import { readPersonalFields } from '../personal/personal-record.ts'

/** The kinds of large facts that are kept beside the events of a case. */
export type FactKind =
  | 'consignment'
  | 'lane'
  | 'parties'
  | 'quote'
  | 'declaration'
  | 'declaration-origins'
  | 'required-documents'
  | `document:${string}`

/** A fact that is about to be stored, already bound to its content by the hash. */
export interface NewFact {
  readonly reference: FactReference
  readonly kind: FactKind
  readonly text: string
}

/**
 * Gives a value its id and hash; {@link insertFacts} stores it in the transaction of its event.
 * References take the place of personal values before anything is hashed or stored.
 */
export function newFact(kind: FactKind, value: object, personal: PersonalFields): NewFact {
  const text = canonicalJson(pseudonymise(value, personal))
  return { kind, text, reference: { factId: newId('fact'), sha256: sha256Hex(text) } }
}

/** Whose facts are stored and when, which is the same for all facts of one change. */
export interface FactOwner {
  readonly tenantId: string
  readonly caseId: string
  /** Instant of the change, ISO 8601. */
  readonly at: string
}

/**
 * Stores facts in the transaction of the event that refers to them, so that neither is there
 * without the other. The table is insert-only: a changed fact is a new one.
 */
export async function insertFacts(
  transaction: TenantTransaction,
  facts: readonly NewFact[],
  { tenantId, caseId, at }: FactOwner,
): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map(({ reference, kind, text }) => ({
    id: reference.factId,
    tenant_id: tenantId,
    case_id: caseId,
    kind,
    sha256: reference.sha256,
    data: text,
    created_at: at,
  }))
  await transaction.insertInto('case_fact').values(rows).execute()
}

/** Facts with their personal data in place, and that data by its references. */
export interface ReadFacts<Facts> {
  readonly facts: Facts
  readonly personal: PersonalFields
}

/**
 * Reads facts by their references, in the order asked for. The hash is checked against what is
 * stored: a fact that was altered behind the record does not pass.
 */
export async function readFacts<const Facts extends readonly object[]>(
  transaction: TenantTransaction,
  references: { readonly [Index in keyof Facts]: FactReference },
): Promise<ReadFacts<Facts>> {
  const wanted = references as readonly FactReference[]
  const rows = await transaction
    .selectFrom('case_fact')
    .select(['id', 'data'])
    .where(
      'id',
      'in',
      wanted.map((reference) => reference.factId),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row.data]))
  const facts = wanted.map((reference) => unaltered(reference, byId.get(reference.factId)))
  const personal = await readPersonalFields(transaction, facts)
  return { facts: rejoin(facts, personal) as unknown as Facts, personal }
}

function unaltered({ factId, sha256 }: FactReference, data: object | undefined): object {
  if (data === undefined) throw new RangeError(`no fact ${factId}`)
  if (sha256Hex(canonicalJson(data)) !== sha256) throw new RangeError(`fact ${factId} was altered`)
  return data
}
