import type { PastEvaluation } from '../processing/ask-risk-rules.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** What the risk rules have said of each lodgement so far, the first answer first. */
export async function loadEvaluations(
  transaction: AuthorityTransaction,
  lodgementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PastEvaluation[]>> {
  if (lodgementIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('risk_evaluation')
    .select(['lodgement_id', 'facts', 'outcomes'])
    .where('lodgement_id', 'in', [...lodgementIds])
    .orderBy('version')
    .execute()
  const evaluations = new Map<string, PastEvaluation[]>()
  for (const { lodgement_id: id, facts, outcomes } of rows) {
    const earlier = evaluations.get(id) ?? []
    evaluations.set(id, [...earlier, { facts, outcomes }])
  }
  return evaluations
}
