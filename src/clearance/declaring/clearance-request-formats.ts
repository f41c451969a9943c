import {
  fillExportRequest,
  fillImportRequest,
} from '../../customs/declaration/fill-clearance-request.ts'
import type { Result } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'
import {
  type ClearanceSources,
  exportRequestFacts,
  importRequestFacts,
} from './clearance-request-facts.ts'
import { type ComposedDeclaration, composeChecked } from './compose-declaration.ts'
import type { DeclarationReferences } from './import-declaration-facts.ts'

/** A data set in which goods are released that no full declaration is asked for. */
export interface ClearanceRequestFormat {
  readonly id: string
  readonly summary: string
  readonly composeRequest: (
    sources: ClearanceSources,
    references: DeclarationReferences,
    reference: ReferenceData,
  ) => Result<ComposedDeclaration>
}

/** The formats of customs clearance requests. */
export const clearanceRequestFormats: readonly ClearanceRequestFormat[] = [
  {
    id: 'uk-cds-c21i',
    summary:
      'customs clearance request (C21i) of papers without a price that come to Great Britain',
    composeRequest: (sources, references, reference) => {
      const facts = importRequestFacts(sources, references)
      return composeChecked(
        facts.ok ? fillImportRequest(facts.value) : facts,
        { on: sources.on },
        reference,
      )
    },
  },
  {
    id: 'uk-cds-c21e',
    summary:
      'customs clearance request (C21e) of what one private person sends abroad to another (21G)',
    composeRequest: (sources, references, reference) => {
      const facts = exportRequestFacts(sources, references)
      return composeChecked(
        facts.ok ? fillExportRequest(facts.value) : facts,
        { on: sources.on },
        reference,
      )
    },
  },
]
