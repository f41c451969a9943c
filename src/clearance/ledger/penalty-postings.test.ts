import { describe, expect, it } from 'vitest'

import { localDate } from '../../customs/calendar/local-date.ts'
import { money } from '../../customs/money/money.ts'
import type { CaseState, PenaltyStanding } from '../case-state.ts'
import { postingFor } from './postings.ts'

const told = {
  penaltyId: '24GBMRN/1',
  what: { en: 'Wrong particulars', zh: '申报内容不实' },
  law: 'TCTA 2018, s. 6(4)(a)',
  imposedOn: localDate('2026-11-01'),
  reviewBy: localDate('2026-11-30'),
  threadId: 'thread_1',
}
const { penaltyId } = told

function stateWith(penalty: Partial<PenaltyStanding>): CaseState {
  const standing = { ...told, amount: money('250.00', 'GBP'), state: 'imposed', ...penalty }
  return { caseId: 'case_1', penalties: [standing] } as unknown as CaseState
}

const accounts = (posting: ReturnType<typeof postingFor>) =>
  posting?.entries.map(({ account, amount }) => [account, amount.amount])

describe('a penalty in the ledger', () => {
  it('is owed to customs at the cost of the business, and paid from the bank', () => {
    const amount = money('250.00', 'GBP')
    const imposed = { type: 'penalty-imposed', data: { ...told, amount } } as const
    expect(accounts(postingFor(stateWith({}), imposed))).toEqual([
      ['penalties', '250.00'],
      ['owed-to-customs', '-250'],
    ])
    const paid = { type: 'penalty-paid', data: { penaltyId, how: 'bank' } } as const
    expect(accounts(postingFor(stateWith({}), paid))).toEqual([
      ['owed-to-customs', '250.00'],
      ['bank', '-250'],
    ])
  })

  it('is not owed any more when it falls, and comes back where it was paid', () => {
    const fallen = { type: 'penalty-withdrawn', data: { penaltyId } } as const
    expect(accounts(postingFor(stateWith({}), fallen))).toEqual([
      ['owed-to-customs', '250.00'],
      ['penalties', '-250'],
    ])
    expect(accounts(postingFor(stateWith({ state: 'paid', how: 'bank' }), fallen))).toEqual([
      ['bank', '250.00'],
      ['penalties', '-250'],
    ])
  })

  it('moves by the difference when it is lowered, and by nothing where it only warns', () => {
    const lowered = {
      type: 'penalty-lowered',
      data: { penaltyId, by: money('150.00', 'GBP') },
    } as const
    expect(accounts(postingFor(stateWith({}), lowered))).toEqual([
      ['owed-to-customs', '150.00'],
      ['penalties', '-150'],
    ])
    expect(postingFor(stateWith({}), { type: 'penalty-warned', data: told })).toBeUndefined()
  })
})
