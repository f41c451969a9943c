import { failure, success, type Result } from '../../customs/result.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import { gatherKnowledge } from '../processing/process-due.ts'
import type { Office } from '../processing/office.ts'
import { openAccountBook } from '../store/account-store.ts'
import { loadSettlementFacts, lockLodgement } from '../store/lodgement-store.ts'
import { writeChanges } from '../store/write-changes.ts'
import type { Decision } from './decision.ts'

/** Where a lodgement stands right after an officer's act; the office may take it further at once. */
export interface ActOutcome {
  readonly mrn: string
  readonly state: LodgementState
  readonly version: number
}

/** Takes an officer's decision on a lodgement: locked, decided and written in one transaction. */
export async function act(
  office: Office,
  by: { readonly mrn: string; readonly officer: string },
  decide: Decision,
): Promise<Result<ActOutcome>> {
  const now = office.clock.now()
  const outcome = await inTransaction(office.database, async (transaction) => {
    const lodgement = await lockLodgement(transaction, by.mrn)
    if (lodgement === undefined) return unknown(by.mrn)
    const facts = (await loadSettlementFacts(transaction, [lodgement.id])).get(lodgement.id)
    const accounts = await openAccountBook(transaction, [])
    const knowledge = await gatherKnowledge(transaction, office, accounts)
    const decided = decide({
      officer: by.officer,
      now,
      lodgement,
      ...(facts === undefined ? {} : { facts }),
      knowledge,
    })
    if (!decided.ok) return decided
    await writeChanges(transaction, [decided.value], now)
    const { mrn, state, version } = decided.value.lodgement
    return success({ mrn, state, version })
  })
  office.wake()
  return outcome
}

function unknown(mrn: string): ReturnType<typeof failure> {
  return failure({ code: 'not-found', path: '', message: `There is no lodgement ${mrn}.` })
}
