import type { ExchangeChannels } from '../../../../api/exchange-channels.ts'

/** What was tried in one step of time, as the interface tells it. */
export type Tried = ExchangeChannels['items'][number]['tried'][number]

/** From when the charts begin, and in which steps they go on until now. */
export type ChartSpan = Pick<ExchangeChannels, 'at' | 'from' | 'stepSeconds'>

/** What may come of an attempt, from the bottom of a bar to its top. */
export const outcomes = ['delivered', 'refused', 'failed'] as const

/** A part of a bar in parts of the chart's width and height, both of them 1; `y` is from the top. */
export interface BarPart {
  readonly outcome: (typeof outcomes)[number]
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
}

/** Attempts as bars. */
export interface BarShape {
  readonly parts: readonly BarPart[]
  /** The number of attempts at the top of the chart. */
  readonly top: number
}

/** How many steps a chart has; the last one is the present, which is not over. */
export function stepCount({ at, from, stepSeconds }: ChartSpan): number {
  return Math.floor((Date.parse(at) - Date.parse(from)) / 1_000 / stepSeconds) + 1
}

/** Which step of the chart begins at a moment. */
function stepOf(moment: string, { from, stepSeconds }: ChartSpan): number {
  return Math.round((Date.parse(moment) - Date.parse(from)) / 1_000 / stepSeconds)
}

/** Stacks the attempts of each step. */
export function barShape(tried: readonly Tried[], span: ChartSpan): BarShape {
  const top = Math.max(1, ...tried.map((step) => sumOf(step)))
  const width = 1 / stepCount(span)
  const parts = tried.flatMap((step) => {
    let reached = 1
    return outcomes.flatMap((outcome): BarPart[] => {
      const height = step[outcome] / top
      if (height === 0) return []
      reached -= height
      return [{ outcome, x: stepOf(step.from, span) * width, width, y: reached, height }]
    })
  })
  return { parts, top }
}

/** How many attempts there were. */
export function sumOf(step: Tried): number {
  return outcomes.reduce((sum, outcome) => sum + step[outcome], 0)
}

/** Latencies as two lines that go in steps, broken where nothing came back. */
export interface LatencyShape {
  /** Paths in a drawing of 1,000 by 100. */
  readonly median: string
  readonly p95: string
  /** The milliseconds at the top of the chart. */
  readonly topMs: number
}

const WIDTH = 1_000
const HEIGHT = 100

/** Draws how long half and how long nearly all of the attempts took. */
export function latencyShape(tried: readonly Tried[], span: ChartSpan): LatencyShape {
  const topMs = niceTop(Math.max(0, ...tried.flatMap(({ p95Ms }) => p95Ms ?? [])))
  const lineOf = (key: 'medianMs' | 'p95Ms') => {
    const points = tried.flatMap((step) => {
      const ms = step[key]
      return ms === undefined
        ? []
        : [{ step: stepOf(step.from, span), y: HEIGHT * (1 - ms / topMs) }]
    })
    return points
      .map(({ step, y }, index) => {
        const [from, to] = [step, step + 1].map((at) => round((at / stepCount(span)) * WIDTH))
        const joins = index > 0 && points[index - 1]!.step === step - 1
        return `${joins ? 'L' : 'M'}${from} ${round(y)}H${to}`
      })
      .join('')
  }
  return { median: lineOf('medianMs'), p95: lineOf('p95Ms'), topMs }
}

/** The next 1, 2 or 5 with noughts, so that the top of a chart is a number that one can read. */
export function niceTop(value: number): number {
  if (value <= 10) return 10
  const size = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((factor) => factor * size).find((top) => top >= value) ?? value
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
