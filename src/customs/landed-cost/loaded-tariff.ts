import type { BilingualText } from '../bilingual-text.ts'
import { datesIn } from '../calendar/dates-in.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { readGoodsInTariff } from '../measures/read-goods-in-tariff.ts'
import { readLineTariff } from '../measures/read-line-tariff.ts'
import { statedDuty } from '../measures/stated-duty.ts'
import { statedVat } from '../measures/stated-vat.ts'
import type { TariffFacts } from '../measures/tariff-facts.ts'
import { holdsEveryChapter } from '../nomenclature/chapters-held.ts'
import { findCode, type WantedCode } from '../nomenclature/find-code.ts'
import { changesOfLines, editionOn } from '../nomenclature/nomenclature.ts'
import { type Failures, type Result, success } from '../result.ts'
import type { GoodsInTariff, LineTariff } from './duty-option.ts'
import type { CodesBelow, QuoteSources, TariffQuestion } from './quote-landed-cost.ts'

/** A tariff with what belongs to its way of charging. */
export interface LoadedTariff extends TariffFacts {
  readonly statesVat: QuoteSources['tariffStatesVat']
  /** Adds what stacks on the measures in this country, such as the American programmes. */
  readonly stackOn?: (tariff: LineTariff, question: TariffQuestion) => Result<LineTariff>
  /** Every day on which what stacks on goods of a country may change. */
  readonly changesOfStack?: (origin: string) => readonly LocalDate[]
  /** Answers for goods and days that this tariff does not hold, as the starter tariff does. */
  readonly standIn?: LoadedTariff
}

/** Whether the tariff, or the one that stands in for it, gives some goods a rate of VAT of their own. */
export function vatStatedBy({ statesVat, standIn }: LoadedTariff): QuoteSources['tariffStatesVat'] {
  return standIn === undefined || statesVat === 'for-some-goods' ? statesVat : vatStatedBy(standIn)
}

/** The codes below a short one, in the tariff or, where that knows none, in the one that stands in. */
export function declarableIn(tariff: LoadedTariff, wanted: WantedCode): CodesBelow {
  const standing = findCode(tariff.nomenclature, wanted)
  const below = standing.kind === 'heads-a-group' ? standing.declarable : []
  if (below.length === 0 && tariff.standIn !== undefined) {
    return declarableIn(tariff.standIn, wanted)
  }
  const within = editionOn(tariff.nomenclature, wanted.on)
  return {
    codes: below.flatMap(({ row }) =>
      row.code === undefined ? [] : [{ commodityCode: row.code, description: row.descriptions }],
    ),
    areAll: within !== undefined && holdsEveryChapter(within),
  }
}

/**
 * Every day on which what the tariff, or the one that stands in for it, says may change of goods of any
 * code with this beginning that were made in a country.
 */
export function changesIn(
  tariff: LoadedTariff,
  goods: { readonly beginning: string; readonly origin: string },
): readonly LocalDate[] {
  const { nomenclature, measures, changesOfStack, notCovered, standIn } = tariff
  return [
    ...changesOfLines(nomenclature, goods.beginning),
    ...measures.changesBelow(goods.beginning),
    ...(changesOfStack?.(goods.origin) ?? []),
    ...datesIn(notCovered),
    ...(standIn === undefined ? [] : changesIn(standIn, goods)),
  ]
}

/**
 * What the loaded tariff says of a line. Where it does not hold the goods, the tariff that stands in
 * answers, then the rate that the line states; the quote says which. A stated rate is not charged
 * where a tariff says the rate.
 */
export function lineTariff(
  tariff: LoadedTariff | undefined,
  question: TariffQuestion,
): Result<LineTariff> {
  if (tariff === undefined) return statedDuty(question)
  const { dutyPercent } = question.request.lines[question.lineIndex]!
  const found = tariffOfGoods(tariff, question)
  if (found.ok && dutyPercent !== undefined) {
    return success(withNote(found.value, unusedRate(dutyPercent)))
  }
  if (found.ok || dutyPercent === undefined) return found
  if (!doesNotHoldTheGoods(found.failures)) return found
  const duty = statedDuty(question)
  return duty.ok && vatStatedBy(tariff) === 'for-some-goods'
    ? success(withStatedVat(duty.value, question))
    : duty
}

/**
 * What the loaded tariff says of goods that bear no duty. Where it does not hold them, the tariff that
 * stands in answers, then the rate of VAT that the line states.
 */
export function goodsInTariff(
  tariff: LoadedTariff | undefined,
  question: TariffQuestion,
): Result<GoodsInTariff> {
  if (tariff === undefined) return success({ notCovered: [], editions: [] })
  const found = heldGoods(tariff, question)
  return !found.ok && doesNotHoldTheGoods(found.failures) ? success(statedVat(question)) : found
}

function heldGoods(tariff: LoadedTariff, question: TariffQuestion): Result<GoodsInTariff> {
  const read = readGoodsInTariff(tariff, question)
  const { standIn } = tariff
  if (read.ok || standIn === undefined || !doesNotHoldTheGoods(read.failures)) return read
  const stoodIn = heldGoods(standIn, question)
  return stoodIn.ok ? success(withNote(stoodIn.value, notInImported)) : stoodIn
}

function withStatedVat(tariff: LineTariff, question: TariffQuestion): LineTariff {
  const { vat, vatIsUnknown, notCovered } = statedVat(question)
  return {
    ...tariff,
    ...(vat && { vat }),
    ...(vatIsUnknown && { vatIsUnknown }),
    notCovered: [...tariff.notCovered, ...notCovered],
  }
}

function tariffOfGoods(tariff: LoadedTariff, question: TariffQuestion): Result<LineTariff> {
  const read = readLineTariff(tariff, question)
  if (read.ok) {
    return tariff.stackOn === undefined ? read : tariff.stackOn(read.value, question)
  }
  const { standIn } = tariff
  if (standIn === undefined || !doesNotHoldTheGoods(read.failures)) return read
  const stoodIn = tariffOfGoods(standIn, question)
  if (stoodIn.ok) return success(withNote(stoodIn.value, notInImported))
  return doesNotHoldTheGoods(stoodIn.failures) ? read : stoodIn
}

function doesNotHoldTheGoods(failures: Failures): boolean {
  return failures.every(
    ({ code }) => code === 'unknown-commodity-code' || code === 'tariff-edition-missing',
  )
}

function withNote<Said extends GoodsInTariff>(tariff: Said, note: BilingualText): Said {
  return { ...tariff, notCovered: [...tariff.notCovered, note] }
}

function unusedRate(percent: string): BilingualText {
  return {
    en: `The stated rate of ${percent}% was not used, because the tariff is loaded and says the rate.`,
    zh: `已载入税则并按其税率计征，未采用所填的 ${percent}%。`,
  }
}

const notInImported: BilingualText = {
  en: 'The imported tariff does not hold some of the goods on the day; for those the starter tariff that comes with the program was used.',
  zh: '导入的税则当日不含部分货物；对这些货物采用了随程序提供的入门税则。',
}
