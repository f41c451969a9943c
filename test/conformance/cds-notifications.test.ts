import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deriveStanding } from '../../src/customs/formats/uk-cds/derive-standing.ts'
import {
  type CdsErrorText,
  explainNotification,
} from '../../src/customs/formats/uk-cds/explain-notification.ts'
import type { Notification } from '../../src/customs/formats/uk-cds/notification.ts'
import { readNotification } from '../../src/customs/formats/uk-cds/read-notification.ts'
import type { StandingState } from '../../src/customs/formats/uk-cds/standing.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { notificationSamples } from './cds-samples.ts'

const title = hasSharedMaterial ? 'CDS notifications' : `CDS notifications: ${sharedMaterialAbsent}`

describe.skipIf(!hasSharedMaterial)(title, () => {
  const samples = hasSharedMaterial
    ? notificationSamples().map(({ name, bytes }) => ({ name, notification: read(bytes) }))
    : []

  it('reads every shared notification with its code, id and MRN', () => {
    expect(samples.length).toBeGreaterThanOrEqual(150)
    for (const { name, notification } of samples) {
      expect(notification, name).toMatchObject({
        functionCode: expect.stringMatching(/^\d\d$/) as string,
        notificationId: expect.stringMatching(/^[0-9a-f]{31,32}$/) as string,
        issuedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        mrn: expect.stringMatching(/^\d\d[A-Z]{2}/) as string,
      })
    }
  })

  it('leaves nothing unread but the one date that is no date', () => {
    const unread = samples.flatMap(({ notification }) => notification.unread)
    expect(unread).toEqual(['Response/Status/EffectiveDateTime'])
  })

  it('resolves every pointer into a declaration to one of our fields', () => {
    const pointers = samples.flatMap(({ notification: { errors, amendments } }) =>
      [...errors, ...amendments].flatMap(({ pointer }) => pointer ?? []),
    )
    expect(pointers.length).toBeGreaterThanOrEqual(20)
    expect(pointers.filter(({ fieldPath }) => fieldPath === undefined)).toEqual([])
  })

  it('explains every notification in both languages', () => {
    for (const { name, notification } of samples) {
      const { meaning, next } = explainNotification(notification, [])
      expect(meaning.en, name).toMatch(/\.$/)
      expect(next.zh, name).toMatch(/。$/)
    }
  })

  it('reads the tax statement of TT_IM001a', () => {
    const statement = samples.find(
      ({ name }) => name.startsWith('TT_IM001a') && name.includes('03_'),
    )
    expect(statement?.notification).toMatchObject({
      functionCode: '13',
      lrn: '7847767E1WB6',
      mrn: '24GB22WOA1EV2P6AR5',
      versionId: 1,
      statuses: [{ nameCode: '4' }],
      bank: { bic: 'BARCGB22', iban: 'GB16BARC20051723372545' },
      taxLines: [
        {
          goodsItemNumber: 1,
          taxType: 'A00',
          dutyRegimeCode: '100',
          taxBase: { amount: '1000.00', currency: 'GBP' },
          ratePercent: '2.00',
          assessed: { amount: '20.00', currency: 'GBP' },
          payable: { amount: '20.00', currency: 'GBP' },
        },
        { taxType: 'B00', taxBase: { amount: '1020.00' }, payable: { amount: '204.00' } },
      ],
    })
  })

  it('has a text for every error of the shared notifications', () => {
    const path = new URL('../../data/gb/codes/cds-errors.json', import.meta.url)
    const { codes } = JSON.parse(readFileSync(path, 'utf8')) as { codes: readonly CdsErrorText[] }
    const errors = samples.flatMap(
      ({ notification }) => explainNotification(notification, codes).errors,
    )
    expect(errors.length).toBeGreaterThanOrEqual(6)
    expect(errors.filter(({ explanation, mend }) => !explanation || !mend)).toEqual([])
    expect(
      errors.filter(({ dataElement }) => !dataElement).map(({ fieldPath }) => fieldPath),
    ).toEqual([])
  })

  describe('scenarios', () => {
    const scenarios = hasSharedMaterial ? scenarioSets(samples) : []

    it('covers every scenario of the index that has notifications', () => {
      const names = JSON.parse(
        readFileSync(sharedPath('messages', 'cds', 'scenario-index.json'), 'utf8'),
      ) as Record<string, unknown>
      const covered = new Set(scenarios.map(({ scenario }) => scenario))
      expect(Object.keys(names).filter((name) => !covered.has(name))).toEqual([])
    })

    it.each(scenarios)('$scenario $mrn has one standing in any order', (set) => {
      const expected = deriveStanding(set.notifications)
      fc.assert(
        fc.property(permutationWithDuplicates(set.notifications), (received) => {
          expect(deriveStanding(received)).toEqual(expected)
        }),
        { seed: 20260901, numRuns: 25 },
      )
    })

    it.each(scenarios)('$scenario $mrn ends as its codes say', (set) => {
      expect(deriveStanding(set.notifications).state).toBe(expectedState(set))
    })

    it.each(scenarios)('$scenario $mrn drops no message', (set) => {
      expect(deriveStanding(set.notifications).unfit).toEqual([])
    })
  })

  it('tells the amendment of TT_IM008b from the declaration', () => {
    const standing = deriveStanding(notificationsOf(samples, 'TT_IM008b'))
    expect(standing).toMatchObject({
      lrn: 'R280_E2E_TC03_1803_003',
      version: 2,
      state: 'cleared',
      requests: [{ lrn: 'R280_TC02AMND_002', state: 'granted' }],
      assessment: { version: 2, kind: 'final' },
    })
    expect(standing.results).toHaveLength(1)
    expect(standing.assessments.map(({ version, kind }) => `${version} ${kind}`)).toEqual([
      '1 preliminary',
      '2 preliminary',
      '2 final',
    ])
  })

  it('takes the receipt in TT_IM017a for that of a request, though it bears the same reference', () => {
    const standing = deriveStanding(notificationsOf(samples, 'TT_IM017a'))
    expect(standing.registeredAt).toBeUndefined()
    expect(standing.requests).toMatchObject([{ lrn: 'TT_IM17a_v1.4_1907_01', state: 'granted' }])
    expect(standing.controls).toHaveLength(1)
    expect(standing.documentRequests).toMatchObject([{ limitAt: '2024-05-08T14:55:35Z' }])
  })

  it('keeps registration and acceptance apart in the pre-lodged TT_IM183a', () => {
    expect(deriveStanding(notificationsOf(samples, 'TT_IM183a'))).toMatchObject({
      version: 2,
      state: 'cleared',
      registeredAt: '2024-09-17T16:14:58Z',
      acceptedAt: '2024-09-17T16:15:05Z',
      releasedAt: '2024-09-17T16:18:07Z',
      requests: [],
      assessment: { version: 2, kind: 'final' },
    })
  })

  it('shows messages of another declaration as unfit instead of mixing them in', () => {
    const mixed = notificationsOf(samples, 'TT_IM063a')
    const standing = deriveStanding(mixed, { lrn: 'NIP280_TC1_v02_2605_01' })
    expect(standing.state).toBe('cleared')
    expect(standing.unfit).toMatchObject([{ notification: { mrn: '23GB7DAM27Z2I4KAR4' } }])
  })
})

interface NamedNotification {
  readonly name: string
  readonly notification: Notification
}

interface ScenarioSet {
  readonly scenario: string
  readonly mrn: string
  readonly notifications: readonly Notification[]
}

function read(bytes: Uint8Array): Notification {
  const result = readNotification(bytes)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

function notificationsOf(
  samples: readonly NamedNotification[],
  scenario: string,
): readonly Notification[] {
  return samples.filter(({ name }) => name.startsWith(scenario)).map((each) => each.notification)
}

/** A scenario's notifications by MRN: TT_IM063a and TT_IM068a tell of two declarations each. */
function scenarioSets(samples: readonly NamedNotification[]): readonly ScenarioSet[] {
  const sets = new Map<string, ScenarioSet>()
  for (const { name, notification } of samples) {
    const scenario = /^TT_[A-Z]{2}\d+[a-z]/.exec(name)?.[0]
    const { mrn } = notification
    if (scenario === undefined || mrn === undefined) continue
    const known = sets.get(`${scenario} ${mrn}`)?.notifications ?? []
    sets.set(`${scenario} ${mrn}`, { scenario, mrn, notifications: [...known, notification] })
  }
  return [...sets.values()]
}

/** A second, simpler statement of how far a scenario has come: its furthest code. */
function expectedState({ notifications }: ScenarioSet): StandingState {
  const codes = new Set(notifications.map(({ functionCode }) => functionCode))
  if (codes.has('16')) return 'exited'
  if (codes.has('09')) return 'cleared'
  if (codes.has('01')) return 'accepted'
  if (codes.has('02')) return 'registered'
  return codes.has('03') ? 'rejected' : 'none'
}

function permutationWithDuplicates(
  notifications: readonly Notification[],
): fc.Arbitrary<readonly Notification[]> {
  return fc.subarray([...notifications]).chain((repeated) => {
    const all = [...notifications, ...repeated]
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
  })
}
