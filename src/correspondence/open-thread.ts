import type { CaseState } from '../clearance/case-state.ts'
import { changeCase } from '../clearance/commands/change-case.ts'
import { readEvents } from '../clearance/store/case-store.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import { readTrader } from '../clearance/store/trader.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import { appealPeriodsOf, lastDayToAppeal } from '../customs/law/appeal-periods.ts'
import { lastDaysForClaims } from '../customs/law/repayment-claim.ts'
import { cite } from '../customs/law/law.ts'
import { compareDecimals, decimal, isPositive } from '../customs/money/decimal.ts'
import { type Result, success } from '../customs/result.ts'
import type { ThreadKind } from '../exchange/letters/letter-change.ts'
import { newId, newLocalReference } from '../platform/ids.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import { appealableDecisions } from './appealable-decisions.ts'
import type { CorrespondencePorts } from './correspondence-ports.ts'
import {
  type DecisionInLetters,
  decisionInLetters,
  isToldInLetters,
  type ToldInLetter,
} from './decision-in-letters.ts'
import { chooseLetterChannel } from './letter-route.ts'
import { putLetter, readPapers } from './put-letter.ts'
import {
  claimLacks,
  moreThanDeclared,
  noEntryYet,
  notClearedYet,
  nothingToAppeal,
  notReleasedYet,
  tooLateToAppeal,
  tooLateToClaim,
  wrongMatter,
} from './thread-failures.ts'
import type { Appeal, AppealRequest, Claim, ThreadMatter } from './thread-matter.ts'

/** A matter that somebody writes to the authority about. */
export interface NewThread extends Omit<ThreadMatter, 'appeal'> {
  readonly caseId?: string
  readonly kind: Exclude<ThreadKind, 'enquiry'>
  readonly subject: string
  readonly text: string
  readonly attachmentIds: readonly string[]
  readonly appeal?: AppealRequest
}

/** The part that each kind brings with it. */
const PARTS = {
  question: undefined,
  'voluntary-correction': 'correction',
  'repayment-claim': 'claim',
  'ruling-request': 'ruling',
  appeal: 'appeal',
} as const

/**
 * Opens a thread with its first letter. The letter is committed to the outbox together with the thread
 * and, where it is about a case, with the event of the case.
 *
 * Fails with `too-late-to-appeal` after the last day of an appeal that says no reason, naming that day;
 * with `nothing-to-appeal` where the case has no such decision; with `illegal-transition` for a
 * correction before the release.
 */
export async function openThread(
  ports: CorrespondencePorts,
  transaction: TenantTransaction,
  opening: NewThread,
  context: ChangeContext,
): Promise<Result<{ readonly threadId: string }>> {
  for (const part of ['correction', 'claim', 'ruling', 'appeal'] as const) {
    const belongs = PARTS[opening.kind] === part
    if ((opening[part] !== undefined) !== belongs) return wrongMatter(part, belongs)
  }
  const { profile } = await readTrader(transaction)
  const channel = chooseLetterChannel(ports.letterChannels, { ...context, profile })
  if (!channel.ok) return channel
  const writing = { ports, transaction, opening, context, channel: channel.value }
  return opening.caseId === undefined ? openAlone(writing) : openInCase(writing, opening.caseId)
}

interface Writing {
  readonly ports: CorrespondencePorts
  readonly transaction: TenantTransaction
  readonly opening: NewThread
  readonly context: ChangeContext
  readonly channel: string
}

async function openAlone(writing: Writing): Promise<Result<{ readonly threadId: string }>> {
  const { opening } = writing
  if (opening.kind === 'voluntary-correction' || opening.kind === 'repayment-claim') {
    return noEntryYet()
  }
  const matter = await matterOf(writing, undefined)
  if (!matter.ok) return matter
  const written = await write(writing, matter.value, undefined)
  return written.ok ? success({ threadId: written.value.threadId }) : written
}

async function openInCase(
  writing: Writing,
  caseId: string,
): Promise<Result<{ readonly threadId: string }>> {
  const { ports, transaction, opening, context } = writing
  let threadId = ''
  const changed = await changeCase(ports.clearance, transaction, caseId, {
    context,
    decide: async (state) => {
      const matter = await matterOf(writing, state)
      if (!matter.ok) return matter
      const written = await write(writing, matter.value, state)
      if (!written.ok) return written
      threadId = written.value.threadId
      return success([{ type: 'letter-written', data: { ...written.value, kind: opening.kind } }])
    },
  })
  return changed.ok ? success({ threadId }) : changed
}

const RELEASED: ReadonlySet<CaseState['main']> = new Set(['released', 'cleared', 'delivered'])

async function matterOf(
  writing: Writing,
  state: CaseState | undefined,
): Promise<Result<ThreadMatter>> {
  const { correction, claim, ruling, appeal } = writing.opening
  if (claim !== undefined) return claimOf(writing, claim, state)
  if (correction !== undefined) {
    if (state === undefined || !RELEASED.has(state.main)) return notReleasedYet()
    return state.declaration?.mrn === undefined ? noEntryYet() : success({ correction })
  }
  if (appeal !== undefined) return appealOf(writing, appeal, state)
  return success(ruling === undefined ? {} : { ruling })
}

/** A claim is made once the file is closed, before its time is over, and says where the goods are. */
function claimOf(
  { ports, context }: Writing,
  claim: Claim,
  state: CaseState | undefined,
): Result<ThreadMatter> {
  const acceptedAt = state?.declaration?.acceptedAt
  if (state === undefined || !state.fileClosed || acceptedAt === undefined) return notClearedYet()
  const { claimPeriods, laws } = ports.clearance.reference
  const acceptedOn = dateInLondon(acceptedAt as Instant)
  const last = lastDaysForClaims(claimPeriods, acceptedOn).find(
    ({ basis }) => basis === claim.basis,
  )
  if (last !== undefined && dateInLondon(context.now) > last.lastDay) {
    return tooLateToClaim(last.lastDay, cite(laws, last.law).title)
  }
  if (claim.basis === 'overpaid') return success({ claim })
  const lacks = lackOfReturn(claim)
  if (lacks !== undefined) return claimLacks(lacks)
  const index = claim.goods.findIndex((goods) => !isShare(goods))
  return index < 0 ? success({ claim }) : moreThanDeclared(`/claim/goods/${index}/returned`)
}

/** What went back is something, and no more than all. */
function isShare({ returned = '0', of = '0' }: Claim['goods'][number]): boolean {
  const share = decimal(returned)
  return isPositive(share) && compareDecimals(share, decimal(of)) <= 0
}

function lackOfReturn({ goods, exportMrn, destruction }: Claim): string | undefined {
  const index = goods.findIndex(({ returned, of }) => returned === undefined || of === undefined)
  if (index >= 0) return `/claim/goods/${index}/returned`
  return exportMrn === undefined && destruction === undefined ? '/claim/exportMrn' : undefined
}

async function appealOf(
  { ports, transaction, context }: Writing,
  request: AppealRequest,
  state: CaseState | undefined,
): Promise<Result<ThreadMatter>> {
  const { appealPeriods, laws } = ports.clearance.reference
  const { decision, grounds, wanted, lateReason } = request
  const decided = isToldInLetters(decision)
    ? await toldIn(transaction, { ...request, decision }, state)
    : await decidedOnCase(ports, transaction, { request, state })
  if (decided === undefined) return nothingToAppeal()
  const { review } = appealPeriodsOf(appealPeriods, decision)
  const { lastDay = lastDayToAppeal(review, decided.decidedOn), ...named } = decided
  const isLate = dateInLondon(context.now) > lastDay
  if (isLate && lateReason === undefined) {
    return tooLateToAppeal(lastDay, cite(laws, review.law).title)
  }
  const late = isLate && lateReason !== undefined ? { lateReason } : {}
  const appeal: Appeal = { decision, grounds, wanted, ...late, ...named }
  return success({ appeal })
}

/** A penalty is about an entry; a ruling about goods, whether they were declared or not. */
async function toldIn(
  transaction: TenantTransaction,
  { decision, threadId }: { readonly decision: ToldInLetter; readonly threadId?: string },
  state: CaseState | undefined,
): Promise<DecisionInLetters | undefined> {
  if (threadId === undefined) return undefined
  return decisionInLetters(transaction, decision, { threadId, state })
}

async function decidedOnCase(
  ports: CorrespondencePorts,
  transaction: TenantTransaction,
  { request, state }: { readonly request: AppealRequest; readonly state: CaseState | undefined },
): Promise<Pick<DecisionInLetters, 'decidedOn' | 'lastDay'> | undefined> {
  if (state?.declaration?.mrn === undefined) return undefined
  const events = await readEvents(transaction, state.caseId)
  const found = appealableDecisions(events, ports.clearance.reference.appealPeriods).find(
    ({ decision }) => decision === request.decision,
  )
  return found && { decidedOn: found.decidedOn }
}

/** What belongs to the kind as the authority reads it: our own ids mean nothing to it. */
function asSent({ appeal, ...matter }: ThreadMatter): ThreadMatter {
  if (appeal === undefined) return matter
  const { threadId: _ours, ...sent } = appeal
  return { appeal: sent }
}

/** Writes thread and letter. @returns their ids */
async function write(
  { transaction, opening, context, channel }: Writing,
  matter: ThreadMatter,
  state: CaseState | undefined,
): Promise<Result<{ readonly threadId: string; readonly letterId: string }>> {
  const { kind, subject, text, attachmentIds } = opening
  const papers = await readPapers(transaction, attachmentIds, state?.caseId ?? null)
  if (!papers.ok) return papers
  const [threadId, reference] = [newId('thread'), newLocalReference()]
  const mrn = state?.declaration?.mrn
  const thread: Pick<Row<'correspondence_thread'>, 'id' | 'case_id' | 'channel'> = {
    ...{ id: threadId, case_id: state?.caseId ?? null, channel },
  }
  await transaction
    .insertInto('correspondence_thread')
    .values({
      ...{ ...thread, tenant_id: context.tenantId, kind, subject, mrn: mrn ?? null },
      ...{ opened_by: 'trader', reference, state: 'written', awaits: 'office' },
      matter: Object.keys(matter).length === 0 ? null : JSON.stringify(matter),
      ...{ opened_at: context.now, updated_at: context.now },
    })
    .execute()
  const about = mrn === undefined ? {} : { mrn }
  const envelope = { letter: { reference, kind, subject, ...about, text, ...asSent(matter) } }
  const letter = { thread, envelope, subject: mrn ?? reference, papers: papers.value }
  const { letterId } = await putLetter(transaction, letter, context)
  return success({ threadId, letterId })
}
