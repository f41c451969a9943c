import type { LodgedItem } from '../message/lodged-declaration.ts'
import type { PreferentialMeasure } from '../tariff/preferences.ts'
import { forEachItem, itemFault, missingInItem, type Check, type ItemCheck } from './check.ts'

/** Data element 4/17: the duty of third countries, for which nothing has to be shown. */
const NO_PREFERENCE = '100'

/** A preference is granted where a measure answers to it, the origin fits and is proved. */
const preference: ItemCheck = (item, _declaration, { preferences, on }) => {
  const { preferenceCode, preferentialOriginCountry: origin } = item
  if (preferenceCode === undefined) {
    return missingInItem(item, undefined, { where: '23A/50A/164', what: 'The preference (4/17)' })
  }
  if (preferenceCode === NO_PREFERENCE) return []
  if (origin === undefined) {
    const reason = `preference ${preferenceCode} is claimed without a preferential origin (5/16).`
    return [itemFault(item, 'CDS40011', { where: '92A/063', reason })]
  }
  const measure = preferences.measureFor(item, on)
  if (measure === undefined) {
    const reason = `there is no rate under preference ${preferenceCode} for origin ${origin} on ${on}.`
    return [itemFault(item, 'CDS40013', { where: '23A/50A/164', reason })]
  }
  return [...fromPartner(item, measure), ...proved(item, measure)]
}

function fromPartner(
  item: LodgedItem,
  { agreement, countries }: PreferentialMeasure,
): ReturnType<ItemCheck> {
  const { originCountry } = item
  if (originCountry === undefined || countries.includes(originCountry)) return []
  const reason = `${originCountry} (5/15) is no partner of the ${agreement}.`
  return [itemFault(item, 'CDS40013', { where: '92A/063', reason })]
}

function proved(
  item: LodgedItem,
  { agreement, proofs }: PreferentialMeasure,
): ReturnType<ItemCheck> {
  const isProved = item.documents.some(
    ({ categoryCode = '', typeCode = '', id }) =>
      proofs.includes(categoryCode + typeCode) && id !== undefined,
  )
  if (isProved) return []
  const reason = `the ${agreement} wants one of ${proofs.join(', ')} with its reference.`
  return [itemFault(item, 'CDS40045', { where: '02A', reason })]
}

/** Rules about preferences that goods claim for their origin. */
export const preferenceChecks: readonly Check[] = [forEachItem(preference)]
