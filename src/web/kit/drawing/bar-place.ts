/** An amount as far as a drawing looks at it. */
export interface DrawnAmount {
  readonly amount: string
}

/** Where a bar stands on a scale of 1000, for drawing alone; amounts themselves are never rounded. */
export interface BarPlace {
  readonly x: number
  readonly width: number
}

/** Length of the scale on which bars are drawn. */
export const SCALE = 1000

/**
 * The place of a bar between two amounts where the largest amount takes the whole scale. A charge of
 * next to nothing keeps a sliver, so that it is seen and can be pressed.
 */
export function barPlace(from: DrawnAmount, to: DrawnAmount, largest: DrawnAmount): BarPlace {
  const length = Math.max(Number(largest.amount), Number.MIN_VALUE)
  const x = (Number(from.amount) / length) * SCALE
  const width = (Number(to.amount) / length) * SCALE - x
  return { x: Math.min(x, SCALE - 4), width: Math.max(width, 4) }
}

/** The amount that takes the whole scale: where the highest bar ends. */
export function largestOf(amounts: readonly DrawnAmount[]): DrawnAmount {
  return amounts.reduce(
    (largest, amount) => (Number(amount.amount) > Number(largest.amount) ? amount : largest),
    { amount: '0' },
  )
}
