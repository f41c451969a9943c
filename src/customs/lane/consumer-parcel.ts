import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws } from '../law/law.ts'
import { addDecimals, compareDecimals, type DecimalText } from '../money/decimal.ts'
import type { NorthernIrelandRules } from '../northern-ireland/northern-ireland-rules.ts'
import type { Failure } from '../result.ts'
import { carrierData, type CarrierDatum, type ParcelKind } from './carrier-data.ts'

/** The rules of a day for parcels of consumers. */
type ConsumerParcelRules = NorthernIrelandRules['consumerParcels'][number]

/** The kinds of parcel in words. */
const kindNames: Readonly<Record<ParcelKind, { readonly en: string; readonly zh: string }>> = {
  'business-to-business': { en: 'a business to a business', zh: '企业寄给企业' },
  'business-to-consumer': { en: 'a business to a consumer', zh: '企业寄给消费者' },
  'consumer-to-business': { en: 'a consumer to a business', zh: '消费者寄给企业' },
  'consumer-to-consumer': { en: 'a consumer to a consumer', zh: '消费者寄给消费者' },
}

/** A parcel of a consumer with what decides on it. */
interface ConsumerParcel {
  readonly consignment: Consignment
  readonly kind: ParcelKind
  readonly rules: ConsumerParcelRules
  readonly laws: Laws
}

/**
 * Says of a parcel to or from a consumer that no declaration is due, with the law and what the carrier
 * needs instead; or why the parcel is not of that sort: its weight is unknown or too great.
 */
export function consumerParcel(parcel: ConsumerParcel): Failure {
  const { consignment, kind, rules, laws } = parcel
  const law = cite(laws, rules.law).title
  const weight = grossWeightKg(consignment)
  if (weight === undefined) return weightMissing(law)
  const heaviest = heaviestKg(parcel)
  if (compareDecimals(weight, heaviest) > 0) return tooHeavy(weight, heaviest, law)
  const data = carrierData(consignment, kind)
  const { en, zh } = kindNames[kind]
  return {
    code: 'no-declaration-due',
    path: '/deliverTo/postcode',
    message: `A parcel from ${en} needs no customs declaration from Great Britain to Northern Ireland and bears no duty. ${carriedBy(kind).en}`,
    mend: `Give the carrier of each item its ${data.map(({ name }) => name.en).join(', ')}.${lackingText(data).en}`,
    law,
    zh: {
      message: `${zh}的包裹自大不列颠运往北爱尔兰，无须报关，不征关税。${carriedBy(kind).zh}`,
      mend: `请向承运人提供每项货物的${data.map(({ name }) => name.zh).join('、')}。${lackingText(data).zh}`,
    },
  }
}

/** Parcels between consumers need no authorised carrier; those from or to a business do. */
function carriedBy(kind: ParcelKind): { readonly en: string; readonly zh: string } {
  return kind === 'consumer-to-consumer'
    ? { en: 'It is sent like any other parcel.', zh: '照常寄送即可。' }
    : {
        en: 'It has to be moved by a carrier authorised under the UK Carrier Scheme.',
        zh: '须由获“英国承运人计划”授权的承运人运送。',
      }
}

function lackingText(data: readonly CarrierDatum[]): { readonly en: string; readonly zh: string } {
  const lacking = data.filter(({ lackingItems }) => lackingItems.length > 0)
  if (lacking.length === 0) return { en: '', zh: '' }
  const en = lacking.map(
    ({ name, lackingItems }) => `${name.en} of item ${lackingItems.join(', ')}`,
  )
  const zh = lacking.map(({ name, lackingItems }) => `第${lackingItems.join('、')}项的${name.zh}`)
  return { en: ` The order lacks the ${en.join(' and the ')}.`, zh: `订单缺少${zh.join('、')}。` }
}

/** A single item between a business and a consumer may be heavier than several together. */
function heaviestKg({ consignment, kind, rules }: ConsumerParcel): DecimalText {
  const { goodsItems } = consignment
  const isSingleItem = goodsItems.length === 1 && goodsItems[0]?.quantity === 1
  return isSingleItem && kind !== 'consumer-to-consumer'
    ? rules.heaviestSingleItemKg
    : rules.heaviestKg
}

function grossWeightKg({ goodsItems }: Consignment): DecimalText | undefined {
  const weights = goodsItems.flatMap((item) => item.grossWeightKg ?? [])
  return weights.length === goodsItems.length ? addDecimals(...weights) : undefined
}

function weightMissing(law: string): Failure {
  return {
    code: 'fact-missing',
    path: '/goodsItems',
    message:
      'The weight of the parcel is missing, which decides whether it needs a customs declaration.',
    mend: 'State the gross weight of every item.',
    law,
    zh: {
      message: '缺少包裹重量；是否须报关取决于重量。',
      mend: '请填写每一项的毛重。',
    },
  }
}

function tooHeavy(weight: DecimalText, heaviest: DecimalText, law: string): Failure {
  return {
    code: 'not-covered',
    path: '/goodsItems',
    message: `The parcel weighs ${weight} kg, more than the ${heaviest} kg up to which a consumer's parcel to Northern Ireland goes without a declaration; the declaration of heavier ones is not covered.`,
    mend: 'Send it in lighter parcels, or ask the carrier to declare it.',
    law,
    zh: {
      message: `包裹重${weight}公斤，超过运往北爱尔兰的消费者包裹免于报关的${heaviest}公斤；更重的包裹的申报目前尚不支持。`,
      mend: '请拆分为较轻的包裹，或委托承运人申报。',
    },
  }
}
