import { expect, test } from 'vitest'

import { type Delivery, type Exchange, stageMessages } from './stage-messages.ts'

const sent: Exchange['sent'][number] = {
  id: 'message_1',
  kind: 'declaration',
  state: 'unknown',
  attempts: 1,
  lastError: 'the line broke',
  createdAt: '2026-09-01T12:00:00.000Z',
  body: '/body/1',
}
const exchange: Exchange = {
  sent: [sent],
  received: [
    {
      ...{ id: 'notification_1', functionCode: '02', receivedAt: '2026-09-01T12:00:02.000Z' },
      ...{ explanation: { en: 'Registered.', zh: '已登记。' }, body: '/body/2' },
    },
  ],
}
const mail: Delivery = {
  id: 'delivery_1',
  kind: 'email',
  type: 'declaration.registered',
  caseId: 'case_1',
  state: 'due',
  attempts: 0,
  createdAt: '2026-09-01T12:00:01.000Z',
}

test('messages of all sides stand in one order', () => {
  const messages = stageMessages(exchange, [mail])
  expect(messages.map(({ way }) => way)).toEqual(['to-customs', 'to-shopper', 'from-customs'])
})

test('a message whose answer was lost is in doubt, and says why', () => {
  expect(stageMessages(exchange, [])[0]).toMatchObject({
    standing: 'doubtful',
    lastError: 'the line broke',
  })
})

test('what went wrong before is no news once the message has arrived', () => {
  const arrived = { ...exchange, sent: [{ ...sent, state: 'sent' as const }] }
  expect(stageMessages(arrived, [])[0]).toMatchObject({ standing: 'arrived' })
  expect(stageMessages(arrived, [])[0]).not.toHaveProperty('lastError')
})
