import { expect, test } from 'vitest'

import type { ExchangeMessageDetail } from '../../../../api/exchange-messages.ts'
import { courseOf } from './course-of.ts'

test('attempts, decisions and answers stand in the order in which they happened', () => {
  const at = (minute: number) => `2026-09-01T12:0${minute}:00.000Z`
  const steps = courseOf({
    createdAt: at(0),
    tries: [
      { id: 'one', startedAt: at(1), outcome: 'unknown', node: 'a' },
      { id: 'two', startedAt: at(4), outcome: 'known', node: 'b' },
    ],
    decisions: [{ decision: 'replayed', at: at(3) }],
    answers: [{ id: 'three', receivedAt: at(2) }],
  } as unknown as ExchangeMessageDetail)
  expect(steps.map(({ kind, at: when }) => [kind, when])).toEqual([
    ['made', at(0)],
    ['tried', at(1)],
    ['answered', at(2)],
    ['decided', at(3)],
    ['tried', at(4)],
  ])
})
