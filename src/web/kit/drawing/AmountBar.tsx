import { barPlace, SCALE, type DrawnAmount } from './bar-place.ts'

interface AmountBarProps {
  /** Where the bar begins; at nothing unless told otherwise. */
  readonly from?: DrawnAmount
  readonly to: DrawnAmount
  /** The amount that takes the whole width. */
  readonly largest: DrawnAmount
  /** Height of the drawing and, in its middle, of the bar. */
  readonly height: number
  readonly thickness: number
  readonly className: string | undefined
  /** What the colour of the bar goes by. */
  readonly fill: {
    readonly className?: string | undefined
    readonly [data: `data-${string}`]: string | boolean | undefined
  }
}

const nothing: DrawnAmount = { amount: '0' }

/** An amount as a bar. It says nothing by itself: the figure stands beside it. */
export function AmountBar(bar: AmountBarProps) {
  const { from = nothing, to, largest, height, thickness, className, fill } = bar
  const { x, width } = barPlace(from, to, largest)
  return (
    <svg
      className={className}
      viewBox={`0 0 ${SCALE} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect {...fill} x={x} y={(height - thickness) / 2} width={width} height={thickness} rx={3} />
    </svg>
  )
}
