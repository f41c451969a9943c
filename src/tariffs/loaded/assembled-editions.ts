import { nomenclatureOf } from '../../customs/nomenclature/nomenclature.ts'
import type { TariffEdition } from '../edition.ts'
import type { HeldEdition } from './held-edition.ts'
import { latestLists } from './latest-lists.ts'
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
  const schedules = byTerritory(
    held.flatMap(({ territory, content }) =>
      content.kind === 'schedule' ? [[territory, content] as const] : [],
    ),
  )
  const tariffs = byTerritory(
    held.flatMap(({ territory, content }) =>
      content.kind === 'integrated-tariff' ? [[territory, content] as const] : [],
    ),
  )
  return {
    editions,
    nomenclatures: new Map(
      [...schedules].map(([territory, own]) => [
        territory,
        nomenclatureOf(own.map(({ indexed }) => indexed)),
      ]),
    ),
    rates: new Map(
      [...schedules].map(([territory, own]) => [
        territory,
        own.flatMap(({ rates }) => rates ?? []),
      ]),
    ),
    tariffs,
    footnoted: new Map(
      [...schedules].map(([territory, own]) => [
        territory,
        own.flatMap(({ footnoted }) => footnoted ?? []),
      ]),
    ),
    productLists: latestLists(
      held.flatMap(({ content }) => (content.kind === 'product-lists' ? [content.lists] : [])),
    ),
    taxRates: held.flatMap(({ content }) => (content.kind === 'tax-rates' ? [content] : [])),
    exchangeRates: held.flatMap(({ content }) =>
      content.kind === 'exchange-rates' ? content.periods : [],
    ),
  }
}

function byTerritory<Content>(
  held: readonly (readonly [territory: string, content: Content])[],
): ReadonlyMap<string, readonly Content[]> {
  const sorted = new Map<string, readonly Content[]>()
  for (const [territory, content] of held) {
    sorted.set(territory, [...(sorted.get(territory) ?? []), content])
  }
  return sorted
}
