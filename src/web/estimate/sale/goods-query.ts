import { queryOptions } from '@tanstack/react-query'

import type { TextByLanguage } from '../../../customs/nomenclature/nomenclature-edition.ts'
import { read } from '../../kit/api/ask.ts'
import type { Language } from '../../kit/words/locales.ts'
import { textIn } from '../text-in.ts'
import { plainCode } from './half-width.ts'

/** Goods of a tariff as the interface finds them. */
export interface FoundGoods {
  readonly code: string
  readonly name: TextByLanguage
  /** The lines above, the highest first. */
  readonly path: readonly TextByLanguage[]
}

/** So many of them fit below a field. */
const SHOWN = 12

/** Goods of a destination by words of their names, or by the digits that a code begins with. */
export function goodsQuery(q: string, destination: string, limit = SHOWN) {
  const asked = new URLSearchParams({ q: q.slice(0, 200), destination, limit: String(limit) })
  return queryOptions({
    queryKey: ['goods', q, destination, limit],
    queryFn: async ({ signal }) => {
      const found = await read<{ items: readonly FoundGoods[] }>(
        `/v1/tariff/goods?${asked}`,
        signal,
      )
      return found.items
    },
    staleTime: 5 * 60_000,
  })
}

/** Whether what was typed is a code rather than words. */
export function isCode(typed: string): boolean {
  return /^\d{4,12}$/.test(plainCode(typed))
}

/** A name that says little, such as “Other”, is said with that of the line above it. */
export function goodsName({ name, path }: FoundGoods, language: Language): string {
  const own = textIn(name, language)
  const above = path.at(-1)
  return own.length > 10 || above === undefined ? own : `${textIn(above, language)}: ${own}`
}
