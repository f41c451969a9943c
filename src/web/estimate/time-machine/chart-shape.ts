import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { QuotesOverTime } from '../../../api/views/estimate-view.ts'
import { exactSum, isGreater } from '../../kit/format/exact-decimals.ts'
import { alikeTogether, idOf, type StepKind } from '../result/waterfall-steps.ts'
import { dayNumber, LAST_DAY } from './days.ts'

type Period = QuotesOverTime['periods'][number]

/** A charge as the chart stacks it: one colour through all its days. */
export interface Layer {
  readonly id: string
  readonly kind: StepKind
  readonly name: BilingualText
  /** How strong its colour is, so that charges of one kind are told apart. */
  readonly strength: number
}

/** A part of the chart in parts of its width and height, both of them 1. */
export interface Block {
  readonly layer: Layer
  readonly x: number
  readonly width: number
  /** From the top. */
  readonly y: number
  readonly height: number
}

/** The drawing of charges over time. Amounts are numbers here for drawing alone. */
export interface ChartShape {
  readonly layers: readonly Layer[]
  readonly blocks: readonly Block[]
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
export function chartShape(periods: readonly Period[]): ChartShape {
  const layers = layersOf(periods)
  const totals = periods.map(({ quote }) => quote?.totals.charges.amount ?? '0')
  const top = totals.reduce((most, total) => (isGreater(total, most) ? total : most), '0')
  const scale = Math.max(Number(top), Number.MIN_VALUE)
  return {
    layers,
    top,
    blocks: periods.flatMap((period) => blocksOf(period, layers, scale)),
    gaps: periods.filter(({ quote }) => quote === undefined).map(spanOf),
    borders: periods.slice(1).map(({ from }) => ({ on: from, x: xOf(from) })),
  }
}

function spanOf({ from, until }: Period) {
  const x = xOf(from)
  return { x, width: xOf(until) - x }
}

function layersOf(periods: readonly Period[]): readonly Layer[] {
  const found = new Map<string, Omit<Layer, 'strength'>>()
  for (const { quote } of periods) {
    for (const charge of quote?.charges ?? []) {
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

function blocksOf(period: Period, layers: readonly Layer[], scale: number): readonly Block[] {
  const amounts = new Map(
    alikeTogether(period.quote?.charges ?? []).map((alike) => [
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
