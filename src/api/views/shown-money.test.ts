import { expect, test } from 'vitest'

import { shownMoney } from './shown-money.ts'

test.each([
  ['206.900000', 'GBP', '206.90'],
  ['40.6', 'GBP', '40.60'],
  ['-7', 'GBP', '-7.00'],
  ['0.125000', 'GBP', '0.125'],
  ['1980.000000', 'JPY', '1980'],
])('writes %s %s as %s', (amount, currency, shown) => {
  expect(shownMoney({ amount, currency })).toEqual({ amount: shown, currency })
})
