import type { Weight } from '../typography/typeface.ts'

/** Measures are points, 1/72 inch, from the top left corner of an A4 page. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 40,
  right: 555.28,
  top: 38,
  /** Content ends here; the foot of the page stands below. */
  bottom: 786,
} as const

/** Width between the margins. */
export const contentWidth = page.right - page.left

/** Dark on white throughout, so that a copy in black and white loses nothing. */
export const colour = {
  ink: '#161b26',
  muted: '#5a6373',
  accent: '#1d3b5e',
  hairline: '#b9c1cc',
  tint: '#f3f5f8',
  watermark: '#f6dcdc',
  alert: '#9c2b2b',
} as const

/** Size in points, weight and colour of a text. */
export interface TextStyle {
  readonly size: number
  readonly weight: Weight
  readonly colour: string
}

/** The few styles that all papers share. */
export const style = {
  title: { size: 17, weight: 'bold', colour: colour.accent },
  titleHan: { size: 12, weight: 'regular', colour: colour.accent },
  letterhead: { size: 11, weight: 'bold', colour: colour.ink },
  label: { size: 6.2, weight: 'regular', colour: colour.muted },
  value: { size: 8.2, weight: 'regular', colour: colour.ink },
  strong: { size: 8.2, weight: 'bold', colour: colour.ink },
  small: { size: 7.2, weight: 'regular', colour: colour.ink },
  note: { size: 6.8, weight: 'regular', colour: colour.muted },
  foot: { size: 6, weight: 'regular', colour: colour.muted },
  total: { size: 10, weight: 'bold', colour: colour.ink },
} as const satisfies Record<string, TextStyle>

/** Distance from one base line to the next. */
export function leading(of: TextStyle): number {
  return of.size * 1.36
}
