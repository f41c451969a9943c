import { success } from '../../../customs/result.ts'
import { requiredTitle } from '../required-title.ts'
import type { TariffFormat } from '../tariff-format.ts'
import { type ListReference, ListsOfProgrammes } from './lists-of-programmes.ts'

/** Lists of goods that additional duties of the United States go by. */
export function usProgrammesFormat(reference: ListReference): TariffFormat {
  return {
    name: 'us-programmes',
    territories: ['US'],
    editionOf: 'all-files',
    summary: 'goods on the lists of additional duties of the United States, tables and U.S. notes',
    open: ({ names, stated }) => {
      const title = requiredTitle({ name: names.join(', '), stated })
      return title.ok ? success(new ListsOfProgrammes(title.value, reference)) : title
    },
  }
}
