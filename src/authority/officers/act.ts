import { failure, success, type Result } from '../../customs/result.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import { gatherKnowledge } from '../processing/process-due.ts'
import type { Office } from '../processing/office.ts'
import { openAccountBook } from '../store/account-store.ts'
import {
  loadSettlementFacts,
  lockLodgement,
  type AuthorityTransaction,
} from '../store/lodgement-store.ts'
import { writeChanges } from '../store/write-changes.ts'
import type { Decision, Desk } from './decision.ts'

/** Where a lodgement stands right after an officer's act; the office may take it further at once. */
export interface ActOutcome {
  readonly mrn: string
  readonly state: LodgementState
  readonly version: number
}

/** On which lodgement who acts. */
export interface Acting {
  readonly mrn: string
  readonly officer: string
  /** What else is written with the act, such as a picture; only where the act is possible. */
  readonly alongside?: (transaction: AuthorityTransaction, lodgement: Lodgement) => Promise<void>
}

/** Takes an officer's decision on a lodgement: locked, decided and written in one transaction. */
export async function act(
  office: Office,
  by: Acting,
  decide: Decision,
): Promise<Result<ActOutcome>> {
  const now = office.clock.now()
  const outcome = await inTransaction(office.database, async (transaction) => {
    const desk = await openDossier(transaction, office, by)
    if (!desk.ok) return desk
    const decided = decide(desk.value)
    if (!decided.ok) return decided
    await writeChanges(transaction, [decided.value], now)
    await by.alongside?.(transaction, desk.value.lodgement)
    const { mrn, state, version } = decided.value.lodgement
    return success({ mrn, state, version })
  })
  office.wake()
  if (outcome.ok) office.news.tell([by.mrn])
  return outcome
}

/** Puts a lodgement before an officer with all that a decision looks at; locked until the end. */
export async function openDossier(
  transaction: AuthorityTransaction,
  office: Office,
  { mrn, officer }: Pick<Acting, 'mrn' | 'officer'>,
): Promise<Result<Desk>> {
  const lodgement = await lockLodgement(transaction, mrn)
  if (lodgement === undefined) return unknown(mrn)
  const facts = (await loadSettlementFacts(transaction, [lodgement.id])).get(lodgement.id)
  const accounts = await openAccountBook(transaction, [])
  const knowledge = await gatherKnowledge(transaction, office, accounts)
  return success({
    officer,
    now: office.clock.now(),
    lodgement,
    ...(facts === undefined ? {} : { facts }),
    knowledge,
  })
}

function unknown(mrn: string): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '',
    message: `There is no lodgement ${mrn}.`,
    zh: { message: `没有申报 ${mrn}。` },
  })
}
