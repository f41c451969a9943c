import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { canonicalDocumentText } from '../../customs/documents/document.ts'
import { type Result, success } from '../../customs/result.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { MainState } from '../life-cycle/main-life-cycle.ts'
import type { PersonalFields } from '../personal/personal-fields.ts'
import type { ClearancePorts } from '../ports.ts'
import { isReady, type Preparation, prepare } from '../preparation/prepare.ts'
import { declareCaseQueue, renderDocumentsQueue } from '../queues.ts'
import { insertFacts, newFact, type NewFact, readFacts } from '../store/case-fact.ts'
import { readPreferenceProofs } from '../store/preference-proofs.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { readTrader, type Trader } from '../store/trader.ts'
import { changeCase, notInThisState } from './change-case.ts'

/** A ready case is prepared again when a declaration of another day needs that day's figures. */
export const PREPARABLE: ReadonlySet<MainState> = new Set(['draft', 'preparing', 'ready'])

/**
 * Prepares a case, or prepares it anew after its data was mended: decisions, quote, papers and
 * checks. It becomes ready when nothing stands in the way; otherwise it says everything that does.
 */
export async function prepareCase(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { caseId } = input
  const { tenantId, now } = context
  const trader = await readTrader(transaction)
  const prepared = await changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      if (!PREPARABLE.has(state.main)) {
        return notInThisState(state, { en: 'prepared', zh: '准备' })
      }
      const { events, facts } = await decide(ports, transaction, state, { trader, context })
      await insertFacts(transaction, facts, { tenantId, caseId, at: now })
      return success(events)
    },
  })
  if (prepared.ok && prepared.value.main === 'ready') {
    await askForWhatFollows(ports, transaction, { tenantId, caseId, trader })
  }
  return prepared
}

interface Following {
  readonly tenantId: string
  readonly caseId: string
  readonly trader: Trader
}

async function askForWhatFollows(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { tenantId, caseId, trader }: Following,
): Promise<void> {
  const job = { tenantId, caseId }
  if (ports.renderDocuments === 'on') await enqueue(transaction, renderDocumentsQueue, job)
  if (trader.declareWhenReady) await enqueue(transaction, declareCaseQueue, job)
}

interface Decided {
  readonly events: readonly NewCaseEvent[]
  readonly facts: readonly NewFact[]
}

async function decide(
  { reference }: ClearancePorts,
  transaction: TenantTransaction,
  state: CaseState,
  { trader, context }: { readonly trader: Trader; readonly context: ChangeContext },
): Promise<Decided> {
  const read = await readFacts<[Consignment]>(transaction, [state.consignment])
  const [consignment] = read.facts
  const proofs = await readPreferenceProofs(transaction, state)
  const on = dateInLondon(context.now)
  const preparation = prepare({ consignment, profile: trader.profile, on, reference, proofs })
  const started: readonly NewCaseEvent[] =
    state.main === 'preparing' ? [] : [{ type: 'preparation-started', data: {} }]
  const recorded = recordOf(preparation, consignment, read.personal)
  return { ...recorded, events: [...started, ...recorded.events] }
}

/** The events of a preparation, and the facts that they refer to. */
function recordOf(
  preparation: Preparation,
  consignment: Consignment,
  personal: PersonalFields,
): Decided {
  const facts: NewFact[] = []
  const keep = (kind: NewFact['kind'], value: object) => {
    const fact = newFact(kind, value, personal)
    facts.push(fact)
    return fact.reference
  }
  const { findings, failures } = preparation
  const checked: NewCaseEvent = { type: 'checks-completed', data: { findings, failures } }
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
  { lane, parties, quote }: Preparation,
  { dutiesBilledTo }: Consignment,
  keep: Keep,
): readonly NewCaseEvent[] {
  const events: NewCaseEvent[] = []
  if (lane !== undefined) {
    const decision = keep('lane', lane)
    events.push({ type: 'lane-decided', data: { decision, lane: lane.lane, vat: lane.vat } })
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
