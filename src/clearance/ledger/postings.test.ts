import { describe, expect, it } from 'vitest'
import { lodgedCase } from '../../../test/lodged-case.ts'
import { addDecimals, isZero } from '../../customs/money/decimal.ts'
import { money } from '../../customs/money/money.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { postingFor } from './postings.ts'

const debt = { debtId: 'A00:1', taxType: 'A00', amount: money('14.58', 'GBP'), payer: 'seller' }
const indebted: CaseState = { ...lodgedCase('LRN-1'), debts: [{ ...debt, state: 'due' }] }

const moneyEvents: readonly NewCaseEvent[] = [
  { type: 'debt-incurred', data: debt },
  { type: 'debt-reduced', data: { debtId: 'A00:1', by: money('1.00', 'GBP') } },
  { type: 'debt-paid', data: { debtId: 'A00:1', how: 'deferment:1234567' } },
  { type: 'debt-refunded', data: { debtId: 'A00:1', by: money('1.00', 'GBP') } },
  { type: 'debt-written-off', data: { debtId: 'A00:1', why: 'the entry was refused' } },
  {
    type: 'charges-settled',
    data: { payer: 'seller', amount: money('14.58', 'GBP'), reference: 'R' },
  },
]

describe('a posting', () => {
  it.each(moneyEvents)('of $type balances', (event) => {
    const posting = postingFor(indebted, event)!
    expect(isZero(addDecimals(...posting.entries.map((entry) => entry.amount.amount)))).toBe(true)
  })

  it('claims a debt from the party that bears it', () => {
    expect(postingFor(indebted, { type: 'debt-incurred', data: debt })!.entries).toEqual([
      { account: 'receivable:seller', amount: money('14.58', 'GBP') },
      { account: 'owed-to-customs', amount: money('-14.58', 'GBP') },
    ])
  })

  it.each([
    [{ to: 'deferment:1234567' }, 'deferment:1234567'],
    [{}, 'bank'],
  ])('of a refund with %j brings the money to %s', (place, account) => {
    const data = { debtId: 'A00:1', by: money('1.00', 'GBP'), ...place }
    expect(postingFor(indebted, { type: 'debt-refunded', data })!.entries).toEqual([
      { account, amount: money('1.00', 'GBP') },
      { account: 'receivable:seller', amount: money('-1', 'GBP') },
    ])
  })

  it('leaves nothing owed to customs once a debt is paid', () => {
    const owed = [moneyEvents[0]!, moneyEvents[2]!]
      .flatMap((event) => postingFor(indebted, event)!.entries)
      .filter(({ account }) => account === 'owed-to-customs')
      .map(({ amount }) => amount.amount)
    expect(isZero(addDecimals(...owed))).toBe(true)
  })

  it('is not made for what moves no money', () => {
    expect(postingFor(indebted, { type: 'checks-passed', data: {} })).toBeUndefined()
  })
})
