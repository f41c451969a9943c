import type { LocalDate } from '../calendar/local-date.ts'
import type { FoundGoods } from '../goods-search/find-goods.ts'
import { searchTariff } from '../goods-search/search-tariff.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure, Result } from '../result.ts'
import type { LandedCostBook } from './landed-cost-book.ts'
import type { QuoteLine, QuoteRequest } from './quote-request.ts'

/** More goods than these nobody compares with their own. */
const CANDIDATES_MAX = 5

/**
 * The same result; where it fails for want of a code and the line says in words what the goods are,
 * the remedy names the goods of the tariff that fit the words best. None is taken for the code.
 */
export function withCodeCandidates<T>(
  result: Result<T>,
  { destination, lines }: QuoteRequest,
  from: { readonly on: LocalDate; readonly book: LandedCostBook },
): Result<T> {
  if (result.ok) return result
  const { country } = destination
  const named = (failure: Failure): Failure => {
    const line = lines.find((_, index) => isCodeNeeded(failure, index))
    const goods = line === undefined ? [] : candidates(line, { country, ...from })
    return goods.length === 0 ? failure : withGoods(failure, goods)
  }
  const [first, ...others] = result.failures
  return { ok: false, failures: [named(first), ...others.map(named)] }
}

function isCodeNeeded({ code, path }: Failure, lineIndex: number): boolean {
  return code === 'fact-missing' && path === jsonPointer('lines', lineIndex, 'commodityCode')
}

function candidates(
  { commodityCode, description }: QuoteLine,
  from: { readonly country: string; readonly on: LocalDate; readonly book: LandedCostBook },
): readonly FoundGoods[] {
  if (commodityCode !== undefined || description === undefined) return []
  const { book, country, on } = from
  const found = searchTariff(book, { country, on, query: description, limit: CANDIDATES_MAX })
  return found.ok ? found.value.items : []
}

function withGoods(failure: Failure, goods: readonly FoundGoods[]): Failure {
  const { mend, zh } = failure
  const en = `Its words fit ${goods.map((one) => `${one.code} (${nameIn('en', one)})`).join('; ')}.`
  const inChinese = `与其描述相近的有：${goods.map((one) => `${one.code}（${nameIn('zh', one)}）`).join('；')}。`
  return {
    ...failure,
    mend: mend === undefined ? en : `${mend} ${en}`,
    ...(zh && { zh: { ...zh, mend: `${zh.mend ?? ''}${inChinese}` } }),
  }
}

/** In the language that is asked for, or in the one that the tariff has. */
function nameIn(language: 'en' | 'zh', { name, code }: FoundGoods): string {
  return name[language] ?? name.en ?? Object.values(name)[0] ?? code
}
