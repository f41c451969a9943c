import type { Consignment } from '../../customs/consignment/consignment.ts'
import { canonicalDocumentText } from '../../customs/documents/document.ts'
import { sha256Hex } from '../../platform/ids.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { PersonalFields } from '../personal/personal-fields.ts'
import { newFact, type NewFact } from '../store/case-fact.ts'
import { isReady, type Preparation } from './prepare.ts'

/** What a preparation leaves on record. */
export interface RecordedPreparation {
  readonly events: readonly NewCaseEvent[]
  readonly facts: readonly NewFact[]
}

/** The events of a preparation, and the facts that they refer to. */
export function recordPreparation(
  preparation: Preparation,
  consignment: Consignment,
  personal: PersonalFields,
): RecordedPreparation {
  const facts: NewFact[] = []
  const keep = (kind: NewFact['kind'], value: object) => {
    const fact = newFact(kind, value, personal)
    facts.push(fact)
    return fact.reference
  }
  const { findings, failures, warnings } = preparation
  const checked: NewCaseEvent = {
    type: 'checks-completed',
    data: { findings, failures, ...(warnings.length > 0 && { warnings }) },
  }
  const passed: NewCaseEvent = { type: 'checks-passed', data: {} }
  const events = [
    ...decisionEvents(preparation, consignment, keep),
    ...documentEvents(preparation, keep),
    checked,
    ...(isReady(preparation) ? [passed] : []),
  ]
  return { events, facts }
}

type Keep = (kind: NewFact['kind'], value: object) => NewFact['reference']

function decisionEvents(
  { lane, exit, parties, quote }: Preparation,
  { dutiesBilledTo }: Consignment,
  keep: Keep,
): readonly NewCaseEvent[] {
  const events: NewCaseEvent[] = []
  const way = lane ?? exit
  if (way !== undefined) {
    const decision = keep('lane', way)
    events.push({ type: 'lane-decided', data: { decision, lane: way.lane, vat: way.vat } })
  }
  if (parties !== undefined) {
    events.push({
      type: 'parties-decided',
      data: {
        decision: keep('parties', parties),
        importerOfRecord: parties.importerOfRecord.value.role,
        representation: parties.representation.value,
        payer: dutiesBilledTo,
      },
    })
  }
  if (quote !== undefined) {
    const { on, totals } = quote
    const { customsValue, dueAtImport } = totals
    events.push({
      type: 'quote-made',
      data: { quote: keep('quote', quote), on, customsValue, dueAtImport },
    })
  }
  return events
}

function documentEvents(
  { documents, requiredDocuments }: Preparation,
  keep: Keep,
): readonly NewCaseEvent[] {
  return [...listEvents(requiredDocuments, keep), ...paperEvents(documents, keep)]
}

function listEvents(
  documents: Preparation['requiredDocuments'],
  keep: Keep,
): readonly NewCaseEvent[] {
  if (documents === undefined) return []
  const list = keep('required-documents', { documents })
  return [{ type: 'documents-listed', data: { list } }]
}

function paperEvents(documents: Preparation['documents'], keep: Keep): readonly NewCaseEvent[] {
  if (documents.length === 0) return []
  const prepared = documents.map((document) => ({
    kind: document.kind,
    document: keep(`document:${document.kind}`, document),
    contentSha256: sha256Hex(canonicalDocumentText(document)),
  }))
  return [{ type: 'documents-prepared', data: { documents: prepared } }]
}
