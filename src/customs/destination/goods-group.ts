import { Remembered } from '../remembered.ts'
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
export function isInGroup(group: GroupOfCodes, code: string): boolean | 'cannot-say' {
  const answers =
    answersOfGroups.get(group) ?? new Remembered<boolean | 'cannot-say'>(CODES_REMEMBERED)
  answersOfGroups.set(group, answers)
  return answers.of(code, () => belongs(group, code))
}

type GroupOfCodes = Pick<GoodsGroup, 'codes' | 'except'>

/** A sale asks of its goods again and again, and a group may have a hundred beginnings. */
const answersOfGroups = new WeakMap<GroupOfCodes, Remembered<boolean | 'cannot-say'>>()
const CODES_REMEMBERED = 5_000

function belongs({ codes, except = [] }: GroupOfCodes, code: string): boolean | 'cannot-say' {
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
