import { failure, success, type Result } from '../../customs/result.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import { THE_OFFICE, type Lodgement } from '../processing/lodgement.ts'
import { gatherKnowledge } from '../processing/process-due.ts'
import type { Office } from '../processing/office.ts'
import { openAccountBook } from '../store/account-store.ts'
import { loadEvaluations } from '../store/evaluation-store.ts'
import {
  loadSettlementFacts,
  lockLodgement,
  type AuthorityTransaction,
} from '../store/lodgement-store.ts'
import { loadKeptGoods } from '../store/kept-goods-store.ts'
import { loadPenaltyFacts } from '../store/penalty-store.ts'
import { writeAccounts, writeChanges } from '../store/write-changes.ts'
import type { DecisionOnAccounts, Desk } from './decision.ts'

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
  /** Number of the last entry of the dossier that was read; software need not say it. */
  readonly seen?: string
  /** The deferment accounts that the declaration names are locked and written as well. */
  readonly onAccounts?: true
  /** What else is written with the act, such as a picture; only where the act is possible. */
  readonly alongside?: (transaction: AuthorityTransaction, lodgement: Lodgement) => Promise<void>
}

/**
 * Takes an officer's decision on a lodgement, locked until the end of the transaction; once that is
 * committed, {@link announceAct} is to be called.
 */
export async function act(
  transaction: AuthorityTransaction,
  office: Office,
  { by, decide }: { readonly by: Acting; readonly decide: DecisionOnAccounts },
): Promise<Result<ActOutcome>> {
  const desk = await openDossier(transaction, office, by)
  if (!desk.ok) return desk
  const { lodgement, now } = desk.value
  const unseen = await changeSince(transaction, lodgement.id, by.seen)
  if (unseen !== undefined) return unseen
  const { defermentAccounts } = lodgement.declaration
  const accounts = await openAccountBook(transaction, by.onAccounts ? defermentAccounts : [])
  const decided = decide(desk.value, accounts)
  if (!decided.ok) return decided
  const moment = { officeAt: now, wallAt: office.wallClock.now() }
  await writeChanges(transaction, [decided.value], moment)
  await writeAccounts(transaction, accounts.changes())
  await by.alongside?.(transaction, lodgement)
  const { mrn, state, version } = decided.value.lodgement
  return success({ mrn, state, version })
}

/** Has the clerks go on with a lodgement and tells those who look on. */
export function announceAct(office: Office, outcome: Result<ActOutcome>): void {
  office.wake()
  if (outcome.ok) office.news.tell([outcome.value.mrn])
}

/** Why a decision is not taken that was made on a dossier as it was before. */
async function changeSince(
  transaction: AuthorityTransaction,
  lodgementId: string,
  seen: string | undefined,
): Promise<ReturnType<typeof failure> | undefined> {
  if (seen === undefined) return undefined
  const entries = await transaction
    .selectFrom('dossier_entry')
    .select(['id', 'actor'])
    .where('lodgement_id', '=', lodgementId)
    .orderBy('id', 'desc')
    .execute()
  const read = entries.findIndex(({ id }) => id === seen)
  const newer = read === -1 ? entries : entries.slice(0, read)
  // The office itself notes what follows from an officer's act; people want to know of the officer.
  const latest = newer.find(({ actor }) => actor !== THE_OFFICE) ?? newer[0]
  if (latest === undefined) return undefined
  return failure({
    code: 'precondition-failed',
    path: '',
    message: `The dossier has changed since you read it; the last entry is by ${latest.actor}.`,
    mend: 'Read what is new and decide again.',
    zh: {
      message: `您读取之后，卷宗已有变化；最新记录来自 ${latest.actor}。`,
      mend: '请阅读新的内容后再作决定。',
    },
  })
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
  const knowledge = await gatherKnowledge(transaction, office, accounts, [lodgement])
  const evaluations = await loadEvaluations(transaction, [lodgement.id])
  return success({
    officer,
    now: office.clock.now(),
    lodgement,
    ...(facts === undefined ? {} : { facts }),
    knowledge,
    evaluations: evaluations.get(lodgement.id) ?? [],
    penalties: await loadPenaltyFacts(transaction, {
      id: lodgement.id,
      declarant: lodgement.declaration.declarant.id,
    }),
    keptGoods: await loadKeptGoods(transaction, lodgement.id),
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
