import { describe, expect, it } from 'vitest'
import { explainNotification } from './explain-notification.ts'
import { FILE_RESULT } from './file-upload-result.ts'
import type { Notification } from './notification.ts'
import { readNotification } from './read-notification.ts'

const result = (inner: string): Notification => {
  const read = readNotification(
    `<?xml version="1.0" encoding="UTF-8"?><Root xmlns="hmrc:fileupload">${inner}</Root>`,
  )
  if (!read.ok) throw new Error(read.failures[0].message)
  return read.value
}
const REFERENCE = '<FileReference>31400000-8ce0-11bd-b23e-10b96e4ef00f</FileReference>'

describe('the result of a file upload', () => {
  it('names the file and what became of it', () => {
    const notification = result(`${REFERENCE}
      <BatchId>48400000-8cf0-11bd-b23e-10b96e4ef001</BatchId><FileName>invoice.pdf</FileName>
      <Outcome>SUCCESS</Outcome><Details>Thank you.</Details>`)
    expect(notification).toMatchObject({
      functionCode: FILE_RESULT,
      file: {
        ...{ reference: '31400000-8ce0-11bd-b23e-10b96e4ef00f', outcome: 'taken' },
        ...{ word: 'SUCCESS', fileName: 'invoice.pdf', details: 'Thank you.' },
      },
    })
    expect(explainNotification(notification, [])).toMatchObject({
      meaning: { en: 'Customs has taken a file that we uploaded.' },
      statements: ['invoice.pdf: SUCCESS: Thank you.'],
    })
  })

  it.each(['FAILURE', 'QUARANTINE', 'REJECTED', 'UNKNOWN', 'Quarantine'])(
    'says by %s that the file was not taken',
    (word) => {
      const notification = result(
        `${REFERENCE}<Outcome>${word}</Outcome><Details>This file has a virus.</Details>`,
      )
      expect(notification.file?.outcome).toBe('refused')
      expect(explainNotification(notification, []).meaning.en).toBe(
        'Customs has not taken a file that we uploaded.',
      )
    },
  )

  it('is not taken for either by a word that is new', () => {
    const notification = result(`${REFERENCE}<Outcome>HELD</Outcome><Details>Wait.</Details>`)
    expect(notification.file).toMatchObject({ word: 'HELD' })
    expect(notification.file?.outcome).toBeUndefined()
    expect(explainNotification(notification, []).meaning.en).toContain('a kind that we do not know')
  })

  it('is the same message however often it comes, and another one with another word', () => {
    const of = (word: string) => result(`${REFERENCE}<Outcome>${word}</Outcome><Details/>`)
    expect(of('FAILURE').notificationId).toBe(of('FAILURE').notificationId)
    expect(of('FAILURE').notificationId).not.toBe(of('SUCCESS').notificationId)
  })

  it('is nothing without the reference of a file', () => {
    expect(
      readNotification('<Root xmlns="hmrc:fileupload"><Outcome>SUCCESS</Outcome></Root>').ok,
    ).toBe(false)
  })
})
