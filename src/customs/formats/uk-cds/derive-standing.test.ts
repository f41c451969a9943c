import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '../../money/money.ts'
import { deriveStanding } from './derive-standing.ts'
import { notification } from './notification.fixture.ts'
import { type Notification, type NotificationCode, notificationNames } from './notification.ts'
import type { StandingState } from './standing.ts'

const own = { lrn: 'OWN' }

function stateOf(...codes: readonly NotificationCode[]): StandingState {
  return deriveStanding(
    codes.map((code) => notification(code)),
    own,
  ).state
}

describe('the state of a declaration', () => {
  it('is none while nothing is heard', () => {
    expect(deriveStanding([], own)).toMatchObject({ state: 'none', version: 1, unfit: [] })
  })

  it.each<[StandingState, NotificationCode[]]>([
    ['registered', ['02']],
    ['accepted', ['01']],
    ['accepted', ['02', '01', '13', '05', '06', '51', '07', '14', '15', '50']],
    ['rejected', ['03']],
    ['rejected', ['02', '13', '03']],
    ['released', ['01', '13', '08']],
    ['cleared', ['01', '13', '08', '09']],
    ['cleared', ['01', '13', '09']],
    ['exited', ['01', '09', '16']],
    ['handled-outside', ['01', '17']],
    ['invalidated', ['01', '09', '10']],
  ])('is %s after %j', (state, codes) => {
    expect(stateOf(...codes)).toBe(state)
  })

  it.each<[StandingState, NotificationCode, string]>([
    ['refused', '10', 'R1'],
    ['expired', '10', 'R2'],
    ['invalidated', '10', 'R3'],
    ['seized', '17', 'S1'],
  ])('is %s by the reason code of %s %s, with the reason in words', (state, code, reasonCode) => {
    const ending = notification(code, {
      cancelledAt: '2026-09-02T08:00:00Z',
      statements: [{ typeCode: 'AFB', code: reasonCode, description: 'counterfeit goods' }],
    })
    expect(deriveStanding([notification('01'), ending], own)).toMatchObject({
      state,
      ending: { at: '2026-09-02T08:00:00Z', reasonCode, reason: 'counterfeit goods' },
    })
  })

  it('carries the errors of a rejection', () => {
    const rejection = notification('03', { errors: [{ code: 'CDS12005' }] })
    expect(deriveStanding([rejection], own)).toMatchObject({
      errors: [{ code: 'CDS12005' }],
      ending: { at: '2026-09-01T12:00:00Z' },
    })
  })
})

describe('requests under the same MRN', () => {
  const accepted = notification('01', { acceptedAt: '2026-09-01T12:00:00Z' })

  it.each([
    ['received', []],
    ['granted', [notification('11', { lrn: 'REQUEST', statuses: [{ nameCode: '39' }] })]],
    ['denied', [notification('11', { lrn: 'REQUEST', statuses: [{ nameCode: '41' }] })]],
    ['rejected', [notification('03', { lrn: 'REQUEST' })]],
    ['answered', [notification('11', { lrn: 'REQUEST', statuses: [{ nameCode: '99' }] })]],
  ])('are %s and leave the declaration as it was', (state, answers) => {
    const receipt = notification('02', { lrn: 'REQUEST' })
    expect(deriveStanding([accepted, receipt, ...answers], own)).toMatchObject({
      state: 'accepted',
      requests: [{ lrn: 'REQUEST', state }],
    })
  })

  it('are told from a registration by the reference', () => {
    const standing = deriveStanding(
      [
        notification('02'),
        notification('02', { lrn: 'ARRIVAL', issuedAt: '2026-09-02T12:00:00Z' }),
      ],
      own,
    )
    expect(standing.registeredAt).toBe('2026-09-01T12:00:00Z')
    expect(standing.requests).toMatchObject([{ lrn: 'ARRIVAL', state: 'received' }])
  })

  it('do not make a rejected declaration of one that was accepted', () => {
    const standing = deriveStanding([accepted, notification('03')], own)
    expect(standing.state).toBe('accepted')
    expect(standing.requests).toMatchObject([{ lrn: 'OWN', state: 'rejected' }])
  })
})

describe('tax statements', () => {
  const taxLines = [{ goodsItemNumber: 1, taxType: 'A00', payable: money('20.00', 'GBP') }]
  const statement = (nameCode: string, changes: Partial<Notification> = {}): Notification =>
    notification('13', { statuses: [{ nameCode }], taxLines, ...changes })

  it('count by version, then by finality, then by time', () => {
    const late = '2026-09-03T12:00:00Z'
    const standing = deriveStanding(
      [
        statement('4', { versionId: 1, issuedAt: late }),
        statement('4', { versionId: 2 }),
        statement('67', { versionId: 2, issuedAt: late }),
      ],
      own,
    )
    expect(standing.assessment).toMatchObject({ version: 2, kind: 'final', taxLines })
    expect(standing.assessments).toHaveLength(3)
  })

  it('of the same kind count by time: the last', () => {
    const first = statement('4', { issuedAt: '2026-09-01T13:00:00+01:00' })
    const second = statement('4', { issuedAt: '2026-09-01T12:30:00Z' })
    expect(deriveStanding([second, first], own).assessment?.notificationId).toBe(
      second.notificationId,
    )
  })

  it('keep a status that is not known', () => {
    expect(deriveStanding([statement('77')], own).assessment?.kind).toBe('unknown')
  })
})

describe('what is open', () => {
  const payments = [{ payable: money('226.40', 'GBP'), guaranteeReferences: ['1909241'] }]

  it('is a shortfall until the goods are released', () => {
    const demand = notification('14', { payments })
    const reminder = notification('15', { payments })
    const standing = deriveStanding([notification('01'), demand, reminder], own)
    expect(standing.insufficientFunds).toMatchObject({ payments, reminded: true })
    const released = deriveStanding([notification('01'), demand, notification('08')], own)
    expect(released.insufficientFunds).toBeUndefined()
  })

  it('are controls, documents wanted and questions, with their limits', () => {
    const limitAt = '2026-09-10T12:00:00Z'
    const standing = deriveStanding(
      [
        notification('05'),
        notification('06', {
          statements: [
            { code: 'ACA', typeCode: 'ACA', description: 'Invoice', limitAt },
            { typeCode: 'AFB', description: 'The price is low.' },
          ],
        }),
        notification('51', { statements: [{ description: 'Which model?' }] }),
      ],
      own,
    )
    expect(standing.controls).toHaveLength(1)
    expect(standing.documentRequests).toMatchObject([
      { code: 'ACA', text: 'Invoice', reason: 'The price is low.', limitAt },
    ])
    expect(standing.queries).toMatchObject([{ text: 'Which model?' }])
  })
})

describe('messages that do not fit', () => {
  it.each([
    ['of another declaration', { mrn: '26GB1ANOTHER00000' }],
    ['with a code that is not known', { functionCode: '77' }],
  ])('%s are kept and change nothing', (_what, changes) => {
    const odd = notification('09', changes)
    expect(deriveStanding([notification('01'), odd], own)).toMatchObject({
      state: 'accepted',
      unfit: [{ notification: odd }],
    })
  })

  it('with the id of another message are kept apart', () => {
    const first = notification('01')
    const second = notification('09', {
      notificationId: first.notificationId ?? '',
      issuedAt: '2026-09-01T12:00:01Z',
    })
    expect(deriveStanding([second, first], own)).toMatchObject({
      state: 'accepted',
      unfit: [{ notification: second }],
    })
  })

  it('name neither MRN nor reference', () => {
    const { mrn: _mrn, lrn: _lrn, ...bare } = notification('09')
    expect(deriveStanding([notification('01'), bare], own).unfit).toHaveLength(1)
  })
})

it('has the same standing for every order of the same messages, whatever they are', () => {
  const anyNotification = fc
    .record({
      functionCode: fc.constantFrom(...(Object.keys(notificationNames) as NotificationCode[])),
      lrn: fc.constantFrom('OWN', 'REQUEST'),
      versionId: fc.constantFrom(1, 2),
      second: fc.nat({ max: 3 }),
      nameCode: fc.constantFrom('4', '67', '39', '41'),
      id: fc.nat({ max: 30 }),
    })
    .map(({ functionCode, lrn, versionId, second, nameCode, id }) =>
      notification(functionCode, {
        lrn,
        versionId,
        notificationId: `n-${id}`,
        issuedAt: `2026-09-01T12:00:0${second}Z`,
        statuses: [{ nameCode }],
      }),
    )
  fc.assert(
    fc.property(
      fc
        .array(anyNotification, { maxLength: 12 })
        .chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
          ),
        ),
      ([original, received]) => {
        expect(deriveStanding(received, own)).toEqual(deriveStanding(original, own))
        expect(deriveStanding(received)).toEqual(deriveStanding(original))
      },
    ),
    { seed: 20260901, numRuns: 300 },
  )
})
