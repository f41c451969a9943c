import { type Fact, labelText } from './fact-grid.ts'
import type { Box, Sheet } from './sheet.ts'
import { colour, leading, style, type TextStyle } from './style.ts'

/** A numbered box of an official form. */
export interface FormBox {
  readonly number: number
  readonly label: Fact['label']
  readonly texts: readonly { readonly text: string; readonly style: TextStyle }[]
}

/** Room between the frame of a box and its text. */
const inset = { horizontal: 5, vertical: 4 }
const belowLabel = 2

/** How tall a box of a width has to be for its content. */
export function formBoxHeight(sheet: Sheet, width: number, { texts }: FormBox): number {
  const heights = texts.map(
    ({ text, style }) =>
      sheet.lines(text, width - 2 * inset.horizontal, style).length * leading(style),
  )
  const content = heights.reduce((sum, height) => sum + height, 0)
  return leading(style.label) + belowLabel + content + 2 * inset.vertical
}

/**
 * Draws a box of a form with its number, name and content, and returns the y where the content
 * ends.
 */
export function drawFormBox(sheet: Sheet, box: Box, { number, label, texts }: FormBox): number {
  sheet.frame(box, { colour: colour.hairline, thickness: 0.6 })
  const column = { x: box.x + inset.horizontal, width: box.width - 2 * inset.horizontal }
  const head = `${number}. ${labelText(label)}`
  let y = sheet.setLines([head], { ...column, y: box.y + inset.vertical }, style.label) + belowLabel
  for (const part of texts) y = sheet.text(part.text, { ...column, y }, part.style)
  return y
}
