import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { LaneDecision } from '../../customs/lane/lane-decision.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { readFacts } from '../store/case-fact.ts'
import type { PersonalFields } from '../personal/personal-fields.ts'
import { readTrader } from '../store/trader.ts'
import type { DeclarationSources } from './import-declaration-facts.ts'

/**
 * Everything that the declaration of a case is filled from, as it stands.
 * @throws RangeError for a case whose lane, parties and charges are not all decided yet
 */
export async function readDeclarationSources(
  transaction: TenantTransaction,
  state: CaseState,
): Promise<DeclarationSources & { readonly personal: PersonalFields }> {
  const { lane, parties, quote, consignment } = state
  if (lane === undefined || parties === undefined || quote === undefined) {
    throw new RangeError(`case ${state.caseId} has not all of its decisions`)
  }
  const trader = await readTrader(transaction)
  const { facts, personal } = await readFacts<[Consignment, LaneDecision, PartiesDecision, Quote]>(
    transaction,
    [consignment, lane.decision, parties.decision, quote.quote],
  )
  return {
    consignment: facts[0],
    lane: facts[1],
    parties: facts[2],
    quote: facts[3],
    profile: trader.profile,
    personal,
  }
}
