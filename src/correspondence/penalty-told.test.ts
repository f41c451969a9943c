import { describe, expect, it } from 'vitest'

import type { CaseState } from '../clearance/case-state.ts'
import { withPenalty } from '../clearance/evolve-penalty.ts'
import type { CaseEvent } from '../clearance/events/case-event.ts'
import { type PenaltyNotice, readOfficeNotice } from '../exchange/letters/office-notice.ts'
import { penaltyEvents } from './penalty-told.ts'

const imposed: PenaltyNotice = {
  ...{ kind: 'penalty', mrn: '24GBMRN', number: 1, standing: 'imposed' },
  what: { en: 'Wrong particulars', zh: '申报内容不实' },
  ...{ law: 'TCTA 2018, s. 6(4)(a)', reasonCode: '051', amountGbp: '250.00' },
  ...{ imposedOn: '2026-11-01', reviewBy: '2026-11-30' },
}

function after(...notices: readonly PenaltyNotice[]): CaseState {
  const none = { caseId: 'case_1' } as unknown as CaseState
  return notices.reduce(
    (state, notice) =>
      penaltyEvents(state, notice, 'thread_1').reduce(
        (before, event) => withPenalty(before, event as Parameters<typeof withPenalty>[1]),
        state,
      ),
    none,
  )
}

const typesAfter = (before: readonly PenaltyNotice[], notice: PenaltyNotice) =>
  penaltyEvents(after(...before), notice, 'thread_2').map(
    ({ type }: Pick<CaseEvent, 'type'>) => type,
  )

describe('what a letter says of a penalty', () => {
  it('counts once, however often it is told', () => {
    expect(typesAfter([], imposed)).toEqual(['penalty-imposed'])
    expect(typesAfter([imposed], imposed)).toEqual([])
    const paid = { ...imposed, standing: 'paid' } as const
    expect(typesAfter([imposed], paid)).toEqual(['penalty-paid'])
    expect(typesAfter([imposed, paid], paid)).toEqual([])
  })

  it('is made up for where a later letter comes first', () => {
    const withdrawn = { ...imposed, standing: 'withdrawn' } as const
    expect(typesAfter([], withdrawn)).toEqual(['penalty-imposed', 'penalty-withdrawn'])
    expect(typesAfter([withdrawn], imposed)).toEqual([])
  })

  it('lowers what is asked by the difference', () => {
    const lowered = { ...imposed, standing: 'lowered', amountGbp: '100.00' } as const
    const [event] = penaltyEvents(after(imposed), lowered, 'thread_1')
    expect(event).toMatchObject({ type: 'penalty-lowered', data: { by: { amount: '150' } } })
    expect(after(imposed, lowered).penalties).toMatchObject([
      { state: 'imposed', amount: { amount: '100' } },
    ])
  })

  it('asks no money where it warns', () => {
    const { amountGbp: _, ...warning } = imposed
    expect(typesAfter([], { ...warning, standing: 'warned' })).toEqual(['penalty-warned'])
  })

  it('does nothing where it is of a kind that is not known, or cannot be read', () => {
    expect(readOfficeNotice({ kind: 'something-new' })).toBeUndefined()
    expect(readOfficeNotice({ ...imposed, amountGbp: 'much' })).toBeUndefined()
    expect(readOfficeNotice(imposed)).toEqual(imposed)
  })
})
