import { expect, test } from 'vitest'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { isWithin } from './list-order.ts'

const last = {
  ...{ id: 'case_5', reference: 'M', waitingSince: '2026-09-01T12:00:00.000Z' },
  customsValue: { amount: '100.00', currency: 'GBP' },
} as CaseSummary
const changed = (facts: Partial<CaseSummary>) => ({ ...last, ...facts })

test('what is newer than the last row that was read belongs to the rows that were read', () => {
  expect(isWithin(undefined, changed({ id: 'case_6' }), last)).toBe(true)
  expect(isWithin('newest', changed({ id: 'case_4' }), last)).toBe(false)
  expect(isWithin('newest', changed({ id: 'case_4' }), undefined)).toBe(true)
})

test('the order of the list decides, and among equals that of the ids', () => {
  const waitingSince = '2026-09-01T11:00:00.000Z' as CaseSummary['updatedAt']
  const earlier = changed({ id: 'case_6', waitingSince })
  expect(isWithin('longest-waiting', earlier, last)).toBe(true)
  const { waitingSince: _, ...waitless } = changed({ id: 'case_1' })
  expect(isWithin('longest-waiting', waitless, last)).toBe(false)
  expect(isWithin('longest-waiting', changed({ id: 'case_4' }), last)).toBe(true)
  const worth = (amount: string) => changed({ customsValue: { amount, currency: 'GBP' } })
  expect(isWithin('highest-value', worth('1000.5'), last)).toBe(true)
  expect(isWithin('highest-value', worth('99.999'), last)).toBe(false)
  expect(isWithin('reference', changed({ reference: 'A' }), last)).toBe(true)
  expect(isWithin('reference', changed({ id: 'case_4' }), last)).toBe(false)
})
