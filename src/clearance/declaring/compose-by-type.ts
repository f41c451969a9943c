import {
  type ImportAdditionalType,
  isOfArrivedGoods,
  isSimplified,
} from '../../customs/declaration/declaration-type.ts'
import { failure, type Result } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'
import { composeDeclaration, type ComposedDeclaration } from './compose-declaration.ts'
import { composeExport, composeSimplifiedExport } from './compose-export.ts'
import { composeSimplified } from './compose-simplified.ts'
import type { ExportSources } from './export-declaration-facts.ts'
import type { DeclarationReferences, DeclarationSources } from './import-declaration-facts.ts'

/** What the declaration of a case is filled from; of goods that leave nothing was quoted. */
export type CaseSources = DeclarationSources | ExportSources

/** References of a declaration, in full or simplified. */
export interface ReferencesByType extends Pick<DeclarationReferences, 'lrn' | 'ducr'> {
  readonly additionalType: ImportAdditionalType
}

/**
 * The declaration by which goods are released or leave: in full, or simplified under the authorisation of the
 * trader. Of imports, only what is declared in full as H1 can be simplified.
 */
export function composeByType(
  sources: CaseSources,
  { additionalType, ...own }: ReferencesByType,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  const timing = isOfArrivedGoods(additionalType) ? 'A' : 'D'
  const references: DeclarationReferences = { ...own, additionalType: timing }
  if (!('lane' in sources)) {
    return isSimplified(additionalType)
      ? composeSimplifiedExport(sources, references, reference)
      : composeExport(sources, references, reference)
  }
  if (!isSimplified(additionalType)) return composeDeclaration(sources, references, reference)
  const { lane, dataSet } = sources.lane
  return dataSet === 'H1' ? composeSimplified(sources, references, reference) : notSimplified(lane)
}

function notSimplified(lane: string) {
  return failure({
    code: 'not-covered',
    path: '/simplifiedDeclaration',
    message: `Goods of the lane ${lane} have a reduced declaration of their own and are not declared in two steps.`,
    mend: 'Declare them without simplification.',
    zh: {
      message: `通道 ${lane} 的货物另有精简申报，不作两步申报。`,
      mend: '请不要选择简化申报。',
    },
  })
}
