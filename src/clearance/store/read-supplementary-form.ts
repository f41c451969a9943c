import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { declarationForm } from '../declaring/declaration-form.ts'
import { openPoints } from '../mending/open-points.ts'
import { composeSupplementaryAnew } from '../preparation/compose-supplementary-anew.ts'
import type { ReferenceData } from '../reference-data.ts'
import { withSupplementaryShown } from '../supplementary-in-force.ts'
import { readFacts } from './case-fact.ts'
import { type DeclarationForm, readDeclarationForm } from './read-declaration-form.ts'

/** Reference of a declaration that is only shown; the real one is given when it is handed in. */
const ON_TRIAL = 'TRIAL'

/**
 * The form of the supplementary declaration that was handed in or rejected, or else of the one that would
 * be handed in now. Undefined where none is owed; fails where it cannot be filled.
 */
export async function readSupplementaryForm(
  transaction: TenantTransaction,
  state: CaseState,
  reference: ReferenceData,
): Promise<Result<DeclarationForm> | undefined> {
  const shown = withSupplementaryShown(state)
  if (shown !== undefined) return readDeclarationForm(transaction, shown, reference)
  if (state.supplementary === undefined) return undefined
  const { facts } = await readFacts<[Consignment]>(transaction, [state.consignment])
  const trial = { state, consignment: facts[0], lrn: ON_TRIAL }
  const made = await composeSupplementaryAnew({ reference }, transaction, trial)
  if (!made.ok) return made
  const { preparation, composed } = made.value
  const points = openPoints({ findings: [], obstacles: [], warnings: preparation.warnings })
  const sections = declarationForm({ ...composed.filled, points, amendments: [] })
  return success({ standing: 'trial', sections })
}
