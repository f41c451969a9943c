import { expect, it } from 'vitest'

import { money } from '../../customs/money/money.ts'
import { moneyText } from './money-text.ts'

it('writes an amount with the sign and the decimals of its currency, as each language does', () => {
  expect(moneyText(money('1260.4', 'GBP'))).toEqual({ en: '£1,260.40', zh: '£1,260.40' })
  expect(moneyText(money('1980', 'JPY'))).toEqual({ en: 'JP¥1,980', zh: 'JP¥1,980' })
  expect(moneyText(money('5', 'CNY'))).toEqual({ en: 'CN¥5.00', zh: '¥5.00' })
})

it('does not round what the currency has no coins for', () => {
  expect(moneyText(money('0.125', 'GBP')).en).toBe('£0.125')
  expect(moneyText(money('12345678901234567.89', 'GBP')).en).toBe('£12,345,678,901,234,567.89')
})
