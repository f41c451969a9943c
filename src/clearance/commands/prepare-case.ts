import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type Result, success } from '../../customs/result.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { MainState } from '../life-cycle/main-life-cycle.ts'
import type { ClearancePorts } from '../ports.ts'
import { prepare } from '../preparation/prepare.ts'
import { recordPreparation, type RecordedPreparation } from '../preparation/record-preparation.ts'
import { declareCaseQueue, renderDocumentsQueue } from '../queues.ts'
import { insertFacts, readFacts } from '../store/case-fact.ts'
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

async function decide(
  { reference }: ClearancePorts,
  transaction: TenantTransaction,
  state: CaseState,
  { trader, context }: { readonly trader: Trader; readonly context: ChangeContext },
): Promise<RecordedPreparation> {
  const read = await readFacts<[Consignment]>(transaction, [state.consignment])
  const [consignment] = read.facts
  const proofs = await readPreferenceProofs(transaction, state)
  const on = dateInLondon(context.now)
  const preparation = prepare({ consignment, profile: trader.profile, on, reference, proofs })
  const started: readonly NewCaseEvent[] =
    state.main === 'preparing' ? [] : [{ type: 'preparation-started', data: {} }]
  const recorded = recordPreparation(preparation, consignment, read.personal)
  return { ...recorded, events: [...started, ...recorded.events] }
}
