import type { CaseTimeline } from '../../../../api/case-timelines.ts'

/** Where a bar begins on the scale of the whole case, and how wide it is. */
export interface Span {
  readonly startPercent: number
  readonly widthPercent: number
}

/**
 * The place of a side line on the scale of its case: from the opening to the last thing that has
 * happened. A line that goes on reaches to the end of the scale.
 */
export function spanOf(
  { steps, sideLines }: CaseTimeline,
  { beganAt, endedAt }: Pick<CaseTimeline['sideLines'][number], 'beganAt' | 'endedAt'>,
): Span {
  const moments = [
    ...steps.flatMap(({ at }) => at ?? []),
    ...sideLines.flatMap(({ marks }) => marks.map(({ at }) => at)),
  ].map((at) => Date.parse(at))
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  const length = Math.max(last - first, 1)
  const percentAt = (moment: number): number => ((moment - first) / length) * 100
  const startPercent = percentAt(Date.parse(beganAt))
  const endPercent = endedAt === undefined ? 100 : percentAt(Date.parse(endedAt))
  // A bar of no length is still seen; it must not reach beyond the end of the scale.
  return {
    startPercent: Math.min(startPercent, 98),
    widthPercent: Math.max(endPercent - startPercent, 0),
  }
}
