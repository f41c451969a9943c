import type { GoodsInTariff, TariffVat } from '../landed-cost/duty-option.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import { present } from '../present.ts'
import { type Result, success } from '../result.ts'
import { codesNotUsed } from './codes-not-used.ts'
import { documentsAsked } from './documents-asked.ts'
import { knownGoods, type KnownGoods } from './stated-goods.ts'
import type { TariffFacts } from './tariff-facts.ts'
import { toldOf } from './told-of-measures.ts'
import { vatOf } from './vat-of.ts'

/**
 * What an integrated tariff says of goods whose duty nobody asks about, because they are relieved of
 * it: their rate of VAT. Their value and their weight do not matter then. Fails as `readLineTariff`.
 */
export function readGoodsInTariff(
  tariff: TariffFacts,
  question: TariffQuestion,
): Result<GoodsInTariff> {
  const known = knownGoods(tariff, question)
  if (!known.ok) return known
  const vat = vatOf(tariff, known.value)
  if (!vat.ok) return vat
  const gaps = known.value.gaps.filter(({ concerns }) => concerns !== 'duty')
  return success(goodsInTariff(tariff, { ...known.value, gaps }, vat.value))
}

/** Puts together what is said of goods whatever their duty. */
export function goodsInTariff(
  { types }: TariffFacts,
  { code, measures, gaps, question }: KnownGoods,
  vat: TariffVat | undefined,
): GoodsInTariff {
  const { notKnown, editions, controls, supplementaryUnit } = toldOf(measures, types)
  return present({
    commodityCode: code,
    vat,
    supplementaryUnit,
    documentsAsked: documentsAsked(controls, question.request.lines[question.lineIndex]!),
    notCovered: [...gaps.map(({ note }) => note), ...notKnown, ...codesNotUsed(question, measures)],
    editions,
  })
}
