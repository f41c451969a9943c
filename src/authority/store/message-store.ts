import { sql } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { LodgedRequest } from '../message/read-requests.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'
import type { MessageKind } from './tables.ts'

/** A message that is about to be taken with 202. */
export interface TakenMessage {
  readonly applicationId: string
  readonly conversationId: string
  readonly body: Uint8Array
  readonly receivedAt: Instant
  /** When the office will look at it. */
  readonly dueAt: Instant
}

/**
 * Keeps a declaration and enters it in the register, in one statement: either both are there or
 * nothing is. Where the declarant has used the LRN before, only the message is kept, to be answered
 * with the duplicate error; the first lodgement is not touched.
 */
export async function recordDeclaration(
  transaction: AuthorityTransaction,
  taken: TakenMessage,
  lodged: { readonly declaration: LodgedDeclaration; readonly mrn: string },
): Promise<void> {
  const { declaration, mrn } = lodged
  const lrn = declaration.lrn ?? null
  await sql`
    with entered as (
      insert into lodgement (
        id, application_id, declarant_eori, lrn, mrn, ducr, conversation_id, type_code,
        declared, state, received_at, due_at
      ) values (
        ${newId('lodgement')}, ${taken.applicationId}, ${declaration.declarant.id ?? null}, ${lrn},
        ${mrn}, ${ducrOf(declaration) ?? null}, ${taken.conversationId},
        ${declaration.typeCode ?? null}, ${JSON.stringify(declaration)}, 'received',
        ${taken.receivedAt}, ${taken.dueAt}
      )
      on conflict (declarant_eori, lrn) do nothing
      returning id
    )
    insert into message (
      id, application_id, conversation_id, kind, lrn, mrn, lodgement_id, body, sha256,
      received_at, due_at, outcome
    )
    select ${newId('message')}, ${taken.applicationId}, ${taken.conversationId}, 'declaration',
           ${lrn}, ${mrn}, (select id from entered), ${Buffer.from(taken.body)},
           ${sha256Hex(taken.body)}, ${taken.receivedAt}::timestamptz,
           case when exists (select from entered) then null else ${taken.dueAt}::timestamptz end,
           case when exists (select from entered) then 'lodged' end`.execute(transaction)
}

/** Keeps a request about an earlier declaration, to be answered later. */
export async function recordRequest(
  transaction: AuthorityTransaction,
  taken: TakenMessage,
  asked: { readonly kind: MessageKind; readonly request: LodgedRequest },
): Promise<void> {
  await transaction
    .insertInto('message')
    .values({
      id: newId('message'),
      application_id: taken.applicationId,
      conversation_id: taken.conversationId,
      kind: asked.kind,
      lrn: asked.request.lrn ?? null,
      mrn: asked.request.mrn ?? null,
      request: JSON.stringify(asked.request),
      body: Buffer.from(taken.body),
      sha256: sha256Hex(taken.body),
      received_at: taken.receivedAt,
      due_at: taken.dueAt,
    })
    .execute()
}

/** The declaration unique consignment reference, which stands among the previous documents. */
export function ducrOf(declaration: LodgedDeclaration): string | undefined {
  const documents = [
    ...declaration.previousDocuments,
    ...declaration.items.flatMap((item) => item.previousDocuments),
  ]
  return documents.find((document) => document.typeCode === 'DCR')?.id
}
