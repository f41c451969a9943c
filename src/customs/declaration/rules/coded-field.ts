import type { BilingualText } from '../../bilingual-text.ts'
import type { Declaration } from '../declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import { type CodeListName } from './code-list.ts'
import { type PlacedItem, itemsOf } from './rule.ts'

/** A code that a declaration bears, and where. */
export interface PlacedCode {
  readonly path: string
  readonly code: string
}

/** A kind of field whose codes come from one list. */
export interface CodedField {
  /** As ids of rules end: `currency`. */
  readonly id: string
  readonly list: CodeListName
  readonly dataElement: string
  readonly name: BilingualText
  codesOf(declaration: Declaration): readonly PlacedCode[]
}

/** Gathers codes that may be absent. */
export class Codes {
  readonly placed: PlacedCode[] = []

  add(path: string, code: string | undefined): this {
    if (code !== undefined) this.placed.push({ path, code })
    return this
  }
}

/** The codes of every item, by what one item has. */
export function ofItems(
  declaration: Declaration,
  gather: (codes: Codes, item: GoodsItem, path: string) => void,
): readonly PlacedCode[] {
  const codes = new Codes()
  for (const { item, path } of itemsOf(declaration)) gather(codes, item, path)
  return codes.placed
}

/** The items, and the shipment before them, as places that have fields in common. */
export function levels(
  declaration: Declaration,
): readonly { readonly at: Partial<PlacedItem['item']>; readonly path: string }[] {
  const { goodsShipment } = declaration
  return [
    { at: goodsShipment ?? {}, path: '/goodsShipment' },
    ...itemsOf(declaration).map(({ item, path }) => ({ at: item, path })),
  ]
}
