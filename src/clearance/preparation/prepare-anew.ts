import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { checked, failure, type Failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { CaseSources } from '../declaring/compose-by-type.ts'
import { exportSources } from '../declaring/export-sources.ts'
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
export interface PreparedAnew<Sources> {
  readonly preparation: Preparation
  readonly sources: Sources
}

/**
 * Decides, quotes and checks goods that came in and were declared before. Fails with all that stands
 * against it.
 */
export async function prepareAnew(
  ports: Pick<ClearancePorts, 'reference'>,
  transaction: TenantTransaction,
  preparing: PreparingAnew,
): Promise<Result<PreparedAnew<DeclarationSources>>> {
  const prepared = await prepareEitherAnew(ports, transaction, preparing)
  if (!prepared.ok) return prepared
  const { preparation, sources } = prepared.value
  return 'lane' in sources ? success({ preparation, sources }) : nothingCharged
}

/** The same of goods that came in or that leave. */
export async function prepareEitherAnew(
  { reference }: Pick<ClearancePorts, 'reference'>,
  transaction: TenantTransaction,
  { state, consignment, on }: PreparingAnew,
): Promise<Result<PreparedAnew<CaseSources>>> {
  const { profile } = await readTrader(transaction)
  const proofs = await readPreferenceProofs(transaction, state)
  const preparation = prepare({ consignment, profile, on, reference, proofs })
  const sound = checked(obstaclesOf(preparation))
  if (!sound.ok) return sound
  const { lane, exit, parties, quote } = preparation
  if (exit !== undefined) {
    const sources = exportSources({ consignment, profile, on }, reference)
    return success({ preparation, sources })
  }
  if (lane === undefined || parties === undefined || quote === undefined) {
    throw new Error('a preparation without obstacles has all of its decisions')
  }
  return success({ preparation, sources: { consignment, lane, parties, quote, profile } })
}

const nothingCharged = failure({
  code: 'not-covered',
  path: '',
  message:
    'The goods leave the country: nothing was charged on them that could be worked out anew.',
  mend: 'Have the declaration amended instead.',
  zh: { message: '货物为出口，未收取税费，无从重新核算。', mend: '请改为申请修改报关单。' },
})

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
