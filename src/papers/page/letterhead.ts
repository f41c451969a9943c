import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { DocumentNames } from '../../customs/documents/document-names.ts'
import type { Party } from '../../customs/order/party.ts'
import { countryText } from './party-boxes.ts'
import type { Sheet } from './sheet.ts'
import { colour, contentWidth, page, style } from './style.ts'

/** What stands at the head of the first page. */
export interface Letterhead {
  readonly title: BilingualText
  /** Whose paper it is. */
  readonly sender: Party
  readonly names: DocumentNames
}

/** Room for the longest title on one line. */
const titleWidth = 208

/** Draws the head of the first page: the sender on the left, the kind of paper on the right. */
export function drawLetterhead(sheet: Sheet, { title, sender, names }: Letterhead): void {
  const left = { x: page.left, width: contentWidth - titleWidth }
  const right = { x: page.right - titleWidth, width: titleWidth, align: 'right' } as const
  const { lines, city, region, postcode, country } = sender.address
  const address = [...lines, city, region, postcode, countryText(country, names)]
  let leftEnd = sheet.text(sender.name, { ...left, y: sheet.y }, style.letterhead)
  leftEnd = sheet.text(
    address.filter((part) => part !== undefined).join(', '),
    { ...left, y: leftEnd + 1 },
    style.note,
  )
  let rightEnd = sheet.text(title.en.toUpperCase(), { ...right, y: sheet.y - 4 }, style.title)
  rightEnd = sheet.text(title.zh, { ...right, y: rightEnd }, style.titleHan)
  const y = Math.max(leftEnd, rightEnd) + 6
  sheet.line([page.left, y], [page.right, y], { colour: colour.accent, thickness: 1.4 })
  sheet.y = y + 8
}

/** Draws the short head of every further page. */
export function drawRunningHead(sheet: Sheet, title: BilingualText, reference: string): void {
  const column = { x: page.left, y: sheet.y, width: contentWidth / 2 }
  const right = { ...column, x: page.left + contentWidth / 2, align: 'right' } as const
  sheet.text(`${title.en} ${title.zh}`, column, style.strong)
  const end = sheet.text(`${reference} (continued 续)`, right, style.small)
  sheet.line([page.left, end + 4], [page.right, end + 4], { colour: colour.accent, thickness: 0.9 })
  sheet.y = end + 12
}
