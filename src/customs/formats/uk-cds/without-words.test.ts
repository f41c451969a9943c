import { describe, expect, it } from 'vitest'
import { deriveStanding } from './derive-standing.ts'
import { FILE_RESULT } from './file-upload-result.ts'
import { notification } from './notification.fixture.ts'
import type { Notification } from './notification.ts'
import { withoutWords } from './without-words.ts'

const name = 'Ottoline Quackenbush'

const notifications: readonly Notification[] = [
  notification('02'),
  notification('51', {
    statements: [{ typeCode: 'ACA', code: 'Q1', description: `Is ${name} the buyer?` }],
  }),
  notification('07', { amendedValues: [{ path: '/GoodsShipment/Importer/Name', value: name }] }),
  notification('03', { errors: [{ code: 'CDS12005', description: `${name} is not known` }] }),
  notification('10', {
    statements: [{ typeCode: 'AFB', code: 'R1', description: `seized from ${name}` }],
  }),
  {
    ...notification('02'),
    functionCode: FILE_RESULT,
    file: {
      ...{ reference: 'F-1', outcome: 'refused', word: 'QUARANTINE' },
      ...{ fileName: `receipt of ${name}.pdf`, details: `sent by ${name}` },
    },
  },
]

describe('a notification without words', () => {
  it('names nobody any more', () => {
    expect(JSON.stringify(notifications.map(withoutWords))).not.toContain(name)
  })

  it('tells the same of where the declaration stands', () => {
    const { state, version } = deriveStanding(notifications, { lrn: 'OWN' })
    const afterwards = deriveStanding(notifications.map(withoutWords), { lrn: 'OWN' })
    expect(afterwards).toMatchObject({ state, version })
  })

  it('keeps ids, codes and times as they came', () => {
    const [, question, , rejection] = notifications.map(withoutWords)
    expect(question).toMatchObject({
      notificationId: notifications[1]!.notificationId,
      statements: [{ typeCode: 'ACA', code: 'Q1' }],
    })
    expect(rejection!.errors).toEqual([{ code: 'CDS12005' }])
    expect(withoutWords(notifications.at(-1)!).file).toEqual({
      ...{ reference: 'F-1', outcome: 'refused', word: 'QUARANTINE' },
    })
  })
})
