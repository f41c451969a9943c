import type { KnownCodes } from '../../order/known-codes.ts'
import type { Result } from '../../result.ts'
import { type CellText, refuseCell, requiredText } from './cell-text.ts'

/** The country of a cell, by its code of two letters. A union is no country: its members are. */
export function countryIn(cell: CellText, countries: KnownCodes['countries']): Result<string> {
  const country = requiredText(cell)
  if (!country.ok || countries.has(country.value)) return country
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(country.value)} is no country`,
      zh: `${JSON.stringify(country.value)} 不是国家代码`,
    },
    mend: {
      en: 'Use a country code of two letters, such as FR; of a union, that of a member.',
      zh: '请使用两位国家代码，如 FR；联盟请填成员国。',
    },
  })
}
