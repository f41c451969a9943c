import { createHash } from 'node:crypto'
import {
  canonicalDocumentText,
  dateOfDocument,
  type Document,
} from '../customs/documents/document.ts'
import { failure, type Result, success } from '../customs/result.ts'
import { drawFoot } from './page/foot.ts'
import { drawRunningHead } from './page/letterhead.ts'
import { Sheet } from './page/sheet.ts'
import { colour, style } from './page/style.ts'
import type { Template } from './template.ts'
import { certificateOfOriginTemplate } from './templates/certificate-of-origin.ts'
import { commercialInvoiceTemplate } from './templates/commercial-invoice.ts'
import { packingListTemplate } from './templates/packing-list.ts'
import { preferenceStatementTemplate } from './templates/preference-statement.ts'
import { uncoveredCharacters } from './typography/uncovered-characters.ts'

/**
 * Renders a document as a PDF/A-3b file with its canonical text attached. The same document gives
 * the same bytes, on any machine and after any other document.
 *
 * Fails with `not-covered` where a text holds a character that the fonts here do not have; what is
 * printed in another form than it is written is told in `typography/printable-text.ts`.
 */
export async function renderDocument(document: Document): Promise<Result<Buffer>> {
  const [uncovered, ...others] = uncoveredCharacters(document)
  if (uncovered !== undefined) return failure(uncovered, ...others)
  const text = canonicalDocumentText(document)
  const contentSha256 = createHash('sha256').update(text).digest('hex')
  const template = templateOf(document)
  const datedAt = new Date(`${dateOfDocument(document)}T00:00:00Z`)
  const sheet = new Sheet({ title: template.title.en, contentSha256, datedAt }, (opened) => {
    openPage(opened, template)
  })
  template.draw(sheet)
  const attachment = {
    name: `${document.kind}.json`,
    mediaType: 'application/json',
    description: 'The data of this document as canonical JSON (RFC 8785)',
    text,
  }
  const pdf = await sheet.finish(attachment, (pageNumber, pageCount) => {
    drawFoot(sheet, template, { pageNumber, pageCount, contentSha256 })
  })
  return success(pdf)
}

/** The template of a document, by its kind. */
function templateOf(document: Document): Template {
  switch (document.kind) {
    case 'commercial-invoice':
      return commercialInvoiceTemplate(document.data)
    case 'packing-list':
      return packingListTemplate(document.data)
    case 'certificate-of-origin':
      return certificateOfOriginTemplate(document.data)
    case 'preference-statement':
      return preferenceStatementTemplate(document.data)
  }
}

/** What every page has before its content. */
function openPage(sheet: Sheet, template: Template): void {
  // The watermark is drawn first, so that every text stands legibly above it.
  if (template.watermark) sheet.watermark(template.watermark, watermarkStyle)
  if (sheet.pageNumber > 1) drawRunningHead(sheet, template.title, template.reference)
}

const watermarkStyle = { ...style.title, size: 56, colour: colour.watermark }
