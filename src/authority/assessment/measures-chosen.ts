import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { LodgedItem } from '../message/lodged-declaration.ts'
import type { AdditionalMeasure, AdditionalMeasures } from '../tariff/additional-measures.ts'

/** What is charged on an item beside customs duty and VAT, and what nobody can tell yet. */
export interface MeasuresChosen {
  readonly chosen: readonly AdditionalMeasure[]
  /** Taxes whose rate depends on an additional code that the item does not declare. */
  readonly undecided: readonly { readonly taxType: string; readonly codes: readonly string[] }[]
}

/**
 * Chooses by the additional codes of an item among the measures on its goods. Measures of one kind
 * exclude each other where they have codes: anti-dumping duty by producer, excise by class.
 */
export function measuresChosen(
  item: LodgedItem,
  { additionalMeasures, on }: { additionalMeasures: AdditionalMeasures; on: LocalDate },
): MeasuresChosen {
  const { commodityCode = '', originCountry } = item
  const goods = { commodityCode, ...(originCountry === undefined ? {} : { originCountry }) }
  const measures = additionalMeasures.measuresFor(goods, on)
  const declared = [...(item.tariffAdditionalCodes ?? []), ...item.nationalAdditionalCodes]
  const kinds = [...new Set(measures.map(kindOf))]
  const chosen: AdditionalMeasure[] = []
  const undecided: { taxType: string; codes: string[] }[] = []
  for (const kind of kinds) {
    const ofKind = measures.filter((measure) => kindOf(measure) === kind)
    const plain = ofKind.filter(({ additionalCode }) => additionalCode === undefined)
    const coded = ofKind.filter(({ additionalCode }) => additionalCode !== undefined)
    const found = coded.filter(({ additionalCode }) => declared.includes(additionalCode!))
    chosen.push(...plain, ...found)
    if (coded.length > 0 && found.length === 0) {
      const codes = coded.map(({ additionalCode }) => additionalCode!)
      undecided.push({ taxType: ofKind[0]!.taxType, codes })
    }
  }
  return { chosen, undecided }
}

/** All excises are one kind, because goods bear one of them. */
function kindOf({ taxType }: AdditionalMeasure): string {
  return /^\d/.test(taxType) ? 'excise' : taxType
}
