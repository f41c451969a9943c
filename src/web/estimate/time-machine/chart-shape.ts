import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { exactSum, isGreater } from '../../kit/format/exact-decimals.ts'
import { alikeTogether, idOf, type StepKind } from '../result/waterfall-steps.ts'
import { dayNumber, LAST_DAY } from './days.ts'
import { limitsOf, type ShownPeriod } from './period-limits.ts'

/** A charge as the chart stacks it: one colour through all its days. */
export interface Layer {
  readonly id: string
  readonly kind: StepKind
  readonly name: BilingualText
  /** How strong its colour is, so that charges of one kind are told apart. */
  readonly strength: number
}

/** A part of the chart in parts of its width and height, both of them 1. */
export interface Area {
  readonly x: number
  readonly width: number
  /** From the top. */
  readonly y: number
  readonly height: number
}

/** The part of the chart that one charge takes in a period. */
export interface Block extends Area {
  readonly layer: Layer
}

/** The drawing of charges over time. Amounts are numbers here for drawing alone. */
export interface ChartShape {
  readonly layers: readonly Layer[]
  readonly blocks: readonly Block[]
  /** Between the least, which the blocks add up to, and the most, where a code is too short. */
  readonly bands: readonly Area[]
  /** Days that cannot be quoted. */
  readonly gaps: readonly { readonly x: number; readonly width: number }[]
  /** Where something changes, with the number that the list of steps gives it. */
  readonly borders: readonly { readonly on: string; readonly x: number }[]
  /** The amount at the top of the chart. */
  readonly top: string
}

/** Kinds of charges from the bottom of a stack to its top. */
const order: readonly StepKind[] = [
  ...(['customs-duty', 'additional-duty', 'excise', 'import-tax', 'sale-tax', 'fee'] as const),
]

/** Where a day stands on the width of the chart. */
export function xOf(day: string): number {
  return dayNumber(day) / (LAST_DAY + 1)
}

/** Stacks the charges of each period, the same charge always at the same place of the stack. */
export function chartShape(periods: readonly ShownPeriod[]): ChartShape {
  const layers = layersOf(periods)
  const totals = periods.map((period) => limitsOf(period)?.highest.totals.charges.amount ?? '0')
  const top = totals.reduce((most, total) => (isGreater(total, most) ? total : most), '0')
  const scale = Math.max(Number(top), Number.MIN_VALUE)
  return {
    layers,
    top,
    blocks: periods.flatMap((period) => blocksOf(period, layers, scale)),
    bands: periods.flatMap((period) => bandOf(period, scale)),
    gaps: periods.filter((period) => limitsOf(period) === undefined).map(spanOf),
    borders: periods.slice(1).map(({ from }) => ({ on: from, x: xOf(from) })),
  }
}

function spanOf({ from, until }: ShownPeriod) {
  const x = xOf(from)
  return { x, width: xOf(until) - x }
}

function layersOf(periods: readonly ShownPeriod[]): readonly Layer[] {
  const found = new Map<string, Omit<Layer, 'strength'>>()
  for (const period of periods) {
    for (const charge of limitsOf(period)?.lowest.charges ?? []) {
      found.set(idOf(charge), { id: idOf(charge), kind: charge.kind, name: charge.name })
    }
  }
  const layers = [...found.values()].toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  )
  return layers.map((layer, index) => {
    const alike = layers.slice(0, index).filter(({ kind }) => kind === layer.kind)
    return { ...layer, strength: STRENGTHS[alike.length % STRENGTHS.length]! }
  })
}

/** Charges of one kind have the same colour in these strengths, one after the other. */
const STRENGTHS = [1, 0.72, 0.5, 0.86, 0.6]

function blocksOf(period: ShownPeriod, layers: readonly Layer[], scale: number): readonly Block[] {
  const amounts = new Map(
    alikeTogether(limitsOf(period)?.lowest.charges ?? []).map((alike) => [
      idOf(alike[0]!),
      Number(exactSum(alike.map(({ amount }) => amount.amount))) / scale,
    ]),
  )
  let reached = 1
  return layers.flatMap((layer) => {
    const height = amounts.get(layer.id) ?? 0
    if (height <= 0) return []
    reached -= height
    return [{ layer, ...spanOf(period), y: reached, height }]
  })
}

function bandOf(period: ShownPeriod, scale: number): readonly Area[] {
  if (period.range === undefined) return []
  const { lowest, highest } = period.range
  const [least, most] = [lowest, highest].map(({ totals }) => Number(totals.charges.amount) / scale)
  return [{ ...spanOf(period), y: 1 - most!, height: most! - least! }]
}
