import type { BilingualText } from '../bilingual-text.ts'
import type { AssessedDuty, DutyOption, LineTariff } from '../landed-cost/duty-option.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import { combine, combineAll, type Result, success } from '../result.ts'
import { assessMeasure } from './assess-measure.ts'
import { chosenByAdditionalCode } from './chosen-by-additional-code.ts'
import { otherOptions, thirdCountryOption } from './duty-options.ts'
import type { Measure } from './measure.ts'
import { goodsInTariff, readGoodsInTariff } from './read-goods-in-tariff.ts'
import { ofRole, statedGoods, type StatedGoods } from './stated-goods.ts'
import type { TariffFacts } from './tariff-facts.ts'
import { vatOf } from './vat-of.ts'

/** What is charged besides the rate of an option. */
interface Stacked {
  readonly duties: readonly AssessedDuty[]
  /** Charged besides unless the goods come in under a quota. */
  readonly safeguards: readonly AssessedDuty[]
}

/**
 * What an integrated tariff says of the goods of a line: the rate of third countries, every
 * preference, suspension and quota that its origin opens, and all that is charged besides.
 *
 * Fails with what the nomenclature says of the code, with `fact-missing` for a quantity or an
 * additional code that decides an amount, and with `not-covered` where the tariff has no rate. A rate
 * that is only an alternative and cannot be worked out is named beside the figures.
 *
 * Source of the stacking: UK Trade Tariff; a quota leaves out the safeguard duty (696) and keeps the
 * additional duty (695).
 */
export function readLineTariff(tariff: TariffFacts, question: TariffQuestion): Result<LineTariff> {
  const stated = statedGoods(tariff, question)
  if (!stated.ok) {
    if (stated.failures.some(({ code }) => code === 'unknown-commodity-code')) return stated
    // What the VAT of the goods lacks is named together with what their duty lacks.
    const all = combine({ stated, taxes: readGoodsInTariff(tariff, question) })
    return all.ok ? stated : all
  }
  const goods = stated.value
  const charged = combine({
    base: thirdCountryOption(tariff, goods),
    stacked: stackedDuties(tariff, goods),
    vat: vatOf(tariff, goods),
  })
  if (!charged.ok) return charged
  const { base, stacked, vat } = charged.value
  const others = otherOptions(tariff, goods)
  const options: DutyOption[] = []
  const left: BilingualText[] = []
  for (const { name, option } of others) {
    if (option.ok) options.push(withStacked(option.value, stacked))
    else left.push(notWorkedOut(name, option))
  }
  const known = goodsInTariff(tariff, goods, vat)
  return success({
    options: [withStacked(base, stacked), ...options],
    ...known,
    notCovered: [...known.notCovered, ...left],
  })
}

const stackedRoles = ['trade-remedy', 'excise', 'additional', 'safeguard'] as const
/** Most goods bear none of them. */
const NOTHING_STACKED: Stacked = { duties: [], safeguards: [] }

/** Trade remedies, additional duties, safeguards and excise: all of them are charged. */
function stackedDuties(tariff: TariffFacts, goods: StatedGoods): Result<Stacked> {
  if (stackedRoles.every((role) => ofRole(role, tariff, goods.measures).length === 0)) {
    return success(NOTHING_STACKED)
  }
  const always = combine({
    remedies: chosenByAdditionalCode('trade-remedy', tariff, goods),
    excise: chosenByAdditionalCode('excise', tariff, goods),
  })
  if (!always.ok) return always
  const additional = ofRole('additional', tariff, goods.measures)
  const charged = [...additional, ...always.value.remedies, ...always.value.excise]
  return combine({
    duties: assessed(charged, tariff, goods),
    safeguards: assessed(ofRole('safeguard', tariff, goods.measures), tariff, goods),
  })
}

function assessed(
  measures: readonly Measure[],
  { types }: TariffFacts,
  { assessment }: StatedGoods,
): Result<readonly AssessedDuty[]> {
  return combineAll(
    measures.map((measure) => assessMeasure(measure, types.get(measure.type)!, assessment)),
  )
}

function withStacked(option: DutyOption, stacked: Stacked): DutyOption {
  if (stacked === NOTHING_STACKED) return option
  const { duties, safeguards } = stacked
  const besides = option.kind === 'quota' ? duties : [...safeguards, ...duties]
  return { ...option, duties: [...option.duties, ...besides] }
}

function notWorkedOut(
  name: BilingualText,
  { failures }: Extract<Result<DutyOption>, { ok: false }>,
): BilingualText {
  const [{ message, zh }] = failures
  return {
    en: `${name.en} is not worked out: ${message}`,
    zh: `${name.zh}未计算：${zh?.message ?? message}`,
  }
}
