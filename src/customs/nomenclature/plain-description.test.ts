import { expect, test } from 'vitest'

import { plainDescription } from './plain-description.ts'

test('a stroke stands for a space that does not break', () => {
  expect(plainDescription('Of a weight not exceeding 80|kg')).toBe(
    'Of a weight not exceeding 80\u00A0kg',
  )
})

test('lines are kept, without blanks at their ends and empty ones', () => {
  expect(
    plainDescription('Keyboards, comprising:\r\n \r\n-parts of metal,<br>-and\tplastic\n'),
  ).toBe('Keyboards, comprising:\n-parts of metal,\n-and plastic')
})

test('letters set high or low stand on the line; a comparison stays', () => {
  expect(plainDescription('H<sub>2</sub>O, density < 5 g/cm<sup>3</sup>')).toBe(
    'H2O, density < 5 g/cm3',
  )
})
