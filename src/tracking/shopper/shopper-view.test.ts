import { describe, expect, it } from 'vitest'

import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { CaseState } from '../../clearance/case-state.ts'
import type { NewCaseEvent } from '../../clearance/events/case-event.ts'
import { replay } from '../../clearance/evolve.ts'
import { mainLifeCycle, type MainState } from '../../clearance/life-cycle/main-life-cycle.ts'
import { waitingFor, type WaitingFor } from '../../clearance/waiting-for.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { money } from '../../customs/money/money.ts'
import { shopperSentences } from './shopper-sentences.ts'
import { shopperView } from './shopper-view.ts'
import { situationOf } from './situation.ts'

const lodged = lodgedCaseEvents('LRN-1')
const accepted: readonly NewCaseEvent[] = [
  ...lodged,
  { type: 'declaration-registered', data: { mrn: '26GB1' } },
  { type: 'declaration-accepted', data: { mrn: '26GB1' } },
]

function viewOf(events: readonly NewCaseEvent[]) {
  const record = recorded(events)
  return shopperView(replay(record), record)
}

/** The state of a case with some facts set as they would be at another point of its life. */
function stateWith(facts: Partial<CaseState>): CaseState {
  return { ...replay(recorded(accepted)), ...facts }
}

const control = { controlId: 'control_1', state: 'documents-requested' } as const
const examination = { controlId: 'control_2', state: 'examination-ordered' } as const
const question = { questionId: 'question_1', state: 'asked', text: 'What is it?' } as const
const arrived = { ...stateWith({}).declaration!, arrivalMessageId: 'message_2' }

const completing: CaseState['supplementary'] = {
  ...{ state: 'owed', dueOn: '2026-10-10' as LocalDate, reminded: false },
  ...{ earlierLrns: [], obstacles: [] },
}

/** What can be beside a state of the main line, so that each thing that a case waits for appears. */
const leaving = {
  decision: { factId: 'fact_1', sha256: '00' },
  lane: 'gb-b1-export',
  vat: 'not-due',
}

const circumstances: readonly Partial<CaseState>[] = [
  {},
  { insufficientFunds: true },
  { controls: [control] },
  { controls: [examination] },
  { questions: [question] },
  { declaration: arrived },
  { transport: 'handed-over' },
  { transport: 'failed' },
  { lane: leaving },
  { lane: leaving, exit: {} },
  { supplementary: completing },
  { obstacles: [{ code: 'declaration-invalid', path: '', message: 'wrong' }] },
]

const mainStates = [...new Set(mainLifeCycle.transitions.map((edge) => edge.to))]
const everyState = mainStates.flatMap((main: MainState) =>
  circumstances.map((circumstance) => stateWith({ ...circumstance, main })),
)

describe('the sentences for a shopper', () => {
  it('exist in both languages for every state and everything that it can wait for', () => {
    const seen = new Set<WaitingFor | null>()
    for (const state of everyState) {
      seen.add(waitingFor(state))
      const { now, next, todo } = shopperSentences[situationOf(state)]
      for (const sentence of [now, next, todo]) {
        expect(sentence.en).toMatch(/^[A-Z].*[.]$/)
        expect(sentence.zh).toMatch(/^[\u4e00-\u9fff].*。$/)
      }
    }
    const everything: Record<WaitingFor, true> = {
      preparation: true,
      'goods-data': true,
      declaring: true,
      'a-decision-of-staff': true,
      'the-authority': true,
      arrival: true,
      documents: true,
      'an-answer': true,
      funds: true,
      carrier: true,
      'an-outcome': true,
      'supplementary-declaration': true,
    }
    expect(seen).toEqual(new Set([...Object.keys(everything), null]))
  })

  it('are all reachable by some state', () => {
    const reached = new Set(everyState.map(situationOf))
    expect([...reached].sort()).toEqual(Object.keys(shopperSentences).sort())
  })

  it('use no word of the trade and blame nobody', () => {
    const sentences = Object.values(shopperSentences).flatMap(({ now, next, todo }) => [
      now.en,
      next.en,
      todo.en,
    ])
    const words =
      /\b(declaration|MRN|LRN|tariff|consignment|carrier|consignee|entry|fault|failed|invalid)\b/i
    expect(sentences.filter((sentence) => words.test(sentence))).toEqual([])
  })
})

describe('the view of a shopper', () => {
  it('tells the way of the parcel in the order of the record', () => {
    const view = viewOf([
      ...accepted,
      { type: 'examination-ordered', data: { controlId: 'control_1' } },
      { type: 'goods-released', data: {} },
    ])
    expect(view.timeline.map((entry) => entry.milestone)).toEqual([
      'case.opened',
      'case.ready',
      'declaration.lodged',
      'declaration.registered',
      'declaration.accepted',
      'examination.ordered',
      'goods.released',
    ])
    expect(view.sentences.now.en).toBe('Customs has released your parcel.')
  })

  it('shows when a carrier says that something happened, not when we heard of it', () => {
    const occurredAt = '2026-08-31T08:00:00.000Z' as CaseState['openedAt']
    const view = viewOf([
      ...lodged,
      { type: 'goods-arrived', data: { occurredAt, source: 'carrier' } },
    ])
    expect(view.timeline).toContainEqual(
      expect.objectContaining({ at: occurredAt, milestone: 'goods.arrived' }),
    )
  })

  it('says once that a detail is missing until something else happens', () => {
    const failing: NewCaseEvent = {
      type: 'checks-completed',
      data: {
        findings: [],
        failures: [{ code: 'declaration-invalid', path: '/goodsItems/0', message: 'no origin' }],
      },
    }
    const [opened, ...prepared] = lodged
    const view = viewOf([opened!, failing, failing, failing, ...prepared, failing])
    expect(view.timeline.map((entry) => entry.milestone)).toEqual([
      'case.opened',
      'case.needs-data',
      'case.ready',
      'declaration.lodged',
      'case.needs-data',
    ])
  })

  it('tells things in the order in which they happened, whenever we heard of them', () => {
    const occurredAt = '2026-08-31T08:00:00.000Z' as CaseState['openedAt']
    const view = viewOf([
      ...accepted,
      { type: 'goods-arrived', data: { occurredAt, source: 'carrier' } },
    ])
    const moments = view.timeline.map((entry) => entry.at)
    expect(moments).toEqual(moments.toSorted())
    expect(view.timeline[0]).toMatchObject({ at: occurredAt, milestone: 'goods.arrived' })
  })

  it('never shows what customs or staff wrote, which may name people', () => {
    const view = viewOf([
      ...accepted,
      { type: 'question-asked', data: { questionId: 'q', text: 'Is Zoë Müller the buyer?' } },
      {
        type: 'documents-requested',
        data: { controlId: 'c', wanted: 'the passport of Zoë Müller' },
      },
      { type: 'entry-refused', data: { reason: 'Zoë Müller gave no answer' } },
    ])
    expect(JSON.stringify(view)).not.toContain('Müller')
  })

  it('asks a shopper who owes something to pay it, whatever else happens', () => {
    const view = viewOf([
      ...lodged.map((event) =>
        event.type === 'parties-decided'
          ? { ...event, data: { ...event.data, payer: 'buyer' } }
          : event,
      ),
      ...accepted.slice(lodged.length),
      {
        type: 'debt-incurred',
        data: { debtId: 'd', taxType: 'B00', amount: money('40.5', 'GBP'), payer: 'buyer' },
      },
      { type: 'documents-requested', data: { controlId: 'c', wanted: 'an invoice' } },
    ])
    expect(view.sentences.todo.en).toBe(
      'Please pay £40.50 to the shop or agent you bought from. If the shop or agent asks you ' +
        'for a paper, such as proof of what you paid, please send it to them.',
    )
    expect(view.sentences.todo.zh).toContain('£40.50')
    expect(view.attention).toBe('pay')
  })
})
