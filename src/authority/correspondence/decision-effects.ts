import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { openDossier } from '../officers/act.ts'
import { dispose } from '../officers/decide-entry.ts'
import type { Desk } from '../officers/decision.ts'
import type { ItemCorrection } from '../officers/finding.ts'
import { decideKeptGoods } from '../officers/decide-kept-goods.ts'
import { lowerPenalty, withdrawPenalty } from '../officers/penalise.ts'
import { backToDeclared, reassessLate } from '../officers/reassess-after-review.ts'
import type { LodgementChange } from '../processing/change.ts'
import { keptGoodsNotice } from '../kept/kept-goods-notice.ts'
import { penaltyNotice } from '../penalties/penalty-notice.ts'
import { openAccountBook } from '../store/account-store.ts'
import { lockThread } from '../store/correspondence-store.ts'
import { writeAccounts, writeChanges } from '../store/write-changes.ts'
import type { Deciding, DecisionEffect } from './decide-thread.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { forgetFinding } from './forget-finding.ts'
import { moveThread, withDueDay } from './officer-steps.ts'
import type { Thread } from './thread.ts'

/** An error that the trader has told is corrected; one without figures is only taken note of. */
export async function correctAsTold(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const { items } = deciding.order
  return items === undefined || items.length === 0 ? success({}) : assessAnew(deciding, items)
}

/** A review that varies a decision says what takes its place; a ruling is decided again. */
export async function varyDecision(deciding: Deciding): Promise<Result<DecisionEffect>> {
  switch (deciding.thread.appealed?.decision) {
    case 'ruling':
      return undoDecision(deciding)
    case 'penalty':
      return varyPenalty(deciding)
    default:
      return varyAssessment(deciding)
  }
}

/** What the goods items are to be held for. */
async function varyAssessment(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const { items } = deciding.order
  return items === undefined || items.length === 0
    ? failure(nothingVaried)
    : assessAnew(deciding, items)
}

/** Takes back what was appealed against, as far as that can still be done; it counts against nobody any more. */
export async function undoDecision(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const { transaction, thread } = deciding
  const undone = await undo(deciding)
  const { lodgementId, appealed } = thread
  if (!undone.ok || lodgementId === undefined || appealed?.dossierEntry === undefined) return undone
  const { declared: declaration } = await transaction
    .selectFrom('lodgement')
    .select('declared')
    .where('id', '=', lodgementId)
    .executeTakeFirstOrThrow()
  const { dossierEntry } = appealed
  await forgetFinding(transaction, { lodgementId, declaration, dossierEntry })
  return undone
}

async function undo(deciding: Deciding): Promise<Result<DecisionEffect>> {
  switch (deciding.thread.appealed?.decision) {
    case 'assessment':
      return undoReassessment(deciding)
    case 'refusal':
      return undoRefusal(deciding)
    case 'seizure':
      return undoSeizure(deciding)
    case 'ruling':
      return takeRulingBack(deciding)
    case 'penalty':
      return undoPenalty(deciding)
    case undefined:
      return success({})
  }
}

async function assessAnew(
  deciding: Deciding,
  items: readonly ItemCorrection[],
): Promise<Result<DecisionEffect>> {
  const { transaction, thread, order } = deciding
  const desk = await openDesk(deciding)
  if (!desk.ok) return desk
  const accounts = await openAccountBook(
    transaction,
    desk.value.lodgement.declaration.defermentAccounts,
  )
  const { paymentReference } = order
  const changed = reassessLate(
    desk.value,
    {
      reason: `${thread.reference}: ${order.reasons}`.slice(0, REASON_LENGTH),
      items,
      after: thread.kind === 'appeal' ? 'review' : 'letter',
      ...(paymentReference !== undefined && { paymentReference }),
    },
    accounts,
  )
  if (!changed.ok) return changed
  await write(deciding, changed.value)
  await writeAccounts(transaction, accounts.changes())
  return success({ details: { effect: 're-assessed', version: changed.value.lodgement.version } })
}

/** What a statement of a notification holds. */
const REASON_LENGTH = 400

/** The fields that the re-assessment has changed become what was declared; what others changed stays. */
async function undoReassessment(deciding: Deciding): Promise<Result<DecisionEffect>> {
  return assessAnew(deciding, await asDeclared(deciding.transaction, deciding.thread))
}

/** What brings the items of an appealed re-assessment back to what was declared. */
export async function asDeclared(
  transaction: AuthorityTransaction,
  thread: Thread,
): Promise<readonly ItemCorrection[]> {
  const entry = await transaction
    .selectFrom('dossier_entry')
    .innerJoin('lodgement', 'lodgement.id', 'dossier_entry.lodgement_id')
    .select(['dossier_entry.detail', 'lodgement.declared', 'lodgement.state'])
    .where('dossier_entry.id', '=', thread.appealed?.dossierEntry ?? '')
    .executeTakeFirst()
  if (entry === undefined) throw new Error(`${thread.reference} appeals against nothing`)
  const { items } = entry.detail as { readonly items: readonly ItemCorrection[] }
  return backToDeclared(entry.declared, items)
}

/** A declaration that has ended without release does not come back to life; its goods are declared anew. */
async function undoRefusal(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const desk = await openDesk(deciding)
  if (!desk.ok) return desk
  const { state } = desk.value.lodgement
  if (state === 'refused') return success({ details: { effect: 'to-be-declared-anew' } })
  return success({ details: { notUndone: await whatBecame(deciding, desk.value) } })
}

async function undoSeizure(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const desk = await openDesk(deciding)
  if (!desk.ok) return desk
  const number = await appealedKeptGoods(deciding)
  if (number !== undefined) return giveKeptGoodsBack(deciding, desk.value, number)
  if (desk.value.lodgement.state !== 'seized') {
    return success({ details: { notUndone: await whatBecame(deciding, desk.value) } })
  }
  const { order, thread } = deciding
  const reason = `${thread.reference}: ${order.reasons}`.slice(0, REASON_LENGTH)
  const restored = dispose({ disposal: 'restored', reason })(desk.value)
  if (!restored.ok) return restored
  await write(deciding, restored.value)
  return success({ details: { effect: 'goods-restored' } })
}

/** Of which goods it is asked that were kept while others went; nothing where all were seized. */
async function appealedKeptGoods({ transaction, thread }: Deciding): Promise<number | undefined> {
  const { what, detail } = await transaction
    .selectFrom('dossier_entry')
    .select(['what', 'detail'])
    .where('id', '=', thread.appealed?.dossierEntry ?? '')
    .executeTakeFirstOrThrow()
  return what === 'seized the goods' ? undefined : (detail as { readonly number: number }).number
}

/** The declaration covers them again, and what is due on them is charged. */
async function giveKeptGoodsBack(
  deciding: Deciding,
  desk: Desk,
  number: number,
): Promise<Result<DecisionEffect>> {
  const { transaction, office, order } = deciding
  const state = desk.keptGoods.find((goods) => goods.number === number)?.state
  if (state !== 'detained' && state !== 'seized') {
    return success({ details: { notUndone: `goods-${state ?? 'restored'}` } })
  }
  const { defermentAccounts } = desk.lodgement.declaration
  const accounts = await openAccountBook(transaction, defermentAccounts)
  const { paymentReference } = order
  const restored = decideKeptGoods(
    desk,
    {
      ...{ number, becomes: 'restored', reason: reasonOf(deciding) },
      ...(paymentReference !== undefined && { paymentReference }),
    },
    accounts,
  )
  if (!restored.ok) return restored
  await write(deciding, restored.value)
  await writeAccounts(transaction, accounts.changes())
  const notice = await keptGoodsNotice(transaction, office, desk.lodgement, number)
  return success({ details: { effect: 'goods-restored' }, notice })
}

/** A penalty that falls is withdrawn; what was paid goes back. */
async function undoPenalty(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const desk = await openDesk(deciding)
  if (!desk.ok) return desk
  const number = await appealedPenalty(deciding)
  const penalty = desk.value.penalties.own.find((one) => one.number === number)
  if (penalty?.state === 'withdrawn') return success({ details: { effect: 'penalty-withdrawn' } })
  const withdrawn = withdrawPenalty({ number, reason: reasonOf(deciding) })(desk.value)
  if (!withdrawn.ok) return withdrawn
  await write(deciding, withdrawn.value)
  const notice = await penaltyNotice(deciding.transaction, deciding.office, desk.value.lodgement, {
    number,
    standing: 'withdrawn',
  })
  return success({ details: { effect: 'penalty-withdrawn' }, notice })
}

/** A review may find the penalty too high. */
async function varyPenalty(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const { amountGbp } = deciding.order
  if (amountGbp === undefined) return failure(noAmount)
  const desk = await openDesk(deciding)
  if (!desk.ok) return desk
  const number = await appealedPenalty(deciding)
  const lowered = lowerPenalty({ number, amountGbp, reason: reasonOf(deciding) })(desk.value)
  if (!lowered.ok) return lowered
  await write(deciding, lowered.value)
  const notice = await penaltyNotice(deciding.transaction, deciding.office, desk.value.lodgement, {
    number,
    standing: 'lowered',
  })
  return success({ details: { effect: 'penalty-lowered' }, notice })
}

async function appealedPenalty({ transaction, thread }: Deciding): Promise<number> {
  const { detail } = await transaction
    .selectFrom('dossier_entry')
    .select('detail')
    .where('id', '=', thread.appealed?.dossierEntry ?? '')
    .executeTakeFirstOrThrow()
  return (detail as { readonly number: number }).number
}

function reasonOf({ thread, order }: Deciding): string {
  return `${thread.reference}: ${order.reasons}`.slice(0, REASON_LENGTH)
}

/** The end that the goods came to before the decision was cancelled, such as `goods-destroyed`. */
async function whatBecame({ transaction }: Deciding, { lodgement }: Desk): Promise<string> {
  const entry = await transaction
    .selectFrom('dossier_entry')
    .select('what')
    .where('lodgement_id', '=', lodgement.id)
    .where('what', 'like', 'disposed: %')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return `goods-${entry?.what.slice('disposed: '.length) ?? lodgement.state}`
}

/** What was ruled holds no more; the request is to be decided again. */
async function takeRulingBack(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const { transaction, thread, officer, office, now } = deciding
  const reference = thread.appealed?.thread ?? ''
  const request = await lockThread(transaction, reference)
  if (request === undefined) throw new Error(`${thread.reference} appeals against nothing`)
  const moved = moveThread(request, 'reopen')
  if (!moved.ok) return moved
  const { decision: _decision, ...open } = moved.value
  const decideBy = office.lastDay('determine-ruling', dateInLondon(now))
  return success({
    details: { effect: 'ruling-reopened' },
    changes: [
      {
        thread: { ...withDueDay(open, decideBy), decideBy },
        actor: officer,
        what: `took the ruling back: ${thread.reference}`,
      },
    ],
  })
}

async function openDesk({ transaction, office, thread, officer }: Deciding): Promise<Result<Desk>> {
  const { mrn } = thread
  if (mrn === undefined) throw new Error(`${thread.reference} is about no declaration`)
  return openDossier(transaction, office, { mrn, officer })
}

async function write(
  { transaction, office, now }: Deciding,
  change: LodgementChange,
): Promise<void> {
  const moment = { officeAt: now, wallAt: office.wallClock.now() }
  await writeChanges(transaction, [change], moment)
}

const noAmount: Failure = {
  code: 'invalid-input',
  path: '/amountGbp',
  message: 'A penalty is varied to a lower amount.',
  mend: 'State what is left of it; cancel it otherwise.',
  zh: { message: '变更处罚须写明减轻后的金额。', mend: '请填写减轻后的金额；否则请撤销。' },
}

/** The failure of a decision that changes an assessment to nothing else. */
export const nothingVaried: Failure = {
  code: 'invalid-input',
  path: '/items',
  message: 'A decision is varied to something else.',
  mend: 'State what at least one goods item is to be held for; uphold or cancel it otherwise.',
  zh: {
    message: '变更决定须写明变更后的内容。',
    mend: '请至少更正一项货物；否则请维持或撤销原决定。',
  },
}
