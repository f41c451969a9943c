import {
  fillExportDeclaration,
  fillSimplifiedExportDeclaration,
} from '../../customs/declaration/fill-export-declaration.ts'
import type { FilledDeclaration } from '../../customs/declaration/fill-import-declaration.ts'
import { combine, type Result } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'
import { type ComposedDeclaration, composeChecked } from './compose-declaration.ts'
import {
  exportDeclarationFacts,
  type ExportSources,
  simplifiedExports,
} from './export-declaration-facts.ts'
import type { DeclarationReferences } from './import-declaration-facts.ts'

/** The full declaration (B1) of goods that leave, checked and written. */
export function composeExport(
  sources: ExportSources,
  references: DeclarationReferences,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  const facts = exportDeclarationFacts(sources, references)
  const filled: Result<FilledDeclaration> = facts.ok ? fillExportDeclaration(facts.value) : facts
  return composeChecked(filled, { on: sources.on }, reference)
}

/**
 * The simplified declaration (C1) on which goods leave under the authorisation of the trader, checked
 * and written. Whoever lodges it owes the supplementary declaration (type Y).
 */
export function composeSimplifiedExport(
  sources: ExportSources,
  references: DeclarationReferences,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  const facts = combine({
    whole: exportDeclarationFacts(sources, references),
    authorisation: simplifiedExports(sources.profile),
  })
  if (!facts.ok) return facts
  const { whole, authorisation } = facts.value
  const filled = fillSimplifiedExportDeclaration({ ...whole, authorisations: [authorisation] })
  return composeChecked(filled, { on: sources.on }, reference)
}
