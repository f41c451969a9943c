import { describe, expect, it } from 'vitest'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { HeldSecurity } from '../security/security.ts'
import { AccountBook } from './account-book.ts'
import type { Lodgement } from './lodgement.ts'
import { closeReleased, type SettlementFacts } from './settle.ts'

const now = '2026-09-10T10:00:00.000Z' as Instant
const knowledge = {
  ...{ now, accounts: new AccountBook([]), reminderSeconds: 60 },
  lastDay: () => '2026-09-20' as LocalDate,
}

const released = {
  ...{ id: 'lodgement_1', mrn: '26GB1', version: 2, finalTaxVersion: 2, state: 'released' },
  ...{ paymentState: 'settled', declaration: { items: [], defermentAccounts: [] } },
} as unknown as Lodgement

/** Duty that is owed in cash, and what was paid and set apart for it so far. */
function facts(owed: string, paid: Record<string, string>): SettlementFacts {
  const line = { taxType: 'A00', payableGbp: decimal(owed), paymentMethodCode: 'A' }
  return {
    assessment: { items: [{ sequence: 1, taxLines: [line] }] } as unknown as Assessment,
    openControls: [],
    chargedByMethod: new Map(
      Object.entries(paid).map(([method, amount]) => [method, decimal(amount)]),
    ),
    securities: [] as readonly HeldSecurity[],
  }
}

const moved = ({ charges }: ReturnType<typeof closeReleased>) =>
  charges.map(({ method, amountGbp }) => `${method} ${Number(amountGbp)}`)

describe('the file of released goods', () => {
  it('is closed once what was taken of a security has paid what is owed', () => {
    const closed = closeReleased(released, facts('150', { A: '100', M: '60' }), knowledge)
    expect(moved(closed)).toEqual(['M -60', 'A 60', 'A -10'])
    expect(closed.lodgement.state).toBe('cleared')
  })

  it('stays open where more is owed in cash than lies with the office, which books no such money', () => {
    const open = closeReleased(released, facts('200', { A: '100', M: '60' }), knowledge)
    expect(moved(open)).toEqual(['M -60', 'A 60'])
    expect(open.lodgement).toMatchObject({ state: 'released', paymentState: 'awaiting-cash' })
    expect(open.entries.at(-1)).toMatchObject({
      ...{ what: 'demanded payment', detail: { amountGbp: '40', payBy: '2026-09-20' } },
    })
    expect(open.dueAt).toBe('2026-09-21T00:00:00.000Z')
  })
})
