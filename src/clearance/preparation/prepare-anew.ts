import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { checked, type Failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { DeclarationSources } from '../declaring/import-declaration-facts.ts'
import type { ClearancePorts } from '../ports.ts'
import { readPreferenceProofs } from '../store/preference-proofs.ts'
import { readTrader } from '../store/trader.ts'
import { type Preparation, prepare } from './prepare.ts'

/** A case that was declared before, to be decided once more. */
export interface PreparingAnew {
  readonly state: CaseState
  readonly consignment: Consignment
  /** The day whose law counts: of the acceptance, once there was one. */
  readonly on: LocalDate
}

/** The decisions of a case by the law of a day, and what a declaration is filled from by them. */
export interface PreparedAnew {
  readonly preparation: Preparation
  readonly sources: DeclarationSources
}

/** Decides, quotes and checks a case that was declared before. Fails with all that stands against it. */
export async function prepareAnew(
  { reference }: Pick<ClearancePorts, 'reference'>,
  transaction: TenantTransaction,
  { state, consignment, on }: PreparingAnew,
): Promise<Result<PreparedAnew>> {
  const { profile } = await readTrader(transaction)
  const proofs = await readPreferenceProofs(transaction, state)
  const preparation = prepare({ consignment, profile, on, reference, proofs })
  const sound = checked(obstaclesOf(preparation))
  if (!sound.ok) return sound
  const { lane, parties, quote } = preparation
  if (lane === undefined || parties === undefined || quote === undefined) {
    throw new Error('a preparation without obstacles has all of its decisions')
  }
  return success({ preparation, sources: { consignment, lane, parties, quote, profile } })
}

function obstaclesOf({ findings, failures }: Preparation): readonly Failure[] {
  const blocking = findings
    .filter(({ severity }) => severity === 'blocking')
    .map(({ path, message, mend }): Failure => ({
      code: 'invalid-input',
      path,
      message: message.en,
      mend: mend.en,
      zh: { message: message.zh, mend: mend.zh },
    }))
  return [...blocking, ...failures]
}
