import { describe, expect, it } from 'vitest'
import { explainNotification } from './explain-notification.ts'
import { notification } from './notification.fixture.ts'
import { type NotificationCode, notificationNames } from './notification.ts'
import { resolvePointer } from './pointer.ts'

const errorTexts = [
  {
    code: 'CDS10001',
    explanation: { en: 'A data element is missing.', zh: '缺少数据元。' },
    mend: { en: 'Fill it in.', zh: '请补填。' },
  },
]

describe('the explanation of a notification', () => {
  it.each(Object.keys(notificationNames) as NotificationCode[])(
    'of code %s says what it means and what happens next',
    (code) => {
      const { name, meaning, next } = explainNotification(notification(code), [])
      expect(name).toBe(notificationNames[code])
      for (const text of [meaning.en, next.en]) expect(text).toMatch(/^[A-Z].*\.$/)
      for (const text of [meaning.zh, next.zh]) expect(text).toMatch(/。$/)
    },
  )

  it.each([
    ['13', '67', /before the final decision/],
    ['13', '4', /finally/],
    ['11', '39', /granted/],
    ['11', '41', /denied/],
  ] as const)('of %s with status %s is more exact', (code, nameCode, words) => {
    const { meaning } = explainNotification(notification(code, { statuses: [{ nameCode }] }), [])
    expect(meaning.en).toMatch(words)
  })

  it.each([
    ['10', 'R1', /refused entry/],
    ['10', 'R2', /lapsed/],
    ['10', 'R3', /at our request/],
    ['17', 'S1', /seized/],
  ] as const)('of %s with reason %s is more exact', (code, reason, words) => {
    const statements = [{ typeCode: 'AFB', code: reason, description: 'because' }]
    const explanation = explainNotification(notification(code, { statements }), [])
    expect(explanation.meaning.en).toMatch(words)
    expect(explanation.statements).toEqual(['because'])
  })

  it('names the field of each error and how to mend it', () => {
    const pointer = resolvePointer([{ documentSectionCode: '42A', tagId: '228' }])
    const rejection = notification('03', { errors: [{ code: 'CDS10001', pointer }] })
    expect(explainNotification(rejection, errorTexts).errors).toEqual([
      {
        ...errorTexts[0],
        dataElement: {
          number: '1/9',
          name: { en: 'number of goods items', zh: '商品项数' },
        },
        fieldPath: '/goodsItemQuantity',
      },
    ])
  })

  it('keeps an error that is not in the texts', () => {
    const rejection = notification('03', {
      errors: [{ code: 'CDS99999', description: 'said by customs' }],
    })
    expect(explainNotification(rejection, errorTexts).errors).toEqual([
      { code: 'CDS99999', description: 'said by customs' },
    ])
  })

  it('of a code that is not known says so', () => {
    const odd = notification('01', { functionCode: '77' })
    expect(explainNotification(odd, []).meaning.en).toMatch(/do not know/)
  })
})
