import { inTransaction } from '../../platform/postgres/index.ts'
import { initialMrnOf } from '../rules/supplementary-checks.ts'
import type { LastDayOf } from '../correspondence/correspondence-terms.ts'
import { openAccountBook } from '../store/account-store.ts'
import {
  claimDueLodgements,
  loadInitialDeclarations,
  loadSettlementFacts,
  type AuthorityTransaction,
} from '../store/lodgement-store.ts'
import { loadPartyHistory } from '../store/party-store.ts'
import { loadRiskRules } from '../store/rule-store.ts'
import { amendedByCustoms, answerAsStub, isToBeAmended } from '../stub/answer-as-stub.ts'
import { writeAccounts, writeChanges } from '../store/write-changes.ts'
import { dayOf, examineArrived, examineNew, expire, type AcceptanceKnowledge } from './accept.ts'
import type { AccountBook } from './account-book.ts'
import { note, unchanged, wakeAt, type LodgementChange } from './change.ts'
import { secondsAfter } from './instant.ts'
import { THE_OFFICE, type Lodgement, type OpenControl } from './lodgement.ts'
import { decideHeld } from './decide-held.ts'
import { greenAt, lookedAt, type LookSettings } from './looked-at.ts'
import type { Office } from './office.ts'
import { arrivedAtThePort, awaitingDeparture, gone } from './port.ts'
import {
  clear,
  closeReleased,
  settle,
  type SettlementFacts,
  type SettlementKnowledge,
} from './settle.ts'

/** Lodgements that one transaction takes on: enough to share its cost, few enough to stay short. */
const BATCH = 50

/** How long a lodgement rests whose processing failed for a reason that is not in the declaration. */
const REST_SECONDS = 60

/**
 * Works on the lodgements that are due, each by one step and all in one transaction: examine,
 * register, accept, select, expire, charge, release. Killed at any moment it has done a batch or
 * not; what is still due is taken up by whoever runs next.
 *
 * @returns how many lodgements were worked on
 */
export async function processDueLodgements(office: Office): Promise<number> {
  const now = office.clock.now()
  const worked = await inTransaction(office.database, async (transaction) => {
    const due = await claimDueLodgements(transaction, now, BATCH)
    if (due.length === 0) return due
    const accounts = await openAccountBook(
      transaction,
      due.flatMap((lodgement) => lodgement.declaration.defermentAccounts),
    )
    const facts = await loadSettlementFacts(
      transaction,
      due.filter(({ state }) => state === 'accepted' || state === 'released').map(({ id }) => id),
    )
    const knowledge = await gatherKnowledge(transaction, office, accounts, due)
    const context = { knowledge, accounts, facts }
    const changes = due.map((lodgement) =>
      guarded(
        office,
        lodgement,
        () => stubbed(office, lodgement, knowledge) ?? step(lodgement, context),
      ),
    )
    const moment = { officeAt: now, wallAt: office.wallClock.now() }
    await writeChanges(transaction, changes, moment)
    await writeAccounts(transaction, accounts.changes())
    return due
  })
  office.news.tell(worked.map(({ mrn }) => mrn))
  return worked.length
}

/** What the office knows at this moment, for checks, assessment and risk of some lodgements. */
export async function gatherKnowledge(
  transaction: AuthorityTransaction,
  office: Office,
  accounts: AccountBook,
  lodgements: readonly Lodgement[] = [],
): Promise<StepKnowledge> {
  const now = office.clock.now()
  const settings = office.settings()
  const initial = await loadInitialDeclarations(
    transaction,
    lodgements.flatMap(({ declaration }) =>
      declaration.items.flatMap((item) => initialMrnOf(item) ?? []),
    ),
  )
  return {
    now,
    on: dayOf(now),
    tariff: office.tariff,
    rates: office.rates,
    vatClaims: office.vatClaims,
    preferences: office.preferences,
    additionalMeasures: office.additionalMeasures,
    lowValueRelief: office.lowValueRelief,
    giftRelief: office.giftRelief,
    returnedGoodsYears: office.returnedGoodsYears,
    northernIrelandRelief: office.northernIrelandRelief,
    northernIreland: office.northernIreland,
    defermentAccount: (number) => accounts.find(number),
    initialDeclaration: (mrn) => initial.get(mrn),
    riskRules: await loadRiskRules(transaction),
    risk: {
      history: await loadPartyHistory(
        transaction,
        lodgements.map(({ declaration }) => declaration),
      ),
      referencePrices: office.referencePrices,
      tellingWords: office.tellingWords,
    },
    arrivalExpirySeconds: settings.arrivalExpirySeconds,
    documentRequestSeconds: settings.documentRequestSeconds,
    securityTypes: office.securityTypes,
    contraventions: office.contraventions,
    reminderSeconds: settings.paymentReminderSeconds,
    look: settings,
    lastDay: office.lastDay,
    times: settings,
  }
}

interface StepKnowledge extends AcceptanceKnowledge {
  readonly reminderSeconds: number
  readonly look: LookSettings
  readonly lastDay: LastDayOf
}

interface StepContext {
  readonly knowledge: StepKnowledge
  readonly accounts: AccountBook
  readonly facts: ReadonlyMap<string, SettlementFacts>
}

function step(lodgement: Lodgement, context: StepContext): LodgementChange {
  const { now, times } = context.knowledge
  if (lodgement.state === 'cleared') return gone(lodgement, now)
  return awaitingDeparture(stepInside(lodgement, context), { now, times })
}

/** The step of goods that are still in the country, whichever way they go. */
function stepInside(
  lodgement: Lodgement,
  { knowledge, accounts, facts }: StepContext,
): LodgementChange {
  const { now, reminderSeconds, lastDay } = knowledge
  const settlement = { now, accounts, reminderSeconds, lastDay }
  const known = facts.get(lodgement.id)
  switch (lodgement.state) {
    case 'received':
      return settleIfFree(examineNew(lodgement, knowledge), settlement, knowledge.look)
    case 'registered': {
      const there = arrivedAtThePort(lodgement, knowledge)
      return there.arrivedAt === undefined
        ? expire(there, knowledge.now)
        : settleIfFree(examineArrived(there, knowledge), settlement, knowledge.look)
    }
    case 'accepted':
      return known === undefined
        ? unchanged(lodgement)
        : lookAfterRelease(
            lookAndSettle(lodgement, known, { settlement, look: knowledge.look }),
            knowledge,
          )
    case 'released':
      return known === undefined
        ? clear(unchanged(lodgement), now)
        : lookAtReleased({ lodgement, facts: known, knowledge }, settlement)
    default:
      return unchanged(lodgement)
  }
}

/** The step of an office that answers like HMRC's test stub; nothing where that has no answer. */
function stubbed(
  office: Office,
  lodgement: Lodgement,
  { now, documentRequestSeconds }: StepKnowledge,
): LodgementChange | undefined {
  if (office.settings().answers !== 'stub') return undefined
  const rules = office.stubRules
  if (lodgement.state === 'received') {
    return answerAsStub(lodgement, { rules, now, documentRequestSeconds })
  }
  return isToBeAmended(lodgement, rules) ? amendedByCustoms(lodgement, rules) : undefined
}

/** What was just accepted without a control is settled in the same step, unless that takes time. */
function settleIfFree(
  change: LodgementChange,
  settlement: SettlementKnowledge,
  look: LookSettings,
): LodgementChange {
  const { lodgement, assessment, newControls } = change
  if (lodgement.state !== 'accepted' || assessment === undefined) return change
  const { now } = settlement
  // Where officers decide they will wake it; the office itself looks at once when that is due.
  if (newControls.length > 0) return look.decisions === 'by-office' ? wakeAt(change, now) : change
  const releaseAt = greenAt(now, look)
  if (releaseAt > now) return wakeAt(change, releaseAt)
  const facts = { assessment, openControls: [], chargedByMethod: new Map(), securities: [] }
  return settle(change, facts, settlement)
}

/** What the office finds in order by itself is closed; what nothing holds up any more is settled. */
function lookAndSettle(
  lodgement: Lodgement,
  facts: SettlementFacts,
  { settlement, look }: { readonly settlement: SettlementKnowledge; readonly look: LookSettings },
): LodgementChange {
  const { now } = settlement
  const { inOrder, waiting, nextAt } = lookedAt(facts.openControls, { now, settings: look })
  const looked = foundInOrder(unchanged(lodgement), inOrder)
  if (waiting.some(({ blocksRelease }) => blocksRelease)) {
    return nextAt === undefined ? looked : wakeAt(looked, nextAt)
  }
  const releaseAt = greenAt(lodgement.acceptedAt ?? now, look)
  if (facts.openControls.length === 0 && releaseAt > now) return wakeAt(looked, releaseAt)
  return settle(looked, { ...facts, openControls: waiting }, settlement)
}

/** Goods that went while something stays open are looked at again where the office does so by itself. */
function lookAfterRelease(change: LodgementChange, { now, look }: StepKnowledge): LodgementChange {
  const isLeft = change.lodgement.state === 'released' && look.decisions === 'by-office'
  return isLeft ? wakeAt(change, now) : change
}

interface ReleasedGoods {
  readonly lodgement: Lodgement
  readonly facts: SettlementFacts
  readonly knowledge: StepKnowledge
}

/** What stays open after the release is closed, or decided, in its time; then the file is. */
function lookAtReleased(
  { lodgement, facts, knowledge }: ReleasedGoods,
  settlement: SettlementKnowledge,
): LodgementChange {
  const { now, look } = knowledge
  const { inOrder, waiting, nextAt } = lookedAt(facts.openControls, { now, settings: look })
  if (inOrder.length > 0) return wakeAt(foundInOrder(unchanged(lodgement), inOrder), now)
  const { decided, nextAt: decidedAt } = decideHeld({ lodgement, facts, waiting, knowledge, look })
  if (decided !== undefined) return decided
  const closed = closeReleased(lodgement, facts, settlement)
  const [next] = [closed.dueAt, nextAt, decidedAt].flatMap((at) => at ?? []).toSorted()
  return next === undefined ? closed : wakeAt(closed, next)
}

function foundInOrder(change: LodgementChange, controls: readonly OpenControl[]): LodgementChange {
  if (controls.length === 0) return change
  const closedControls = controls.map(({ id }) => ({
    id,
    closedBy: THE_OFFICE,
    outcome: { result: 'satisfied' },
  }))
  return note(
    { ...change, closedControls },
    {
      actor: THE_OFFICE,
      what: 'looked at and found in order',
      detail: { controls: controls.map(({ id, kind }) => ({ id, kind })) },
    },
  )
}

/** One broken lodgement must not stop the others of its batch; it rests and is noted. */
function guarded(
  office: Office,
  lodgement: Lodgement,
  work: () => LodgementChange,
): LodgementChange {
  try {
    return work()
  } catch (error) {
    office.log.error({ error, mrn: lodgement.mrn }, 'a lodgement could not be processed')
    const message = error instanceof Error ? error.message : String(error)
    const noted = note(unchanged(lodgement), {
      actor: THE_OFFICE,
      what: 'processing failed',
      detail: { message },
    })
    return wakeAt(noted, secondsAfter(office.clock.now(), REST_SECONDS))
  }
}
