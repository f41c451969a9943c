import { noSuchCase } from '../../clearance/commands/change-case.ts'
import { readCases, readEventsOf } from '../../clearance/store/case-store.ts'
import { readFacts } from '../../clearance/store/case-fact.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { buyersBill, type BuyersBill } from './buyers-bill.ts'

/** A bill of a buyer with the case that it belongs to. */
export interface BuyersCase {
  readonly caseId: string
  readonly bill: BuyersBill
}

/**
 * The bill of the buyer of a case as things stand now, made from what is on record. Fails with
 * `not-found`, or with `not-covered` where no purchasing agent has a part in the case.
 */
export async function readBuyersBill(
  transaction: TenantTransaction,
  caseId: string,
): Promise<Result<BuyersBill>> {
  const cases = await readCases(transaction, [caseId])
  if (cases.length === 0) return noSuchCase(caseId)
  const [own] = await readBuyersBills(transaction, [caseId])
  return own === undefined ? failure(noAgent) : success(own.bill)
}

/**
 * The bills of some cases, the newest case first, with as many questions to the database as one of
 * them takes. A case in which no purchasing agent has a part has none.
 */
export async function readBuyersBills(
  transaction: TenantTransaction,
  caseIds: readonly string[],
): Promise<readonly BuyersCase[]> {
  const cases = await readCases(transaction, caseIds)
  if (cases.length === 0) return []
  const references = cases.flatMap(({ state: { consignment, quote } }) => [
    consignment,
    ...(quote ? [quote.quote] : []),
  ])
  const { facts } = await readFacts<readonly object[]>(transaction, references)
  const factOf = new Map(references.map(({ factId }, index) => [factId, facts[index]]))
  const events = await readEventsOf(transaction, caseIds, 'charges-settled')
  return cases.flatMap(({ caseId, state }) => {
    const consignment = factOf.get(state.consignment.factId) as Consignment
    if (consignment.parties.purchasingAgent === undefined) return []
    const quote = state.quote && (factOf.get(state.quote.quote.factId) as Quote)
    const own = events.filter((event) => event.caseId === caseId)
    const bill = buyersBill({ consignment, state, events: own, ...(quote && { quote }) })
    return [{ caseId, bill }]
  })
}

const noAgent: Failure = {
  code: 'not-covered',
  path: '',
  message: 'No purchasing agent has a part in this case, so there is no bill of one.',
  mend: 'The money of the case stands in its ledger.',
  zh: { message: '本案没有代购方参与，因此没有代购账单。', mend: '本案的款项见其分类账。' },
}
