import { exportLane } from '../../customs/lane/export-lane.ts'
import { checkGoodsData } from '../../customs/readiness/check-goods-data.ts'
import { failure, type Failure, resultOf, type Result } from '../../customs/result.ts'
import type { ComposedDeclaration } from '../declaring/compose-declaration.ts'
import { composeExport } from '../declaring/compose-export.ts'
import { notExportable } from '../declaring/export-covered.ts'
import { exportSources } from '../declaring/export-sources.ts'
import type { Preparation, PreparationInput } from './prepare.ts'
import { preparePapers } from './prepare-papers.ts'
import { ruleWarning } from './rule-warning.ts'

/**
 * Prepares goods that leave: their papers, and a trial of the declaration. Nothing is quoted, because
 * nothing falls due here; what the destination charges is asked for by a quote of the sale.
 */
export function prepareExport(input: PreparationInput): Preparation {
  const { consignment, reference } = input
  const covered = resultOf(
    [...notExportable(consignment), ...notInTwoSteps(consignment)],
    () => consignment,
  )
  const declaration = covered.ok ? tryDeclaration(input) : undefined
  // Who imports is for the law of the destination to say; the invoice names to whom the goods go.
  const importerOfRecord = { role: 'buyer' as const, party: consignment.parties.consignee }
  const papers = preparePapers({ consignment, reference, importerOfRecord })
  return {
    ...(covered.ok && { exit: exportLane(consignment, reference.laws) }),
    documents: papers.documents,
    findings: checkGoodsData(consignment, reference),
    warnings: declaration?.ok ? declaration.value.warnings.map(ruleWarning) : [],
    failures: [...failuresOf(covered), ...failuresOf(declaration), ...papers.failures],
  }
}

function tryDeclaration({
  consignment,
  profile,
  on,
  reference,
}: PreparationInput): Result<ComposedDeclaration> {
  const ducr = `0${profile.declarant.eori}-TRIAL`
  const sources = exportSources({ consignment, profile, on }, reference)
  return composeExport(sources, { lrn: 'TRIAL', ducr, additionalType: 'D' }, reference)
}

/** Who declares in two steps owes the second, which cannot be lodged of an export yet. */
function notInTwoSteps({
  simplifiedDeclaration = false,
}: PreparationInput['consignment']): readonly Failure[] {
  if (!simplifiedDeclaration) return []
  const refused = failure({
    code: 'not-covered',
    path: '/simplifiedDeclaration',
    message: 'An export is declared in full: its supplementary declaration is not covered.',
    mend: 'Declare it without simplification.',
    zh: { message: '出口须完整申报：尚不支持出口的补充申报。', mend: '请不要选择简化申报。' },
  })
  return refused.failures
}

function failuresOf(result: Result<unknown> | undefined): readonly Failure[] {
  return result === undefined || result.ok ? [] : result.failures
}
