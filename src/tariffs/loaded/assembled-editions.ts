import { nomenclatureOf } from '../../customs/nomenclature/nomenclature.ts'
import type { TariffEdition } from '../edition.ts'
import type { HeldEdition } from './held-edition.ts'
import type { LoadedEditions } from './loaded-editions.ts'

/** What editions state together, each kind of content by itself. */
export function assembled(
  editions: readonly TariffEdition[],
  contentOf: (id: string) => HeldEdition | undefined,
): LoadedEditions {
  const held = editions.flatMap(({ id, territory }) => {
    const content = contentOf(id)
    return content === undefined ? [] : [{ territory, content }]
  })
  const schedules = held.flatMap(({ territory, content }) =>
    content.kind === 'schedule' ? [{ territory, content }] : [],
  )
  const territories = [...new Set(schedules.map(({ territory }) => territory))]
  const byTerritory = territories.map((territory) => {
    const own = schedules.filter((one) => one.territory === territory)
    return [territory, own.map(({ content }) => content)] as const
  })
  return {
    editions,
    nomenclatures: new Map(
      byTerritory.map(([territory, own]) => [
        territory,
        nomenclatureOf(own.map(({ indexed }) => indexed)),
      ]),
    ),
    rates: new Map(
      byTerritory.map(([territory, own]) => [territory, own.flatMap(({ rates }) => rates ?? [])]),
    ),
    exchangeRates: held.flatMap(({ content }) =>
      content.kind === 'exchange-rates' ? content.periods : [],
    ),
  }
}
