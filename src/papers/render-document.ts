import {
  canonicalDocumentText,
  dateOfDocument,
  type Document,
} from '../customs/documents/document.ts'
import { failure, type Result, success } from '../customs/result.ts'
import { renderPages } from './render-pages.ts'
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
  return success(
    await renderPages(templateOf(document), {
      name: document.kind,
      text: canonicalDocumentText(document),
      datedOn: dateOfDocument(document),
    }),
  )
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
