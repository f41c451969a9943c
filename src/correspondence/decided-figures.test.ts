import { describe, expect, it } from 'vitest'

import { lodgedCaseEvents, recorded } from '../../test/lodged-case.ts'
import type { NewCaseEvent } from '../clearance/events/case-event.ts'
import { money, sum } from '../customs/money/money.ts'
import { decidedFigures } from './decided-figures.ts'

const assessed = (versionId: string, taxes: Readonly<Record<string, string>>): NewCaseEvent => {
  const lines = Object.entries(taxes).map(([taxType, amount], index) => ({
    ...{ taxType: taxType.slice(0, 3), itemNumber: index + 1 },
    ...{ assessed: money(amount, 'GBP'), payable: money(amount, 'GBP') },
  }))
  return {
    type: 'assessment-final',
    data: {
      ...{ assessmentId: versionId, notificationId: versionId, versionId, lines, differences: [] },
      payable: sum(
        lines.map(({ payable }) => payable),
        'GBP',
      ),
    },
  }
}
const figures = (version: number, ...events: readonly NewCaseEvent[]) =>
  decidedFigures(recorded([...lodgedCaseEvents('LRN-1'), ...events]), version)

describe('what a decision comes to', () => {
  const first = assessed('1', { A00: '12.00', 'A00 of another item': '8.00', B00: '44.00' })
  const second = assessed('2', { A00: '30.00', 'A00 of another item': '8.00', B00: '47.60' })

  it('is the assessment of its version beside the one before, tax by tax over all items', () => {
    expect(figures(2, first, second, assessed('3', { B00: '1.00' }))).toMatchObject({
      ...{ before: { amount: '64' }, after: { amount: '85.6' }, difference: { amount: '21.6' } },
      taxes: [
        { taxType: 'A00', before: { amount: '20.00' }, after: { amount: '38.00' } },
        { taxType: 'B00', difference: { amount: '3.6' } },
      ],
    })
  })

  it('shows a tax that is no longer due as given back', () => {
    const [duty] = figures(2, first, assessed('2', { B00: '40.00' }))!.taxes
    expect(duty).toMatchObject({
      taxType: 'A00',
      after: { amount: '0.00' },
      difference: { amount: '-20' },
    })
  })

  it('is not known before the authority has stated both', () => {
    expect(figures(2, first)).toBeUndefined()
    expect(figures(1, first)).toBeUndefined()
  })
})
