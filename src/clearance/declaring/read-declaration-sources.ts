import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type CaseLaneDecision, isExport, leadsOut } from '../../customs/lane/lane-decision.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { PersonalFields } from '../personal/personal-fields.ts'
import type { ReferenceData } from '../reference-data.ts'
import { readFacts } from '../store/case-fact.ts'
import { readTrader } from '../store/trader.ts'
import type { CaseSources } from './compose-by-type.ts'
import { exportSources } from './export-sources.ts'

/** What a case is declared from, with the personal data that its facts refer to. */
export interface SourcesOfCase {
  readonly sources: CaseSources
  readonly personal: PersonalFields
}

/** Whether all is decided that the declaration of a case is filled from. */
export function hasItsDecisions({ lane, parties, quote }: CaseState): boolean {
  if (leadsOut(lane?.lane)) return true
  return lane !== undefined && parties !== undefined && quote !== undefined
}

/**
 * Everything that the declaration of a case is filled from, as it stands.
 *
 * @param on the day of the declaration; goods that leave are valued at its rates
 * @throws RangeError for a case whose lane, parties and charges are not all decided yet
 */
export async function readDeclarationSources(
  transaction: TenantTransaction,
  state: CaseState,
  { on, reference }: { readonly on: LocalDate; readonly reference: ReferenceData },
): Promise<SourcesOfCase> {
  const { lane, parties, quote, consignment } = state
  const { profile } = await readTrader(transaction)
  if (leadsOut(lane?.lane)) {
    const { facts, personal } = await readFacts<[Consignment]>(transaction, [consignment])
    return { sources: exportSources({ consignment: facts[0], profile, on }, reference), personal }
  }
  if (lane === undefined || parties === undefined || quote === undefined) {
    throw new RangeError(`case ${state.caseId} has not all of its decisions`)
  }
  const { facts, personal } = await readFacts<
    [Consignment, CaseLaneDecision, PartiesDecision, Quote]
  >(transaction, [consignment, lane.decision, parties.decision, quote.quote])
  const [goods, decided, who, charges] = facts
  if (isExport(decided)) throw new RangeError(`case ${state.caseId} is recorded as two ways`)
  const sources = { consignment: goods, lane: decided, parties: who, quote: charges, profile }
  return { sources, personal }
}
