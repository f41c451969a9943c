import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lodgedCase } from '../../../test/lodged-case.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { deriveStanding } from '../../customs/formats/uk-cds/derive-standing.ts'
import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { money } from '../../customs/money/money.ts'
import { apply } from '../apply.ts'
import type { CaseState } from '../case-state.ts'
import { followAssessment } from './follow-assessment.ts'
import type { StandingContext } from './follow-standing.ts'

const LRN = 'LRN-1'
const context: StandingContext = {
  paidBy: 'deferment:1234567',
  securityFor: () => undefined,
  differences: () => [],
}
const change = {
  tenantId: 'tenant_1',
  actor: { kind: 'authority', id: 'uk-cds' },
  cause: { kind: 'job', id: 'job' },
  now: '2026-09-02T12:00:00.000Z' as Instant,
} as const

const PRELIMINARY = '67'
const FINAL = '4'

function statement(
  versionId: number,
  status: string,
  { vat, id = `${versionId}-${status}` }: { readonly vat: string; readonly id?: string },
): Notification {
  const amount = money(vat, 'GBP')
  return {
    functionCode: '13',
    notificationId: id,
    issuedAt: '2026-09-02T10:00:00Z',
    lrn: LRN,
    mrn: '26GB1',
    versionId,
    statuses: [{ nameCode: status }],
    taxLines: [
      {
        goodsItemNumber: 1,
        taxType: 'B00',
        taxBase: money('100.00', 'GBP'),
        ratePercent: decimal('20'),
        assessed: amount,
        payable: amount,
      },
    ],
    statements: [],
    errors: [],
  } as unknown as Notification
}

const statements = [
  statement(1, PRELIMINARY, { vat: '20.00' }),
  statement(1, FINAL, { vat: '20.00' }),
  statement(2, PRELIMINARY, { vat: '30.00' }),
  statement(2, FINAL, { vat: '30.00' }),
  statement(2, FINAL, { vat: '25.00', id: 'stated again' }),
]

/** The case after hearing the statements in batches, each batch read together with all before. */
function heard(batches: readonly (readonly Notification[])[]): CaseState {
  const known: Notification[] = []
  return batches.reduce((state, batch) => {
    known.push(...batch)
    const standing = deriveStanding(known, { lrn: LRN })
    return apply(state, followAssessment(state, standing, context), change)
  }, lodgedCase(LRN))
}

const owed = ({ debts }: CaseState): number =>
  debts.reduce((total, { amount }) => total + Number(amount.amount), 0)

describe('following what is assessed', () => {
  it('is final with the final statement of the version that counts', () => {
    const state = heard([statements.slice(0, 2)])
    expect(state.assessment).toMatchObject({ state: 'final', versionId: '1' })
    expect(owed(state)).toBe(20)
  })

  it('is corrected while a later version is only announced, and owes what was final before', () => {
    const state = heard([statements.slice(0, 2), statements.slice(2, 3)])
    expect(state.assessment).toMatchObject({ state: 'corrected', versionId: '2' })
    expect(owed(state)).toBe(20)
  })

  it('takes a final statement that comes alone, for a later version', () => {
    const state = heard([[statements[3]!]])
    expect(state.assessment).toMatchObject({ state: 'final', versionId: '2' })
    expect(owed(state)).toBe(30)
  })

  it('ends in the same assessment and the same debt in whatever order and batches it hears them', () => {
    const inOrder = heard([statements])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(statements, { minLength: statements.length }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
        (shuffled, sizes) => {
          const rest = [...shuffled]
          const batches = sizes.map((size) => rest.splice(0, size))
          const state = heard(batches.filter((batch) => batch.length > 0))
          expect(state.assessment).toEqual(inOrder.assessment)
          expect(owed(state)).toBe(owed(inOrder))
        },
      ),
    )
  })

  it('changes nothing when it is followed again', () => {
    const state = heard([statements])
    const standing = deriveStanding(statements, { lrn: LRN })
    expect(followAssessment(state, standing, context)).toEqual([])
  })
})
