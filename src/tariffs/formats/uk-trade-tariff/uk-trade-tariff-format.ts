import type { MeasurementUnits } from '../../../customs/duty/measurement-units.ts'
import { success } from '../../../customs/result.ts'
import type { TariffFormat } from '../tariff-format.ts'
import { SavedBodies } from './saved-bodies.ts'
import { titleOfBodies } from './title-of-bodies.ts'

/** The tariff of the United Kingdom, or for goods to Northern Ireland, as saved bodies of its service. */
export function ukTradeTariffFormat(units: MeasurementUnits): TariffFormat {
  return {
    name: 'uk-trade-tariff',
    territories: ['GB', 'XI'],
    editionOf: 'all-files',
    summary: 'UK Trade Tariff, bodies of its API v2 (JSON:API) as files',
    open: (files) => {
      const title = titleOfBodies(files)
      if (!title.ok) return title
      const { territory } = files
      return success(new SavedBodies({ title: title.value, territory, units }))
    },
  }
}
