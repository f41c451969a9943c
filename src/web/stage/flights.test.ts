import { expect, test } from 'vitest'

import { newFlights, seenOf } from './flights.ts'
import type { StageMessage } from './stage-messages.ts'

const message = (changes: Partial<StageMessage>): StageMessage => ({
  ...{ id: 'message_1', way: 'to-customs', at: '', attempts: 0, standing: 'waiting' },
  title: { en: 'Declaration', zh: '报关单' },
  explanation: { en: '', zh: '' },
  ...changes,
})

test('a message that nobody has tried to send is not in the air', () => {
  expect(newFlights(new Map(), [message({})])).toEqual([])
})

test('each attempt flies once: it falls where the line is cut and arrives when it is mended', () => {
  const fallen = message({ attempts: 1, lastError: 'refused' })
  expect(newFlights(new Map(), [fallen]).map(({ outcome }) => outcome)).toEqual(['falls'])
  expect(newFlights(seenOf([fallen]), [fallen])).toEqual([])
  const arrived = message({ attempts: 2, standing: 'arrived' })
  expect(newFlights(seenOf([fallen]), [arrived]).map(({ outcome }) => outcome)).toEqual(['arrives'])
})

test('a message in doubt flies without an answer', () => {
  const doubtful = message({ attempts: 1, standing: 'doubtful' })
  expect(newFlights(new Map(), [doubtful]).map(({ outcome }) => outcome)).toEqual(['unanswered'])
})
