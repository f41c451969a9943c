import { addDecimals, compareDecimals } from '../../customs/money/decimal.ts'
import type { LodgedItem } from '../message/lodged-declaration.ts'
import { toSterling } from '../tariff/exchange-rates.ts'
import { fault, itemFault, type Check } from './check.ts'

/** A gift is relieved as a whole or not at all, up to a value, and never where it bears excise. */
const gift: Check = ({ items, exporter }, { rates, giftRelief, on }) => {
  const [first, ...others] = items.filter((item) => item.additionalProcedureCodes.includes('C08'))
  if (first === undefined) return []
  const relief = giftRelief(on)
  if (relief === undefined) return [noGift(first, `there is no relief for gifts on ${on}.`)]
  if (others.length + 1 < items.length) return [noGift(first, 'C08 is not on every item.')]
  const prices = items.flatMap((item) =>
    item.itemPrice === undefined ? [] : (toSterling(item.itemPrice, rates, on) ?? []),
  )
  const total = addDecimals(...prices)
  const isOver = compareDecimals(total, relief.limitGbp) > 0
  const excluded = items.filter((item) =>
    relief.excludedCommodities.some((prefix) => item.commodityCode?.startsWith(prefix) === true),
  )
  return [
    ...(isOver
      ? [noGift(first, `the gift is worth ${total} GBP, more than ${relief.limitGbp}.`)]
      : []),
    ...excluded.map((item) => noGift(item, 'these goods bear excise.')),
    ...(exporter.id === undefined
      ? []
      : [fault('CDS12070', '57A/R031', 'C08, but a trader with an EORI sends the goods.')]),
  ]
}

function noGift(item: LodgedItem, reason: string): ReturnType<typeof itemFault> {
  return itemFault(item, 'CDS12056', { where: '70A#2/166', reason: `C08, but ${reason}` })
}

/** Types of previous documents (2/1) that name an export: its MRN, or another reference. */
const PROOFS_OF_EXPORT: readonly (string | undefined)[] = ['MRN', 'ZZZ']

/** The year stands first in every MRN. */
const MRN_YEAR = /^(\d{2})[A-Z]{2}[0-9A-Z]{14}$/

/** Relief for returned goods rests on an export that is named, and not too long ago. */
const returnedGoods: Check = ({ items, previousDocuments }, { returnedGoodsYears, on }) => {
  const first = items.find(({ procedureCode }) => procedureCode === '61')
  if (first === undefined) return []
  const proofs = [...previousDocuments, ...items.flatMap((item) => item.previousDocuments)].filter(
    ({ typeCode }) => PROOFS_OF_EXPORT.includes(typeCode),
  )
  if (proofs.length === 0) {
    const reason = 'procedure 6110 without the export (2/1) that it follows.'
    return [itemFault(first, 'CDS40045', { where: '99A', reason })]
  }
  const years = returnedGoodsYears(on) ?? 0
  const year = Number(on.slice(2, 4))
  return proofs
    .filter(({ id = '' }) => {
      const exported = MRN_YEAR.exec(id)?.[1]
      return exported !== undefined && year - Number(exported) > years
    })
    .map(({ id }) =>
      fault('CDS40010', '67A/99A/D018', `Export ${id ?? ''} is more than ${years} years ago.`),
    )
}

/** Rules about reliefs that go by why the goods travel. */
export const reliefChecks: readonly Check[] = [gift, returnedGoods]
