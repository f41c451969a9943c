import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { failure, type Result, success } from '../result.ts'
import type { TariffEdition, TariffGoods } from './tariff-edition.ts'

/** The editions of one tariff, indexed for look-up by date and code. It is never changed. */
export interface Tariff {
  /** Latest first. */
  readonly editions: readonly IndexedEdition[]
}

/** An edition with its commodities by code, so that a look-up does not read through all of them. */
interface IndexedEdition {
  readonly edition: TariffEdition
  /** A code may have several entries with different dates. */
  readonly byCode: ReadonlyMap<string, readonly TariffGoods[]>
}

/** The entry for a code on a day, with the edition that it was read from. */
export interface FoundGoods {
  readonly goods: TariffGoods
  readonly edition: TariffEdition
}

/** Builds the index over some editions, which may come in any order. */
export function createTariff(editions: readonly TariffEdition[]): Tariff {
  const latestFirst = editions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  return { editions: latestFirst.map(indexed) }
}

/** Groups the entries of an edition by their code. */
function indexed(edition: TariffEdition): IndexedEdition {
  const byCode = new Map<string, readonly TariffGoods[]>()
  for (const goods of edition.goods) {
    byCode.set(goods.commodityCode, [...(byCode.get(goods.commodityCode) ?? []), goods])
  }
  return { edition, byCode }
}

/**
 * Looks up what the tariff says about a commodity code on a day.
 *
 * Fails with `tariff-edition-missing` where no edition is loaded for the day, with
 * `commodity-code-not-declarable` where the code only heads a branch (the failure lists the codes
 * below it), and with `unknown-commodity-code` otherwise. A code is never padded or shortened.
 *
 * @param path where the code stands in the input, for the failure
 */
export function findGoods(
  tariff: Tariff,
  wanted: { readonly code: string; readonly on: LocalDate; readonly path: string },
): Result<FoundGoods> {
  const { code, on, path } = wanted
  const current = tariff.editions.find(({ edition }) => edition.validFrom <= on)
  if (current === undefined) {
    return failure({
      code: 'tariff-edition-missing',
      path,
      message: `No tariff is loaded that was in force on ${on}.`,
      mend: 'Load the tariff edition of that day, or use a later day.',
      zh: {
        message: `没有载入 ${on} 有效的税则。`,
        mend: '请载入当日的税则版本，或采用较后的日期。',
      },
    })
  }
  const goods = current.byCode.get(code)?.find(({ validity }) => isInForce(validity, on))
  if (goods !== undefined) return success({ goods, edition: current.edition })
  return refuseCode(current, wanted)
}

/** How many codes a failure lists before it only counts the rest: more than these nobody reads. */
const codesShownMax = 12

/** Why a code was not found: it heads a group of goods, or this edition does not hold it. */
function refuseCode(
  { edition, byCode }: IndexedEdition,
  { code, on, path }: { readonly code: string; readonly on: LocalDate; readonly path: string },
): Result<never> {
  const below = [...byCode.keys()].filter((known) => known !== code && known.startsWith(code))
  if (below.length > 0) {
    const shown = below.toSorted().slice(0, codesShownMax)
    const hidden = below.length - shown.length
    const others =
      hidden === 0 ? { en: '', zh: '' } : { en: ` and ${hidden} more`, zh: `，另有${hidden}个` }
    return failure({
      code: 'commodity-code-not-declarable',
      path,
      message: `Commodity code ${code} only heads a group of goods; a declaration needs all ten digits.`,
      mend: `Choose the code of these goods; known below it are ${shown.join(', ')}${others.en}.`,
      zh: {
        message: `商品编码 ${code} 只是一组货物的类目；申报须用完整的十位编码。`,
        mend: `请选择这些货物的编码；其下已知的有 ${shown.join('、')}${others.zh}。`,
      },
    })
  }
  return failure({
    code: 'unknown-commodity-code',
    path,
    message: `Commodity code ${code} is not in tariff edition ${edition.id} on ${on}.`,
    mend: 'Check the code in the UK Trade Tariff, or add the commodity with its source to the data.',
    zh: {
      message: `税则版本 ${edition.id} 在 ${on} 没有商品编码 ${code}。`,
      mend: '请在英国税则（UK Trade Tariff）中核对该编码，或将该商品及其来源补入数据。',
    },
  })
}
