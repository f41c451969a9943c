/**
 * How goods that an officer has kept back stand: held until it is known whether they may go, or taken as
 * liable to forfeiture; given back, lost to the Crown, or destroyed.
 *
 * @law Customs and Excise Management Act 1979, section 139(1): any thing liable to forfeiture may be seized
 * or detained by any officer, so also a part of a consignment; section 152(b): it may be restored; schedule
 * 3: what was seized is condemned as forfeited, and may be destroyed.
 */
export type KeptState = 'detained' | 'seized' | 'restored' | 'forfeited' | 'destroyed'

/** How much of a goods item is kept; the whole of it where no number of pieces is stated. */
export interface KeptItem {
  readonly sequence: number
  /** How many pieces are kept, as the officer has counted them. */
  readonly kept?: string
  /** Of how many. */
  readonly of?: string
}

/** Goods that are kept back by one decision. */
export interface NewKeptGoods {
  /** Counts within the declaration, from 1. */
  readonly number: number
  readonly state: 'detained' | 'seized'
  readonly items: readonly KeptItem[]
  readonly reason: string
  readonly keptBy: string
  /** The version of the declaration that covers what goes. */
  readonly version: number
}

/** As they stand in the dossier. */
export interface KeptGoods extends Omit<NewKeptGoods, 'state'> {
  readonly state: KeptState
}

/** What has become of kept goods. */
export interface MovedKeptGoods {
  readonly number: number
  readonly state: Exclude<KeptState, 'detained'>
  readonly by: string
  readonly because: string
}

/** What kept goods can come to; what is not here cannot happen. */
export const keptGoodsEnds: Readonly<Record<KeptState, readonly MovedKeptGoods['state'][]>> = {
  detained: ['seized', 'restored'],
  seized: ['restored', 'forfeited', 'destroyed'],
  restored: [],
  forfeited: [],
  destroyed: [],
}
