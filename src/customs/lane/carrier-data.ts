import type { BilingualText } from '../bilingual-text.ts'
import type { Consignment, GoodsItem } from '../consignment/consignment.ts'

/** Between whom a parcel goes: a consumer is a private person, everybody else a business. */
export type ParcelKind =
  'business-to-business' | 'business-to-consumer' | 'consumer-to-business' | 'consumer-to-consumer'

/** Tells the kind of a parcel from who sends and who receives it. */
export function parcelKind({ parties }: Consignment): ParcelKind {
  const { consignor, consignee } = parties
  const from = consignor.kind === 'private' ? 'consumer' : 'business'
  const to = consignee.kind === 'private' ? 'consumer' : 'business'
  return `${from}-to-${to}`
}

/** Something that the carrier of a parcel without a declaration asks of its sender. */
export interface CarrierDatum {
  readonly name: BilingualText
  /** Where the order has it; the items that lack it, empty where none does. */
  readonly lackingItems: readonly number[]
}

/**
 * What a carrier asks for of parcels of consumers from Great Britain to Northern Ireland since 1 May
 * 2025, item by item: of private senders description, weight and, where known, value; of others the
 * country of origin too.
 *
 * Source: Royal Mail, Basic barcodes and the Windsor Framework (read 2026-11-23).
 */
export function carrierData(consignment: Consignment, kind: ParcelKind): readonly CarrierDatum[] {
  const lacking = (isStated: (item: GoodsItem) => boolean): readonly number[] =>
    consignment.goodsItems.filter((item) => !isStated(item)).map(({ itemNumber }) => itemNumber)
  const ofEveryKind: readonly CarrierDatum[] = [
    { name: { en: 'description', zh: '货物描述' }, lackingItems: [] },
    {
      name: { en: 'weight', zh: '重量' },
      lackingItems: lacking(({ grossWeightKg }) => grossWeightKg !== undefined),
    },
    { name: { en: 'value', zh: '价值' }, lackingItems: [] },
  ]
  if (kind === 'consumer-to-consumer') return ofEveryKind
  return [
    ...ofEveryKind,
    {
      name: { en: 'country of origin', zh: '原产国' },
      lackingItems: lacking(({ origin }) => origin !== undefined),
    },
  ]
}
