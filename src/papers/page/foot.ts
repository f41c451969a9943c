import type { Template } from '../template.ts'
import type { Sheet } from './sheet.ts'
import { colour, contentWidth, page, style } from './style.ts'

/** What only the finished document knows of one of its pages. */
export interface Foot {
  readonly pageNumber: number
  readonly pageCount: number
  /** Printed so that a paper in the hand can be held against the record. */
  readonly contentSha256: string
}

/** Draws the foot below the content: what the paper is, the hash of its content, the page. */
export function drawFoot(sheet: Sheet, { title, reference }: Template, foot: Foot): void {
  const y = page.bottom + 14
  sheet.line([page.left, y - 4], [page.right, y - 4], { colour: colour.hairline, thickness: 0.5 })
  const column = { x: page.left, y, width: contentWidth }
  const end = sheet.text(`${title.en} ${title.zh} ${reference}`, column, style.foot)
  sheet.text(`Content SHA-256 ${foot.contentSha256}`, { ...column, y: end }, style.foot)
  const { pageNumber, pageCount } = foot
  sheet.text(
    `Page ${pageNumber} of ${pageCount} 第 ${pageNumber} 页，共 ${pageCount} 页`,
    { ...column, align: 'right' },
    style.foot,
  )
}
