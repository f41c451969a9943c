import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { composeSupplementary } from '../declaring/compose-simplified.ts'
import type { ComposedDeclaration } from '../declaring/compose-declaration.ts'
import type { ClearancePorts } from '../ports.ts'
import type { Preparation } from './prepare.ts'
import { prepareAnew } from './prepare-anew.ts'

/** What a supplementary declaration is to be made from, and under which reference. */
export interface ComposingAnew {
  readonly state: CaseState
  readonly consignment: Consignment
  readonly lrn: string
}

/** A supplementary declaration with all that it follows from. */
export interface ComposedAnew {
  readonly preparation: Preparation
  readonly composed: ComposedDeclaration
}

/**
 * Decides and quotes a case by the law of the day on which its simplified declaration was accepted, and
 * fills what completes that: the whole of H1 under the DUCR of both. Fails with all that stands against it.
 *
 * @throws RangeError for a case whose simplified declaration was not accepted
 */
export async function composeSupplementaryAnew(
  ports: Pick<ClearancePorts, 'reference'>,
  transaction: TenantTransaction,
  { state, consignment, lrn }: ComposingAnew,
): Promise<Result<ComposedAnew>> {
  const { mrn, acceptedAt, ducr = '' } = state.declaration ?? {}
  if (mrn === undefined || acceptedAt === undefined) {
    throw new RangeError(`case ${state.caseId} has no accepted declaration to complete`)
  }
  const on = dateInLondon(new Date(acceptedAt).toISOString() as Instant)
  const prepared = await prepareAnew(ports, transaction, { state, consignment, on })
  if (!prepared.ok) return prepared
  const { preparation, sources } = prepared.value
  const references = { lrn, ducr, additionalType: 'A', initial: { mrn, acceptedAt } } as const
  const composed = composeSupplementary(sources, references, ports.reference)
  return composed.ok ? success({ preparation, composed: composed.value }) : composed
}
