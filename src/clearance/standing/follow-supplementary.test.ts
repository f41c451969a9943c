import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { money } from '../../customs/money/money.ts'
import { apply } from '../apply.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { replay } from '../evolve.ts'
import { followStanding } from './follow-standing.ts'
import { supplementaryOwed } from './follow-supplementary.ts'
import { standingsOf } from './standings-of-case.ts'

const context = { paidBy: 'deferment:1234567', differences: () => [], securityFor: () => undefined }
const change = {
  tenantId: 'tenant_1',
  actor: { kind: 'authority', id: 'uk-cds' },
  cause: { kind: 'job', id: 'job' },
  now: '2026-09-02T12:00:00.000Z' as Instant,
} as const

const INITIAL = { lrn: 'LRN-1', mrn: '26GB1' }
const COMPLETING = { lrn: 'LRN-2', mrn: '26GB2' }
const COMPLETING_AGAIN = { lrn: 'LRN-3', mrn: '26GB3' }

function said(
  of: { readonly lrn: string; readonly mrn: string },
  functionCode: string,
  more: object = {},
): Notification {
  return {
    ...{ functionCode, ...of, versionId: 1, issuedAt: '2026-09-02T10:00:00Z' },
    notificationId: `${of.lrn}-${functionCode}`,
    ...{ statuses: [], taxLines: [], errors: [], statements: [], amendments: [] },
    ...more,
  } as unknown as Notification
}

const vat = money('20', 'GBP')
const charged = {
  statuses: [{ nameCode: '4' }],
  taxLines: [
    {
      ...{ goodsItemNumber: 1, taxType: 'B00', taxBase: money('100.00', 'GBP') },
      ...{ ratePercent: decimal('20'), assessed: vat, payable: vat },
    },
  ],
}

const ofInitial = [said(INITIAL, '01', { acceptedAt: '2026-08-31T23:30:00Z' }), said(INITIAL, '09')]
const ofCompleting = [
  said(COMPLETING, '01', { acceptedAt: '2026-08-31T23:30:00Z' }),
  said(COMPLETING, '13', charged),
  said(COMPLETING, '09'),
]

/** A case that was declared by a simplified declaration, its answers not yet heard. */
function simplifiedCase(): CaseState {
  const events = lodgedCaseEvents(INITIAL.lrn).map((event): NewCaseEvent =>
    event.type === 'declaration-sent'
      ? { ...event, data: { ...event.data, additionalType: 'C' } }
      : event,
  )
  return replay(recorded(events))
}

const deadline = { dayOfFollowingMonth: 10, law: 'law' }

function heard(before: CaseState, notifications: readonly Notification[]): CaseState {
  const followed = followStanding(before, standingsOf(notifications, before), context)
  const after = apply(before, followed, change)
  return apply(after, supplementaryOwed(after, deadline), change)
}

function lodged(before: CaseState, { lrn } = COMPLETING): CaseState {
  const reference = { factId: 'fact_02', sha256: '00' }
  const facts = { declaration: reference, origins: reference, messageId: 'message_02' }
  const data = { ...facts, lrn, sha256: '00' }
  return apply(before, [{ type: 'supplementary-sent', data }], change)
}

const owed = heard(simplifiedCase(), ofInitial)

describe('following what completes a simplified declaration', () => {
  it('owes it from the release, by the month in which London saw the acceptance', () => {
    expect(owed.main).toBe('cleared')
    expect(owed.supplementary).toMatchObject({ state: 'owed', dueOn: '2026-10-10' as LocalDate })
    expect(owed.debts).toEqual([])
  })

  it('owes nothing after a declaration in full', () => {
    const inFull = heard(replay(recorded(lodgedCaseEvents(INITIAL.lrn))), ofInitial)
    expect(inFull.supplementary).toBeUndefined()
  })

  it('owes the charges with it, and has them paid when it is cleared and not by the release before', () => {
    const assessed = heard(lodged(owed), [...ofInitial, ...ofCompleting.slice(0, 2)])
    expect(assessed.supplementary).toMatchObject({ state: 'accepted', attempt: COMPLETING })
    expect(assessed.debts).toMatchObject([{ state: 'due', taxType: 'B00', amount: vat }])
    const cleared = heard(assessed, [...ofInitial, ...ofCompleting])
    expect(cleared.supplementary?.state).toBe('cleared')
    expect(cleared.debts).toMatchObject([{ state: 'paid' }])
    expect(cleared.declaration?.mrn).toBe(INITIAL.mrn)
  })

  it('ends in the same state in whatever order and batches the answers are heard', () => {
    const inOrder = heard(lodged(owed), [...ofInitial, ...ofCompleting])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ofCompleting, { minLength: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (shuffled, first) => {
          const partly = heard(lodged(owed), [...shuffled.slice(0, first), ...ofInitial])
          const { supplementary, debts } = heard(partly, [...ofInitial, ...shuffled])
          expect(supplementary).toEqual(inOrder.supplementary)
          expect(debts.map(({ state, amount }) => ({ state, amount }))).toEqual([
            { state: 'paid', amount: vat },
          ])
        },
      ),
    )
  })

  it('is owed again with what the authority objects to when it is rejected, and the goods stay released', () => {
    const errors = [{ code: 'CDS10020', description: 'wrong' }]
    const rejection = said(COMPLETING, '03', { errors })
    const rejected = heard(lodged(owed), [...ofInitial, rejection])
    expect(rejected.main).toBe('cleared')
    expect(rejected.supplementary).toMatchObject({
      ...{ state: 'owed', earlierLrns: [COMPLETING.lrn] },
      obstacles: [{ code: 'declaration-invalid', message: 'CDS10020: wrong' }],
    })
    expect(rejected.supplementary).not.toHaveProperty('attempt')
    expect(heard(rejected, [...ofInitial, rejection])).toEqual(rejected)
  })

  it('looks into its papers without the release of the goods answering for them', () => {
    const request = said(COMPLETING, '06', { statements: [{ description: 'invoice' }] })
    const asked = heard(lodged(owed), [...ofInitial, ofCompleting[0]!, request])
    expect(asked.controls).toMatchObject([{ state: 'documents-requested', wanted: 'invoice' }])
    const cleared = heard(asked, [...ofInitial, ...ofCompleting, request])
    expect(cleared.controls).toMatchObject([{ state: 'satisfied' }])
  })

  const asking = (before: CaseState, kind: 'amendment' | 'invalidation'): CaseState => {
    const facts = { requestId: 'ASKED', messageId: 'message_03', reason: 'wrong' }
    const data = { ...facts, kind, about: 'supplementary' as const }
    return apply(before, [{ type: 'request-made', data }], change)
  }
  const ASKED = { lrn: 'ASKED', mrn: COMPLETING.mrn }
  const papers = said(COMPLETING, '06', { statements: [{ description: 'invoice' }] })

  it('is owed again when it is withdrawn: nobody waits for its papers, and the next is charged whole', () => {
    const heardBefore = [...ofInitial, ...ofCompleting.slice(0, 2), papers]
    const held = heard(lodged(owed), heardBefore)
    const withdrawn = [
      ...heardBefore,
      said(ASKED, '02'),
      said(ASKED, '11', { statuses: [{ nameCode: '39' }] }),
      said(COMPLETING, '10', { statements: [{ code: 'R3', description: 'wrong' }] }),
    ]
    const after = heard(asking(held, 'invalidation'), withdrawn)
    expect(after.requests).toMatchObject([{ state: 'granted', about: 'supplementary' }])
    expect(after.supplementary).toMatchObject({ state: 'owed', earlierLrns: [COMPLETING.lrn] })
    expect(after.controls).toMatchObject([{ state: 'lapsed' }])
    expect(after.debts).toMatchObject([{ state: 'written-off' }])
    expect(after.assessment).toBeUndefined()
    expect(after.main).toBe('cleared')
    expect(heard(after, withdrawn)).toEqual(after)

    const again = [
      said(COMPLETING_AGAIN, '01'),
      said(COMPLETING_AGAIN, '13', { ...charged, notificationId: 'stated anew' }),
      said(COMPLETING_AGAIN, '09'),
    ]
    const cleared = heard(lodged(after, COMPLETING_AGAIN), [...withdrawn, ...again])
    expect(cleared.supplementary).toMatchObject({ state: 'cleared', attempt: COMPLETING_AGAIN })
    expect(cleared.debts).toMatchObject([{ state: 'written-off' }, { state: 'paid', amount: vat }])
    expect(cleared.controls).toMatchObject([{ state: 'lapsed' }])
  })

  it('stays as it is where an amendment is not taken', () => {
    const held = heard(lodged(owed), [...ofInitial, ...ofCompleting.slice(0, 2)])
    const rejection = said(ASKED, '03', { errors: [{ code: 'CDS12016' }] })
    const asked = asking(held, 'amendment')
    const after = heard(asked, [...ofInitial, ...ofCompleting.slice(0, 2), rejection])
    expect(after.requests).toMatchObject([{ state: 'denied' }])
    expect(after.supplementary).toEqual(asked.supplementary)
    expect(after.main).toBe('cleared')
  })

  it('leaves no request about it open when it is no more', () => {
    const held = heard(lodged(owed), [...ofInitial, ofCompleting[0]!])
    const end = said(COMPLETING, '10', { statements: [{ code: 'R3' }] })
    const after = heard(asking(held, 'amendment'), [...ofInitial, ofCompleting[0]!, end])
    expect(after.requests).toMatchObject([{ kind: 'amendment', state: 'denied' }])
    expect(after.supplementary?.state).toBe('owed')
  })
})
