import type { Sheet } from './sheet.ts'
import { colour, contentWidth, leading, page, style } from './style.ts'

/** A named fact in a box: its name in English and Chinese, and what it is. */
export interface Fact {
  readonly label: readonly [english: string, chinese: string]
  readonly value: string
}

/** Room between the frame of a box and its text. */
const inset = { horizontal: 5, vertical: 3.5 }
const stroke = { colour: colour.hairline, thickness: 0.5 }

/** Draws facts in boxes of equal width, row by row, from the present y on. */
export function drawFactGrid(sheet: Sheet, facts: readonly Fact[], columns: number): void {
  const width = contentWidth / columns
  for (let start = 0; start < facts.length; start += columns) {
    const row = facts.slice(start, start + columns)
    const values = row.map(({ value }) =>
      sheet.lines(value, width - 2 * inset.horizontal, style.value),
    )
    const lineCount = Math.max(...values.map((lines) => lines.length))
    const height = leading(style.label) + lineCount * leading(style.value) + 2 * inset.vertical
    row.forEach((fact, index) => {
      const box = { x: page.left + index * width, y: sheet.y, width, height }
      sheet.frame(box, stroke)
      const column = { x: box.x + inset.horizontal, width: width - 2 * inset.horizontal }
      const y = sheet.setLines(
        [labelText(fact.label)],
        { ...column, y: box.y + inset.vertical },
        style.label,
      )
      sheet.setLines(values[index]!, { ...column, y }, style.value)
    })
    sheet.y += height
  }
}

/** A label in both languages, as it stands above a value. */
export function labelText([english, chinese]: Fact['label']): string {
  return `${english} ${chinese}`
}
