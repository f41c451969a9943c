import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lodgedCase } from '../../../test/lodged-case.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { deriveStanding } from '../../customs/formats/uk-cds/derive-standing.ts'
import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import { addDecimals, isZero } from '../../customs/money/decimal.ts'
import { money } from '../../customs/money/money.ts'
import { apply } from '../apply.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { postingFor } from '../ledger/postings.ts'
import { followSecurities } from './follow-securities.ts'
import { followStanding, type StandingContext } from './follow-standing.ts'

const LRN = 'LRN-1'
const ACCOUNT = 'deferment:1234567'
const context: StandingContext = {
  paidBy: ACCOUNT,
  securityFor: (code) => (code === 'MOD' ? { en: 'a doubted value', zh: '价格存疑' } : undefined),
  differences: () => [],
}
const change = {
  tenantId: 'tenant_1',
  actor: { kind: 'authority', id: 'uk-cds' },
  cause: { kind: 'job', id: 'job' },
  now: '2026-09-02T12:00:00.000Z' as Instant,
} as const

function told(minute: number, notification: object): Notification {
  return {
    notificationId: `n${minute}`,
    issuedAt: `2026-09-02T10:${String(minute).padStart(2, '0')}:00Z`,
    ...{ lrn: LRN, mrn: '26GB1', versionId: 1 },
    ...{ statements: [], statuses: [], errors: [], amendments: [], amendedValues: [] },
    ...{ taxLines: [], payments: [] },
    ...notification,
  } as unknown as Notification
}

/** A final tax statement: what the item owes, and what is secured beside it. */
function taxed(minute: number, versionId: number, [owed, secured]: [string, string?]) {
  const tax = { goodsItemNumber: 1, taxType: 'A00' }
  const amount = money(owed, 'GBP')
  const held = { goodsItemNumber: 1, taxType: 'MOD' }
  return told(minute, {
    functionCode: '13',
    versionId,
    statuses: [{ nameCode: '4' }],
    taxLines: [
      { ...tax, assessed: amount, payable: amount },
      ...(secured === undefined ? [] : [{ ...held, assessed: money(secured, 'GBP') }]),
    ],
  })
}

const accepted = told(1, { functionCode: '01', acceptedAt: '2026-09-02T10:01:00Z' })
const why = told(2, {
  functionCode: '07',
  versionId: 2,
  statements: [{ description: 'Far below like goods.', typeCode: 'AES' }],
})
const secured = taxed(3, 2, ['100.00', '60.00'])
const released = told(4, { functionCode: '08', versionId: 2 })

interface Heard {
  readonly state: CaseState
  readonly events: readonly NewCaseEvent[]
  readonly balances: ReadonlyMap<string, string>
}

/** The case after hearing the notifications in batches, each read together with all before. */
function heard(batches: readonly (readonly Notification[])[]): Heard {
  const known: Notification[] = []
  const all: NewCaseEvent[] = []
  const balances = new Map<string, string>()
  let state = lodgedCase(LRN)
  for (const batch of batches) {
    known.push(...batch)
    const events = followStanding(state, { main: deriveStanding(known, { lrn: LRN }) }, context)
    for (const event of events) {
      for (const { account, amount } of postingFor(state, event)?.entries ?? []) {
        const before = balances.get(account) ?? '0'
        balances.set(account, addDecimals(before as typeof amount.amount, amount.amount))
      }
      state = apply(state, [event], change)
    }
    all.push(...events)
  }
  return { state, events: all, balances }
}

function typesOf({ events }: Heard): readonly string[] {
  return events.map(({ type }) => type).filter((type) => type.startsWith('security-'))
}

describe('security that customs want', () => {
  it('is no debt, is given with the release, and lies with customs until they decide', () => {
    const case_ = heard([[accepted, why, secured], [released]])
    expect(typesOf(case_)).toEqual(['security-required', 'security-given'])
    expect(case_.state.debts).toMatchObject([{ amount: { amount: '100' }, state: 'paid' }])
    expect(case_.state.securities).toMatchObject([
      {
        securityId: 'MOD:1:2:26GB1',
        state: 'given',
        amount: { amount: '60' },
        reason: 'Far below like goods.',
      },
    ])
    expect(Number(case_.balances.get('security-at-customs'))).toBe(60)
    expect(Number(case_.balances.get(ACCOUNT))).toBe(-160)
  })

  it('comes back whole when nothing more is owed', () => {
    const case_ = heard([[accepted, secured, released], [taxed(5, 3, ['100.00'])]])
    expect(case_.state.securities).toMatchObject([
      { state: 'returned', returned: { amount: '60' }, taken: { amount: '0' } },
    ])
    expect(Number(case_.balances.get(ACCOUNT))).toBe(-100)
    expect(isZero(case_.balances.get('security-at-customs') as never)).toBe(true)
  })

  it('becomes duty as far as more is owed, and the rest comes back', () => {
    const case_ = heard([[accepted, secured, released], [taxed(5, 3, ['140.00'])]])
    expect(typesOf(case_).slice(2)).toEqual(['security-taken', 'security-returned'])
    expect(case_.state.securities).toMatchObject([
      { taken: { amount: '40' }, returned: { amount: '20' } },
    ])
    expect(Number(case_.balances.get(ACCOUNT))).toBe(-140)
    expect(isZero(case_.balances.get('security-at-customs') as never)).toBe(true)
  })

  it('leaves a demand where more is owed, which is paid once the file is closed', () => {
    const demanded = [[accepted, secured], [released], [taxed(5, 3, ['190.00'])]]
    const open = heard(demanded)
    expect(open.state.securities).toMatchObject([{ taken: { amount: '60' }, state: 'taken' }])
    expect(open.state.debts.map(({ amount, state }) => [Number(amount.amount), state])).toEqual([
      [100, 'paid'],
      [60, 'paid'],
      [30, 'due'],
    ])
    expect(Number(open.balances.get(ACCOUNT))).toBe(-160)
    expect(Number(open.balances.get('owed-to-customs'))).toBe(-30)
    const closed = heard([...demanded, [told(6, { functionCode: '09', versionId: 3 })]])
    expect(closed.state.debts.every(({ state }) => state === 'paid')).toBe(true)
    expect(Number(closed.balances.get(ACCOUNT))).toBe(-190)
    expect(Number(closed.balances.get('owed-to-customs'))).toBe(0)
    expect(heard([...demanded, []]).events).toEqual(open.events)
  })

  it('says that an account has too little for a demand, until the file is closed', () => {
    const short = told(6, { functionCode: '14', versionId: 3 })
    const closed = told(7, { functionCode: '09', versionId: 3 })
    const batches = [[accepted, secured], [released], [taxed(5, 3, ['190.00']), short]]
    expect(heard(batches).state.insufficientFunds).toBe(true)
    expect(heard([...batches, [closed]]).state.insufficientFunds).toBe(false)
  })

  it('is another one in the declaration that takes the place of one that was withdrawn', () => {
    const again = (notification: Notification): Notification => ({
      ...{ ...notification, notificationId: `again-${notification.notificationId}` },
      ...{ lrn: 'LRN-2', mrn: '26GB2' },
    })
    const withdrawn = told(6, {
      functionCode: '10',
      versionId: 2,
      statements: [{ code: 'R3', description: 'withdrawn', typeCode: 'AFB' }],
    })
    const followed = (state: CaseState, notifications: readonly Notification[], lrn: string) =>
      apply(state, followSecurities(state, deriveStanding(notifications, { lrn }), context), change)
    const ended = followed(lodgedCase(LRN), [accepted, secured, withdrawn], LRN)
    const anew = followed(ended, [accepted, secured, released].map(again), 'LRN-2')
    expect(anew.securities).toMatchObject([
      { securityId: 'MOD:1:2:26GB1', state: 'lowered' },
      { securityId: 'MOD:1:2:26GB2', state: 'given', amount: { amount: '60' } },
    ])
  })

  it('is known again by the id that it was recorded with before the MRN was part of it', () => {
    const { state } = heard([[accepted, secured, released]])
    const recordedBefore: CaseState = {
      ...state,
      securities: state.securities!.map((one) => ({ ...one, securityId: 'MOD:1:2' })),
    }
    const standing = deriveStanding([accepted, secured, released, taxed(5, 3, ['100.00'])], {
      lrn: LRN,
    })
    const { securities } = apply(
      recordedBefore,
      followSecurities(recordedBefore, standing, context),
      change,
    )
    expect(securities).toMatchObject([{ securityId: 'MOD:1:2', state: 'returned' }])
  })

  it('moves no money where it is dropped, or the entry ends, before the goods are released', () => {
    const dropped = heard([[accepted, secured], [taxed(5, 3, ['100.00'])]])
    expect(typesOf(dropped)).toEqual(['security-required', 'security-lowered'])
    expect(dropped.balances.has('security-at-customs')).toBe(false)
    const refusal = told(6, {
      functionCode: '10',
      versionId: 2,
      statements: [{ code: 'R1', description: 'copies', typeCode: 'AFB' }],
    })
    const ended = heard([[accepted, secured], [refusal]])
    expect(typesOf(ended)).toEqual(['security-required', 'security-lowered'])
    expect(ended.balances.has('security-at-customs')).toBe(false)
  })

  it('leaves the same money in every account in whatever order customs are heard', () => {
    const all = [accepted, why, secured, released, taxed(5, 3, ['140.00'])]
    const balancesOf = ({ balances }: Heard): object =>
      Object.fromEntries(
        [...balances].map(([account, amount]): [string, number] => [account, Number(amount)]),
      )
    const inOrder = balancesOf(heard(all.map((one) => [one])))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const one = heard(shuffled.map((notification) => [notification]))
        const { 'security-at-customs': held = 0, ...others } = balancesOf(one) as Record<
          string,
          number
        >
        expect({ 'security-at-customs': held, ...others }).toEqual(inOrder)
      }),
    )
  })

  it('changes nothing when it is followed again', () => {
    const once = heard([[accepted, secured, released]])
    const twice = heard([[accepted, secured, released], []])
    expect(twice.events).toEqual(once.events)
  })
})
