import type { TrackedParcel } from '../../api/tracking.ts'

/** The five steps of a parcel's way, as everybody knows them. */
export const parcelSteps = ['ordered', 'papers', 'customs', 'delivery', 'delivered'] as const

/** One of {@link parcelSteps}. */
export type ParcelStep = (typeof parcelSteps)[number]

/** Where a parcel is on its way, and whether it is held up or at an end there. */
export interface ParcelPlace {
  readonly step: ParcelStep
  readonly pace: 'going' | 'held' | 'ended' | 'arrived'
}

type Situation = TrackedParcel['situation']

const going = (step: ParcelStep): ParcelPlace => ({ step, pace: 'going' })
const held = (step: ParcelStep): ParcelPlace => ({ step, pace: 'held' })
const ended = (step: ParcelStep): ParcelPlace => ({ step, pace: 'ended' })

const places: Readonly<Record<Situation, ParcelPlace>> = {
  draft: going('ordered'),
  preparing: going('papers'),
  'preparing/goods-data': held('papers'),
  ready: going('papers'),
  stopped: held('papers'),
  lodged: going('customs'),
  'registered/arrival': going('customs'),
  'registered/the-authority': going('customs'),
  'accepted/the-authority': going('customs'),
  'accepted/examination': held('customs'),
  'accepted/documents': held('customs'),
  'accepted/an-answer': held('customs'),
  'accepted/funds': held('customs'),
  'registered/export': going('customs'),
  'released/export': going('delivery'),
  'released/exited': going('delivery'),
  released: going('delivery'),
  'released/handed-over': going('delivery'),
  'released/delivery-failed': held('delivery'),
  delivered: { step: 'delivered', pace: 'arrived' },
  expired: held('customs'),
  invalidated: held('papers'),
  refused: ended('customs'),
  seized: ended('customs'),
  returned: ended('delivery'),
  destroyed: ended('customs'),
  abandoned: ended('customs'),
  restored: going('delivery'),
  forfeited: ended('customs'),
}

/** Where a parcel in this situation is on its way. */
export function placeOf(situation: Situation): ParcelPlace {
  return places[situation]
}
