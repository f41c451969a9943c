import { fillSimplifiedDeclaration } from '../../customs/declaration/fill-simplified-declaration.ts'
import { fillSupplementaryDeclaration } from '../../customs/declaration/fill-supplementary-declaration.ts'
import type { SimplificationFacts } from '../../customs/declaration/simplification-facts.ts'
import { combine, failure, type Failure, type Result, success } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'
import { composeFilled, type ComposedDeclaration } from './compose-declaration.ts'
import {
  type DeclarationReferences,
  type DeclarationSources,
  importDeclarationFacts,
} from './import-declaration-facts.ts'

/** The reduced declaration on which goods are released under the authorisation of the trader. */
export function composeSimplified(
  sources: DeclarationSources,
  references: DeclarationReferences,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  const facts = combine({
    whole: importDeclarationFacts(sources, references),
    simplification: simplificationOf(sources),
  })
  if (!facts.ok) return facts
  const { whole, simplification } = facts.value
  return composeFilled(fillSimplifiedDeclaration(whole, simplification), sources, reference)
}

/** The whole declaration that completes a simplified one. */
export function composeSupplementary(
  sources: DeclarationSources,
  references: DeclarationReferences,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  const facts = combine({
    whole: importDeclarationFacts(sources, references),
    simplification: simplificationOf(sources),
    initial: initialOf(references),
  })
  if (!facts.ok) return facts
  const { whole, simplification, initial } = facts.value
  const supplement = { simplification, initial }
  return composeFilled(fillSupplementaryDeclaration(whole, supplement), sources, reference)
}

const notInNorthernIreland: Failure = {
  code: 'not-covered',
  path: '/simplifiedDeclaration',
  message: 'Declaring goods to Northern Ireland in two steps is not covered.',
  mend: 'Declare in full (uk-cds-h1).',
  zh: { message: '目前不支持分两步申报运往北爱尔兰的货物。', mend: '请作完整申报（uk-cds-h1）。' },
}

function simplificationOf({ profile, lane }: DeclarationSources): Result<SimplificationFacts> {
  if (lane.lane === 'ni-h1') return failure(notInNorthernIreland)
  const { simplifiedDeclarations } = profile
  if (simplifiedDeclarations !== undefined) {
    const note = { en: 'Authorisation of the trader.', zh: '企业的授权。' }
    return success({ ...simplifiedDeclarations, origin: { source: 'profile', note } })
  }
  return failure({
    code: 'fact-missing',
    path: '/profile/simplifiedDeclarations',
    message: 'A simplified declaration needs the authorisation for simplified declarations (SDE).',
    mend: 'State its holder and number in the trader profile, or declare in full (uk-cds-h1).',
    zh: {
      message: '简化申报需要简化申报授权（SDE）。',
      mend: '请在贸易商档案中填写持有人和授权编号，或作完整申报（uk-cds-h1）。',
    },
  })
}

function initialOf({ initial }: DeclarationReferences) {
  if (initial !== undefined) {
    const note = { en: 'The simplified declaration.', zh: '简化申报。' }
    return success({
      ...initial,
      origin: { source: 'document', reference: initial.mrn, note },
    } as const)
  }
  return failure({
    code: 'fact-missing',
    path: '/initial',
    message: 'A supplementary declaration needs the MRN of the simplified one and its acceptance.',
    mend: 'State both, as the authority has told them.',
    zh: {
      message: '补充申报需要所补充的简化申报的 MRN 和接受时间。',
      mend: '请按海关告知的内容填写两者。',
    },
  })
}
