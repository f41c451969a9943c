import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { ProvenPreference } from '../documents/proven-preference.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { jsonPointer } from '../json-pointer.ts'
import { factNeeded } from '../landed-cost/fact-needed.ts'
import {
  type LandedCostBook,
  type LoadedTariff,
  quoteSources,
} from '../landed-cost/landed-cost-book.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import { reckonSale } from '../landed-cost/quote-landed-cost.ts'
import type { MeasureTypes } from '../measures/measure-type.ts'
import { declaredAs } from '../measures/stated-goods.ts'
import { checked, type Failure, type Result, success } from '../result.ts'
import { declarableTariff } from './declarable-tariff.ts'
import { purposeOf } from './purpose-of-lane.ts'
import { saleOfConsignment } from './sale-of-consignment.ts'

/** What the figures of a consignment are worked out from. */
export interface Reckoning {
  readonly consignment: Consignment
  readonly on: LocalDate
  readonly book: LandedCostBook
  readonly provenPreferences?: readonly ProvenPreference[]
  /** Decided before the figures; absent where it could not be, and the goods are reckoned as sold. */
  readonly lane?: LaneDecision
}

/**
 * Values the goods of a consignment and works out their taxes, as those of the sale that it is. The
 * rules are those of Great Britain, whatever the address of delivery: which addresses are served is
 * for the lane to say.
 *
 * Fails with everything that the sale lacks, in its terms, and with `not-covered` for goods whose duties
 * cannot be declared here or whose proven preference the loaded tariff does not have.
 */
export function reckonConsignment(reckoning: Reckoning): Result<ReckonedSale> {
  const { consignment, on, book, provenPreferences = [], lane } = reckoning
  const sources = quoteSources(book, 'GB')
  if (!sources.ok) return sources
  const sale = saleOfConsignment(consignment, provenPreferences, lane && purposeOf(lane))
  const reckoned = reckonSale(sale, on, declarableTariff(sources.value, typesOfMeasures(book)))
  if (!reckoned.ok) return reckoned
  const rates = checked([
    ...provenPreferences.flatMap((proven) => withoutRate(proven, reckoned.value)),
    ...goodsNotAsked(reckoned.value, reckoning),
  ])
  return rates.ok ? reckoned : rates
}

/** Goods on which nothing is charged are declared by a code and an origin all the same. */
function goodsNotAsked(
  { charging: { goods, facts } }: ReckonedSale,
  { on, book }: Reckoning,
): readonly Failure[] {
  const { request } = facts
  return request.lines.flatMap(({ commodityCode: code, origin }, lineIndex): readonly Failure[] => {
    if (goods[lineIndex] !== undefined) return []
    const line = { request, lineIndex }
    const found = code === undefined ? undefined : declaredIn(book.tariffs.get('GB'), code, on)
    const path = jsonPointer('lines', lineIndex, 'commodityCode')
    return [
      ...(origin === undefined ? [factNeeded('origin', line)] : []),
      ...(found === undefined ? [factNeeded('commodityCode', line)] : []),
      ...(found?.ok === false ? found.failures.map((failed) => ({ ...failed, path })) : []),
    ]
  })
}

/** Whether goods can be declared by a code of the tariff, or of the one that stands in for it. */
function declaredIn(
  tariff: LoadedTariff | undefined,
  code: string,
  on: LocalDate,
): Result<unknown> {
  if (tariff === undefined) return success(code)
  const found = declaredAs(tariff.nomenclature, { code, on })
  return found.ok || tariff.standIn === undefined ? found : declaredIn(tariff.standIn, code, on)
}

/** The types of measures of the British tariff that is loaded; none where there is none. */
export function typesOfMeasures({ tariffs }: LandedCostBook): MeasureTypes {
  return tariffs.get('GB')?.types ?? new Map()
}

/** A claim that is proven has to find its rate in the tariff, where the goods bear a duty at all. */
export function withoutRate(
  { itemNumber, agreement, claiming }: ProvenPreference,
  { charging }: ReckonedSale,
): readonly Failure[] {
  const options = charging.tariffs[itemNumber - 1]?.tariff.options
  if (
    options === undefined ||
    options.some(({ claim }) => claim?.preference === claiming.tariffArea)
  ) {
    return []
  }
  return [
    {
      code: 'not-covered',
      path: jsonPointer('goodsItems', itemNumber - 1, 'preference'),
      message: `Item ${itemNumber} claims a preference, but the tariff that is loaded has no rate of ${agreement} for it.`,
      mend: 'Withdraw the claim; the duty of third countries is then paid.',
      zh: {
        message: `第${itemNumber}项申请优惠税率，但已载入的税则没有 ${agreement} 对该项的税率。`,
        mend: '请撤回优惠申请，改按第三国税率缴纳关税。',
      },
    },
  ]
}
