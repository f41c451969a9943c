import { expect, test } from 'vitest'

import { situations } from '../../tracking/index.ts'
import { parcelSteps, placeOf } from './parcel-steps.ts'

test('every situation of a parcel has its place on the way', () => {
  for (const situation of situations) expect(parcelSteps).toContain(placeOf(situation).step)
})

test('a parcel that waits for an answer is held up, one that is kept has ended', () => {
  expect(placeOf('accepted/an-answer')).toEqual({ step: 'customs', pace: 'held' })
  expect(placeOf('forfeited')).toEqual({ step: 'customs', pace: 'ended' })
  expect(placeOf('delivered')).toEqual({ step: 'delivered', pace: 'arrived' })
})
