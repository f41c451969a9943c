import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { ancestorsOf, isDeclarable } from '../nomenclature/hierarchy.ts'
import {
  entriesBelow,
  entryAt,
  type IndexedNomenclature,
  type NomenclatureEntry,
} from '../nomenclature/nomenclature.ts'
import type { TextByLanguage } from '../nomenclature/nomenclature-edition.ts'
import { type GoodsIndex, type ScoredGoods, scoreGoods } from './goods-index.ts'

/** Goods of a tariff that a search found. */
export interface FoundGoods {
  /** As many digits as the tariff has for these goods. */
  readonly code: string
  /** Our own name for the goods, or the words of the tariff. */
  readonly name: TextByLanguage
  /** The words of the lines above, the highest first. */
  readonly path: readonly TextByLanguage[]
  /** Whether goods are declared by just this code; one that is not leads to those that are. */
  readonly isDeclarable: boolean
}

/** What somebody looks for. */
export interface GoodsQuery {
  /** Words in English or Chinese, or the digits that a code begins with. */
  readonly query: string
  readonly on: LocalDate
  readonly limit: number
}

/** Fewer digits than these lead from a foreign code to goods of another kind. */
const KNOWN_DIGITS_MIN = 4

/** Chapters that the Harmonized System leaves to each country for provisions, not for goods. */
const CHAPTERS_OF_PROVISIONS = ['98', '99']

/** Finds goods by words, the best match first, or by the digits of a code, in the order of the codes. */
export function findGoods(index: GoodsIndex, wanted: GoodsQuery): readonly FoundGoods[] {
  const digits = wanted.query.replaceAll(/[\s.-]/g, '')
  if (!/^\d{2,}$/.test(digits)) return byWords(index, wanted)
  return withDigits(index.within, digits, wanted.on)
    .slice(0, wanted.limit)
    .map((entry) => shown(entry))
}

/** The lines below a code; one that is not there leads to those that share most of its beginning. */
function withDigits(
  within: IndexedNomenclature,
  digits: string,
  on: LocalDate,
): readonly NomenclatureEntry[] {
  for (let length = digits.length; length >= KNOWN_DIGITS_MIN; length -= 1) {
    const found = entriesBelow(within, digits.slice(0, length), on)
    if (found.length > 0) return found
  }
  return entriesBelow(within, digits, on)
}

function byWords(index: GoodsIndex, { query, on, limit }: GoodsQuery): readonly FoundGoods[] {
  const scored = scoreGoods(index, query)
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0)
  const ranked = scored.filter(({ score }) => 2 * score >= best).toSorted(byMatch)
  const found: FoundGoods[] = []
  const shownBy = new Map<string, 'plain name' | 'words of the tariff'>()
  for (const { position, plainName } of ranked) {
    if (found.length === limit) break
    const entry = entryAt(index.within, position, on)
    const code = entry?.row.code
    if (entry === undefined || code === undefined || isProvision(code)) continue
    const by = plainName === undefined ? 'words of the tariff' : 'plain name'
    // One code can stand for several goods of ours, and is listed for each of them.
    if (shownBy.has(code) && (by !== 'plain name' || shownBy.get(code) !== by)) continue
    shownBy.set(code, by)
    found.push(shown(entry, plainName))
  }
  return found
}

/** Of equals, what has a name of ours comes first, then what stands higher. */
function byMatch(left: ScoredGoods, right: ScoredGoods): number {
  const named = ({ plainName }: ScoredGoods) => (plainName === undefined ? 0 : 1)
  return right.score - left.score || named(right) - named(left) || left.position - right.position
}

function isProvision(code: string): boolean {
  return CHAPTERS_OF_PROVISIONS.includes(code.slice(0, 2))
}

function shown(entry: NomenclatureEntry, plainName?: BilingualText): FoundGoods {
  const { code = '', descriptions } = entry.row
  return {
    code,
    name: plainName === undefined ? descriptions : { ...plainName },
    path: ancestorsOf(entry).map(({ row }) => row.descriptions),
    isDeclarable: isDeclarable(entry),
  }
}
