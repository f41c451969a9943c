import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo } from '../../../test/landed-cost.ts'

/**
 * The VAT at sale on goods of 100 euros, on a day on which no duty comes into it.
 * @example vatOn('4901990000', 'DK 2026-06-01')
 */
function vatOn(commodityCode: string, toOn: string) {
  const [to = '', day = ''] = toOn.split(' ')
  const sale = saleTo({
    ...{ to, currency: 'EUR', registrations: ['IOSS'] },
    lines: [{ price: '100', commodityCode }],
  })
  return amountsOf(quoteOn(day, sale, { at: 'EU' }))['vat-at-sale']
}

describe('the VAT of goods in the European Union', () => {
  test.each([
    ['a book', 'DK 2026-06-01', '4901990000', '25'],
    ['a book', 'CZ 2024-01-01', '4901990000', '0'],
    ['a book', 'LT 2025-12-31', '4901990000', '9'],
    ['a book', 'LT 2026-01-01', '4901990000', '5'],
    ['a book', 'RO 2025-07-31', '4901990000', '5'],
    ['a book', 'RO 2025-08-01', '4901990000', '11'],
    ['coffee', 'DE 2026-06-01', '0901210000', '7'],
    ['a drink', 'DE 2026-06-01', '2202100000', '19'],
    ['coffee', 'FR 2026-06-01', '0901210000', '5.5'],
    ['chocolate', 'FR 2026-06-01', '1806310000', '20'],
    ['chocolate', 'ES 2026-06-01', '1806310000', '10'],
    ['a drink', 'ES 2026-06-01', '2202100000', '21'],
    ['sweets', 'SE 2026-03-31', '1704906500', '12'],
    ['sweets', 'SE 2026-04-01', '1704906500', '6'],
    ['dog food', 'FI 2025-12-31', '2309109000', '14'],
    ['dog food', 'FI 2026-01-01', '2309109000', '13.5'],
    ['dog food', 'NL 2026-06-01', '2309109000', '21'],
    ['biscuits', 'PL 2024-03-31', '1905904500', '0'],
    ['biscuits', 'PL 2024-04-01', '1905904500', '5'],
    ['chocolate', 'BE 2026-06-01', '1806310000', '6'],
    ['a drink', 'CZ 2026-06-01', '2202100000', '21'],
    ['chocolate', 'CZ 2026-06-01', '1806310000', '12'],
    ['coffee', 'RO 2025-07-31', '0901210000', '9'],
    ['coffee', 'RO 2025-08-01', '0901210000', '11'],
    ['chocolate', 'RO 2025-08-01', '1806310000', '21'],
    ['dog food', 'SI 2026-06-01', '2309109000', '9.5'],
    ['tea', 'IE 2026-06-01', '0902300000', '0'],
    ['biscuits', 'IE 2026-06-01', '1905904500', '23'],
    ["a babies' T-shirt", 'LU 2026-06-01', '6111209000', '3'],
    ["a men's T-shirt", 'LU 2026-06-01', '6109100010', '17'],
    ['a painting', 'DE 2024-12-31', '9701910000', '19'],
    ['a painting', 'DE 2025-01-01', '9701910000', '7'],
    ['a mosaic', 'DE 2026-06-01', '9701920000', '19'],
    ['a fossil', 'DE 2026-06-01', '9705290000', '7'],
    ['an antique', 'DE 2026-06-01', '9706100000', '19'],
    ['an antique', 'FR 2024-12-31', '9706100000', '20'],
    ['an antique', 'FR 2025-01-01', '9706100000', '5.5'],
    ['stamps', 'IT 2025-06-30', '9704000000', '22'],
    ['stamps', 'IT 2025-07-01', '9704000000', '5'],
    ['sanitary towels', 'AT 2025-12-31', '9619007100', '10'],
    ['sanitary towels', 'AT 2026-01-01', '9619007100', '0'],
    ['sanitary towels', 'DE 2026-06-01', '9619007100', '7'],
    ['nappies', 'DE 2026-06-01', '9619008100', '19'],
    ['tampons', 'ES 2026-06-01', '9619007500', '4'],
    ['tampons', 'FI 2024-12-31', '9619007500', '25.5'],
    ['tampons', 'FI 2025-01-01', '9619007500', '14'],
    ['tampons', 'FI 2026-01-01', '9619007500', '13.5'],
    ['tampons', 'MT 2024-12-31', '9619007500', '18'],
    ['tampons', 'MT 2025-01-01', '9619007500', '0'],
  ])('%s sent to %s (%s) bears %s percent', (_name, toOn, code, percent) => {
    expect(vatOn(code, toOn)).toBe(percent)
  })
})
