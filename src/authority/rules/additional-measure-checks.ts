import { measuresChosen } from '../assessment/measures-chosen.ts'
import { forEachItem, itemFault, type Check, type ItemCheck } from './check.ts'

/**
 * Goods that bear a duty at one of several rates say by an additional code at which (6/16, 6/17), and
 * state the quantity that it counts (4/4).
 */
const additionalMeasures: ItemCheck = (item, _declaration, knowledge) => {
  const { undecided, chosen } = measuresChosen(item, knowledge)
  return [
    ...undecided.map(({ taxType, codes }) => {
      const isExcise = /^\d/.test(taxType)
      const reason = `tax ${taxType} needs one of the additional codes ${codes.join(', ')}.`
      return itemFault(item, isExcise ? 'CDS40068' : 'CDS40059', { where: '23A/21A/145', reason })
    }),
    ...chosen.flatMap(({ taxType, rate }) => {
      if (rate.kind === 'ad-valorem' || item.taxBases?.[rate.unit] !== undefined) return []
      const reason = `tax ${taxType} counts ${rate.unit}, of which no tax base (4/4) is declared.`
      return [itemFault(item, 'CDS40011', { where: '23A/50A/129', reason })]
    }),
  ]
}

/** An additional code says nothing where no measure on the goods has it. */
const additionalCodes: ItemCheck = (item, _declaration, { additionalMeasures: table, on }) => {
  const { commodityCode = '', originCountry } = item
  const known = table
    .measuresFor({ commodityCode, ...(originCountry === undefined ? {} : { originCountry }) }, on)
    .flatMap(({ additionalCode }) => additionalCode ?? [])
  return (item.tariffAdditionalCodes ?? [])
    .filter((code) => !known.includes(code))
    .map((code) => {
      const reason = `no measure on ${commodityCode} from ${originCountry ?? '--'} has code ${code}.`
      return itemFault(item, 'CDS40013', { where: '23A/21A/145', reason })
    })
}

/** Rules about duties beside the customs duty: trade remedies and excise. */
export const additionalMeasureChecks: readonly Check[] = [
  forEachItem(additionalMeasures),
  forEachItem(additionalCodes),
]
