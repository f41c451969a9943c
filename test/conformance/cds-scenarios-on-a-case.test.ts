import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '../../src/clearance/apply.ts'
import type { CaseState } from '../../src/clearance/case-state.ts'
import { followStanding } from '../../src/clearance/standing/follow-standing.ts'
import type { Instant } from '../../src/customs/calendar/local-date.ts'
import { deriveStanding } from '../../src/customs/formats/uk-cds/derive-standing.ts'
import type { Notification } from '../../src/customs/formats/uk-cds/notification.ts'
import { readNotification } from '../../src/customs/formats/uk-cds/read-notification.ts'
import { sum } from '../../src/customs/money/money.ts'
import { lodgedCase } from '../lodged-case.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const context = {
  tenantId: 'tenant_01',
  actor: { kind: 'authority', id: 'uk-cds' },
  cause: { kind: 'job', id: 'test' },
  now: '2026-09-02T12:00:00.000Z' as Instant,
} as const

/** The notifications of every shared scenario, one entry for each MRN that it holds. */
function scenarios(): readonly { readonly name: string; readonly notifications: Notification[] }[] {
  const byScenario = new Map<string, Notification>()
  const groups = new Map<string, Notification[]>()
  for (const file of readdirSync(sharedPath('messages', 'cds', 'notifications'))) {
    const read = readNotification(
      readFileSync(sharedPath('messages', 'cds', 'notifications', file)),
    )
    const scenario = file.split('__')[0]!
    if (!read.ok || scenario === 'Example_DMS_notifications') continue
    const key = `${scenario} ${read.value.mrn ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), read.value])
    byScenario.set(key, read.value)
  }
  return [...groups].map(([name, notifications]) => ({ name, notifications }))
}

/** The reference of the declaration itself, not of a request about it. */
function ownLrn(notifications: readonly Notification[]): string {
  return deriveStanding(notifications).lrn ?? 'LRN'
}

function arriveOneByOne(notifications: readonly Notification[], lrn: string): CaseState {
  const differences = () => []
  const securityFor = () => undefined
  const arrived: Notification[] = []
  return notifications.reduce((state, notification) => {
    arrived.push(notification)
    const standing = deriveStanding(arrived, { lrn })
    const events = followStanding(
      state,
      { main: standing },
      { paidBy: 'deferment:1', differences, securityFor },
    )
    return apply(state, events, context)
  }, lodgedCase(lrn))
}

/** Where a case stands, without the traces of the order in which it got there. */
function standingOf(state: CaseState) {
  const { main, controls, assessment, debts, questions, fileClosed, declaration } = state
  const taxTypes = [...new Set(debts.map((debt) => debt.taxType))].sort()
  return {
    main,
    fileClosed,
    mrn: declaration?.mrn,
    acceptedAt: declaration?.acceptedAt,
    controls: controls.map(({ controlId, state: at }) => `${controlId} ${at}`).sort(),
    questions: questions.map(({ questionId, state: at }) => `${questionId} ${at}`).sort(),
    assessment: assessment && { lines: assessment.lines, state: assessment.state },
    owed: taxTypes.map((taxType) => {
      const own = debts.filter((debt) => debt.taxType === taxType)
      const total = sum(
        own.map((debt) => debt.amount),
        'GBP',
      )
      return `${taxType} ${total.amount} ${own.every((debt) => debt.state === own[0]!.state)}`
    }),
  }
}

describe.skipIf(!hasSharedMaterial)(`published CDS scenarios (${sharedMaterialAbsent})`, () => {
  it('covers scenarios that end cleared, rejected and waiting', () => {
    const ends = new Set(
      scenarios().map(
        ({ notifications }) => arriveOneByOne(notifications, ownLrn(notifications)).main,
      ),
    )
    expect([...ends]).toEqual(expect.arrayContaining(['cleared', 'preparing', 'registered']))
  })

  it.each(hasSharedMaterial ? scenarios() : [])(
    '$name leads a case to the same place in every order and with repeats',
    ({ notifications }) => {
      const lrn = ownLrn(notifications)
      const expected = standingOf(arriveOneByOne(notifications, lrn))
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...notifications, ...notifications], {
            minLength: notifications.length * 2,
          }),
          (order) => {
            expect(standingOf(arriveOneByOne(order, lrn))).toEqual(expected)
          },
        ),
        { seed: 20260901, numRuns: 40 },
      )
    },
  )
})
