import { noSuchCase } from '../../clearance/commands/change-case.ts'
import { readCase, readEvents } from '../../clearance/store/case-store.ts'
import { readFacts } from '../../clearance/store/case-fact.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { buyersBill, type BuyersBill } from './buyers-bill.ts'

/**
 * The bill of the buyer of a case as things stand now, made from what is on record. Fails with
 * `not-found`, or with `not-covered` where no purchasing agent has a part in the case.
 */
export async function readBuyersBill(
  transaction: TenantTransaction,
  caseId: string,
): Promise<Result<BuyersBill>> {
  const state = await readCase(transaction, caseId)
  if (state === undefined) return noSuchCase(caseId)
  const references = [state.consignment, ...(state.quote ? [state.quote.quote] : [])]
  const { facts } = await readFacts<readonly object[]>(transaction, references)
  const [consignment, quote] = facts as readonly [Consignment, Quote?]
  if (consignment.parties.purchasingAgent === undefined) return failure(noAgent)
  const events = await readEvents(transaction, caseId)
  return success(buyersBill({ consignment, state, events, ...(quote && { quote }) }))
}

const noAgent: Failure = {
  code: 'not-covered',
  path: '',
  message: 'No purchasing agent has a part in this case, so there is no bill of one.',
  mend: 'The money of the case stands in its ledger.',
  zh: { message: '本案没有代购方参与，因此没有代购账单。', mend: '本案的款项见其分类账。' },
}
