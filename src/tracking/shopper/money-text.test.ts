import { expect, it } from 'vitest'

import { money } from '../../customs/money/money.ts'
import { moneyText } from './money-text.ts'

it('writes an amount with the decimals of its currency', () => {
  expect(moneyText(money('12.5', 'GBP'))).toBe('GBP 12.50')
  expect(moneyText(money('1980', 'JPY'))).toBe('JPY 1980')
})

it('does not round what the currency has no coins for', () => {
  expect(moneyText(money('0.125', 'GBP'))).toBe('GBP 0.125')
})
