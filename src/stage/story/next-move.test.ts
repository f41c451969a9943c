import { describe, expect, it } from 'vitest'

import type { CaseView } from '../../api/views/case-view.ts'
import { money } from '../../customs/money/money.ts'
import type { Dossier, DossierControl, Facts } from './facts.ts'
import { type Move, nextMove } from './next-move.ts'

const honest = { misDescribed: false, underValued: false }

/** The part of a case that a run goes by; a case has more, which decides nothing here. */
function facts(view: Partial<CaseView>, more: Partial<Facts> = {}): Facts {
  const base = { obstacles: [], findings: [], controls: [], questions: [], debts: [] }
  return {
    order: { caseId: 'case_1', lies: honest },
    case: { ...base, insufficientFunds: false, ...view } as unknown as CaseView,
    ...more,
  }
}

function dossier(controls: readonly DossierControl[], history: Dossier['history'] = []): Dossier {
  return {
    register: { mrn: '26GB', state: 'accepted' },
    declaration: { items: [] },
    ...{ controls, history },
  }
}

const review: DossierControl = { id: 'control_r', kind: 'review', state: 'open' }
const inspection: DossierControl = { id: 'control_i', kind: 'inspection', state: 'open' }
const accepted = { state: 'accepted' } as const
const charged = {
  assessment: { state: 'final' },
  debts: [{ state: 'paid' }],
} as unknown as Partial<CaseView>

function move(given: Facts, inspect = false): string {
  const next: Move = nextMove(given, { inspection: inspect })
  switch (next.kind) {
    case 'act':
      return [next.act, next.controlId].filter(Boolean).join(' ')
    case 'wait':
      return `wait for ${next.for}`
    case 'person':
      return `viewer: ${next.need}`
    case 'end':
      return `end: ${next.end}`
  }
}

describe('what comes next on the stage', () => {
  it('follows the case from the order to the door', () => {
    expect(move({})).toBe('hand-in-order')
    expect(move(facts({ state: 'preparing' }))).toBe('wait for preparation')
    expect(move(facts({ state: 'ready' }))).toBe('declare')
    expect(move(facts({ state: 'lodged' }))).toBe('wait for registration')
    expect(move(facts({ state: 'registered' }))).toBe('report-arrival')
    expect(move(facts({ state: 'registered', transport: 'arrived' }))).toBe('wait for acceptance')
    expect(move(facts(accepted, { dossier: dossier([review]) }))).toBe('let-go')
    expect(move(facts(accepted, { dossier: dossier([]) }))).toBe('wait for settlement')
    const released = { ...charged, state: 'released' } as const
    expect(move(facts(released, { owed: [money('77.62', 'GBP')] }))).toBe('pay')
    expect(move(facts(released, { owed: [] }))).toBe('hand-over')
    expect(move(facts({ ...released, transport: 'handed-over' }, { owed: [] }))).toBe('deliver')
    expect(move(facts({ ...released, state: 'delivered' }, { owed: [] }))).toBe('end: delivered')
  })

  it('has the officer open a parcel whose order lies, or when it is asked for, and once only', () => {
    const lied = { order: { caseId: 'case_1', lies: { ...honest, misDescribed: true } } }
    const held = { dossier: dossier([review]) }
    expect(move(facts(accepted, { ...held, ...lied }))).toBe('order-inspection')
    expect(move(facts(accepted, held), true)).toBe('order-inspection')
    const done = { ...inspection, state: 'closed' } as const
    expect(move(facts(accepted, { dossier: dossier([review, done]), ...lied }), true)).toBe(
      'let-go',
    )
  })

  it('records what was found before the officer corrects', () => {
    const open = { dossier: dossier([review, inspection]) }
    expect(move(facts(accepted, open))).toBe('record-findings control_i')
    const found = { what: 'recorded an inspection', detail: { inspectionId: 'control_i' } }
    const recorded = { dossier: dossier([review, inspection], [found]) }
    expect(move(facts(accepted, recorded))).toBe('re-assess control_i')
  })

  it('takes part in what a viewer has begun at the desk', () => {
    const asked: DossierControl = { id: 'control_q', kind: 'question', state: 'open' }
    const held = { dossier: dossier([review, asked]) }
    const question = (state: string) =>
      [{ questionId: 'q', state, text: '?' }] as CaseView['questions']
    expect(move(facts(accepted, held))).toBe('wait for news')
    expect(move(facts({ ...accepted, questions: question('asked') }, held))).toBe('answer-question')
    expect(move(facts({ ...accepted, questions: question('answered') }, held))).toBe(
      'close-control control_q',
    )
    const wanted: DossierControl = { id: 'control_d', kind: 'documents', state: 'open' }
    const papers = { dossier: dossier([review, wanted]) }
    const requested = [{ controlId: 'd', state: 'documents-requested' }]
    expect(move(facts({ ...accepted, controls: requested }, papers))).toBe('viewer: send-papers')
    const answered = [{ controlId: 'd', state: 'answered' }]
    expect(move(facts({ ...accepted, controls: answered }, papers))).toBe('close-control control_d')
  })

  it('says what only the viewer can do, having taken the case off its way', () => {
    const obstacles = [{ code: 'fact-missing', path: '', message: '' }] as CaseView['obstacles']
    expect(move(facts({ state: 'preparing', obstacles }))).toBe('viewer: mend-goods')
    expect(move(facts({ state: 'stopped' }))).toBe('viewer: take-up-again')
    expect(move(facts({ ...accepted, insufficientFunds: true }))).toBe('viewer: top-up')
  })

  it('waits until all that was charged is known, whatever came first', () => {
    expect(move(facts({ state: 'released' }, { owed: [] }))).toBe('wait for news')
  })

  it('ends where customs stops the goods or the case ends otherwise', () => {
    expect(move(facts({ state: 'refused' }))).toBe('end: stopped-by-customs')
    expect(move(facts({ state: 'seized' }))).toBe('end: stopped-by-customs')
    expect(move(facts({ state: 'invalidated' }))).toBe('end: other')
  })
})
