import { canonicalJson } from '../customs/canonical-json.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import type { PrintedDeclaration } from '../customs/documents/printed-declaration.ts'
import { failure, type Result, success } from '../customs/result.ts'
import { renderPages } from './render-pages.ts'
import { declarationTemplate } from './templates/declaration.ts'
import { uncoveredCharacters } from './typography/uncovered-characters.ts'

/**
 * Prints a declaration with its history as a PDF/A-3b file. It is dated by the last event that it
 * tells of, so that printing it twice gives the same bytes.
 *
 * Fails with `not-covered` where a text holds a character that the fonts here do not have.
 */
export async function renderDeclaration(declaration: PrintedDeclaration): Promise<Result<Buffer>> {
  const [uncovered, ...others] = uncoveredCharacters(declaration)
  if (uncovered !== undefined) return failure(uncovered, ...others)
  return success(
    await renderPages(declarationTemplate(declaration), {
      name: 'declaration',
      text: canonicalJson(declaration),
      datedOn: localDate(declaration.asOf.slice(0, 10)),
    }),
  )
}
