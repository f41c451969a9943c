import type { Signature } from '../../customs/documents/signature.ts'
import { dateText } from './printed-facts.ts'
import { type Fact, labelText } from './fact-grid.ts'
import type { Column, Sheet } from './sheet.ts'
import { colour, leading, style } from './style.ts'

/** Height that {@link drawSignatureBlock} takes. */
export const signatureBlockHeight = 4 * 24

/**
 * Draws the lines on which a person signs, filled in where the signature was recorded. The line of
 * the hand itself stays free: nothing here may look like a signature that was not given.
 */
export function drawSignatureBlock(sheet: Sheet, column: Column, signature?: Signature): number {
  const lines: readonly (readonly [Fact['label'], string])[] = [
    [['Name', '姓名'], signature?.signatory ?? ''],
    [['Position', '职务'], signature?.capacity ?? ''],
    [
      ['Place and date', '地点和日期'],
      signature ? `${signature.place}, ${dateText(signature.signedOn)}` : '',
    ],
    [['Signature and stamp', '签字盖章'], ''],
  ]
  lines.forEach(([label, value], index) => {
    const base = column.y + (index + 1) * 24
    const labelWidth = 92
    sheet.setLines(
      [labelText(label)],
      { x: column.x, width: labelWidth, y: base - leading(style.label) - 1 },
      style.label,
    )
    const x = column.x + labelWidth
    const width = column.width - labelWidth
    const valueLines = sheet.lines(value, width, style.value)
    sheet.setLines(
      valueLines,
      { x, width, y: base - valueLines.length * leading(style.value) - 1 },
      style.value,
    )
    sheet.line([x, base], [column.x + column.width, base], {
      colour: colour.hairline,
      thickness: 0.6,
    })
  })
  return column.y + signatureBlockHeight
}
