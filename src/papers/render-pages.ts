import { createHash } from 'node:crypto'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import { drawFoot } from './page/foot.ts'
import { drawRunningHead } from './page/letterhead.ts'
import { Sheet } from './page/sheet.ts'
import { colour, style } from './page/style.ts'
import type { Template } from './template.ts'

/** What is attached to the pages, and named by its hash on each of them. */
export interface PagesOf {
  /** File name of the attachment without its ending. */
  readonly name: string
  /** The data as canonical JSON (RFC 8785). */
  readonly text: string
  readonly datedOn: LocalDate
}

/** Draws a template as a PDF/A-3b file with its data attached. The same data give the same bytes. */
export function renderPages(template: Template, { name, text, datedOn }: PagesOf): Promise<Buffer> {
  const contentSha256 = createHash('sha256').update(text).digest('hex')
  const datedAt = new Date(`${datedOn}T00:00:00Z`)
  const sheet = new Sheet({ title: template.title.en, contentSha256, datedAt }, (opened) => {
    openPage(opened, template)
  })
  template.draw(sheet)
  const attachment = {
    name: `${name}.json`,
    mediaType: 'application/json',
    description: 'The data of this document as canonical JSON (RFC 8785)',
    text,
  }
  return sheet.finish(attachment, (pageNumber, pageCount) => {
    drawFoot(sheet, template, { pageNumber, pageCount, contentSha256 })
  })
}

/** What every page has before its content. */
function openPage(sheet: Sheet, template: Template): void {
  // The watermark is drawn first, so that every text stands legibly above it.
  if (template.watermark) sheet.watermark(template.watermark, watermarkStyle)
  if (sheet.pageNumber > 1) drawRunningHead(sheet, template.title, template.reference)
}

const watermarkStyle = { ...style.title, size: 56, colour: colour.watermark }
