import { expect, test } from 'vitest'
import { shippedDestination } from '../../../test/landed-cost.ts'
import { schemesNamed } from './schemes-named.ts'

test('the schemes of a destination are those that its rules ask for', () => {
  expect(schemesNamed([shippedDestination('EU'), shippedDestination('NO')])).toEqual(
    new Set(['IOSS', 'VOEC']),
  )
  expect(schemesNamed([shippedDestination('US')])).toEqual(new Set())
})
