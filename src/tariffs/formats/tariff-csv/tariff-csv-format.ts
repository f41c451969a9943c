import type { TariffCsvReference } from '../../../customs/formats/tariff-csv/index.ts'
import { success } from '../../../customs/result.ts'
import { requiredTitle } from '../required-title.ts'
import type { TariffFormat } from '../tariff-format.ts'
import { TablesOfTariff } from './tables-of-tariff.ts'

/** The tariff of any country as tables of goods, measures and groups of countries. */
export function tariffCsvFormat(reference: TariffCsvReference): TariffFormat {
  return {
    name: 'tariff-csv',
    territories: 'any',
    editionOf: 'all-files',
    summary: 'tariff of any country, tables of goods, measures and areas (docs/tariff-csv.md)',
    open: ({ names, stated }) => {
      const title = requiredTitle({ name: names.join(', '), stated })
      return title.ok ? success(new TablesOfTariff(title.value, reference)) : title
    },
  }
}
