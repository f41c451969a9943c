import type { Destination } from './destination.ts'

/** Goods that a rule of a destination speaks of, by the beginnings of their commodity codes. */
export type GoodsGroup = Destination['goodsGroups'][number]

/**
 * The group of a name.
 * @throws Error when the destination has none: its reader follows every name, so this is a fault.
 */
export function goodsGroup({ destination, goodsGroups }: Destination, id: string): GoodsGroup {
  const group = goodsGroups.find((candidate) => candidate.id === id)
  if (group === undefined) throw new Error(`${destination} has no group of goods ${id}`)
  return group
}

/**
 * Whether goods of a code belong to a group. A code that is shorter than a beginning which it fits
 * `cannot-say`: some of the goods under it belong to the group and others do not.
 */
export function isInGroup(
  { codes, except = [] }: Pick<GoodsGroup, 'codes' | 'except'>,
  code: string,
): boolean | 'cannot-say' {
  if (except.some((beginning) => code.startsWith(beginning))) return false
  if (codes.some((beginning) => code.startsWith(beginning))) {
    return dividesFurther(except, code) ? 'cannot-say' : true
  }
  return dividesFurther(codes, code) ? 'cannot-say' : false
}

function dividesFurther(beginnings: readonly string[], code: string): boolean {
  return beginnings.some(
    (beginning) => beginning.length > code.length && beginning.startsWith(code),
  )
}
