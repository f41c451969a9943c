import type { LocalDate } from '../calendar/local-date.ts'
import { inOneList } from '../in-one-list.ts'
import type { LoadedTariff } from '../landed-cost/loaded-tariff.ts'
import { declaredAs } from '../measures/stated-goods.ts'
import { STATED } from '../measures/stated-vat.ts'
import { holdsEveryChapter } from '../nomenclature/chapters-held.ts'
import { editionOn } from '../nomenclature/nomenclature.ts'
import type { SaleWithCharges } from './concerns-sale.ts'
import type { CoverageGap } from './coverage-gap.ts'

/**
 * Codes that a sale states and that no loaded tariff of its destination holds on the day. Where a flat
 * duty asks no tariff nothing refuses them, and goods of a code that nobody knows may bear other taxes.
 */
export function codesNotFound(
  tariff: LoadedTariff | undefined,
  { charging: { facts, goods, on } }: SaleWithCharges,
): readonly CoverageGap[] {
  if (tariff === undefined) return []
  return inOneList(
    facts.request.lines.map(({ commodityCode: code }, index) => {
      const known = goods[index]
      const isFound = known !== undefined && !known.vatIsUnknown && !known.editions.includes(STATED)
      if (code === undefined || isFound || !lacks(tariff, code, on)) return []
      return [notFound({ code, line: index + 1, isSelection: !isWhole(tariff, on) }, facts)]
    }),
  )
}

/** Whether the tariff and those that stand in for it know nothing of a code, not even as a group. */
function lacks(tariff: LoadedTariff, code: string, on: LocalDate): boolean {
  const reasons = inTurn(tariff).map(({ nomenclature }) => {
    const declared = declaredAs(nomenclature, { code, on })
    return declared.ok ? undefined : declared.failures[0].code
  })
  // Before its first edition a tariff says nothing of any code.
  const said = reasons.filter((reason) => reason !== 'tariff-edition-missing')
  return said.length > 0 && said.every((reason) => reason === 'unknown-commodity-code')
}

function inTurn(tariff: LoadedTariff): readonly LoadedTariff[] {
  return [tariff, ...(tariff.standIn === undefined ? [] : inTurn(tariff.standIn))]
}

/** Whether a whole nomenclature was searched, and not only one that was made of chosen goods. */
function isWhole(tariff: LoadedTariff, on: LocalDate): boolean {
  return inTurn(tariff).some(({ nomenclature }) => {
    const within = editionOn(nomenclature, on)
    return within !== undefined && holdsEveryChapter(within)
  })
}

function notFound(
  { code, line, isSelection }: { code: string; line: number; isSelection: boolean },
  { destination: { name } }: SaleWithCharges['charging']['facts'],
): CoverageGap {
  const selection = isSelection
    ? {
        en: ' The loaded tariff is a selection of goods, so the code may exist all the same.',
        zh: '已载入的税则只收录部分货物，该编码仍可能存在。',
      }
    : { en: '', zh: '' }
  return {
    en: `Commodity code ${code} of line ${line} was not found in the loaded tariff (${name.en}), so nothing that depends on it could be checked, such as a rate of tax of its own, trade remedies and prohibitions.${selection.en}`,
    zh: `已载入的税则（${name.zh}）中没有第${line}行的商品编码 ${code}，凡取决于该编码的事项均未能核对，例如其适用的税率、贸易救济措施和禁限规定。${selection.zh}`,
  }
}
