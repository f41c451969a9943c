import type { GoodsInTariff, TariffVat } from '../landed-cost/duty-option.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import { present } from '../present.ts'
import { type Result, success } from '../result.ts'
import { knownGoods, type KnownGoods } from './stated-goods.ts'
import type { TariffFacts } from './tariff-facts.ts'
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
  { code, measures, gaps }: KnownGoods,
  vat: TariffVat | undefined,
): GoodsInTariff {
  const unknown = new Set(measures.map(({ type }) => type).filter((type) => !types.has(type)))
  return present({
    commodityCode: code,
    vat,
    notCovered: [...gaps.map(({ note }) => note), ...[...unknown].map(notKnown)],
    editions: [...new Set(measures.map(({ edition }) => edition))],
  })
}

/** A measure that exists for these goods and plays no part that is known here: named, never dropped. */
function notKnown(type: string) {
  return {
    en: `A measure of type ${type} exists for these goods, such as a control or a licence; it is not worked out.`,
    zh: `这些货物另有 ${type} 类措施（如管制或许可），此处不作计算。`,
  }
}
