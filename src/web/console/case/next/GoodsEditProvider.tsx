import { createContext, use, useState, type ReactNode } from 'react'

import type { VersionedGoods } from '../case-queries.ts'
import type { GoodsDraft } from '../goods-mending.ts'

/** What somebody is typing, and the goods as they were when the typing began. */
export interface GoodsEdit {
  readonly draft: GoodsDraft
  readonly base: VersionedGoods
}

/** An edit begins with the first key stroke, and ends when it is saved or dropped. */
type EditState = readonly [
  edit: GoodsEdit | undefined,
  setEdit: (next: (before: GoodsEdit | undefined) => GoodsEdit | undefined) => void,
]

const GoodsEditContext = createContext<EditState | undefined>(undefined)

/**
 * Keeps what is typed of the goods data above the form: news of the case, such as what a colleague
 * has saved, may take the form away for a while, and nothing that was typed goes with it.
 */
export function GoodsEditProvider({ children }: { readonly children: ReactNode }) {
  const state = useState<GoodsEdit>()
  return <GoodsEditContext value={state}>{children}</GoodsEditContext>
}

/** The edit that is under way, and how to change it. */
export function useGoodsEditState(): EditState {
  const state = use(GoodsEditContext)
  if (state === undefined) throw new Error('goods are edited inside a GoodsEditProvider')
  return state
}
