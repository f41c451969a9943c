import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { type Instant, monthsLater } from '../../customs/calendar/local-date.ts'
import {
  assessStanding,
  type CriterionStanding,
} from '../../customs/trusted-trader/assess-standing.ts'
import type { TrustedTraderScheme } from '../../customs/trusted-trader/trusted-trader-scheme.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { readRecordFigures } from '../record/record-figures.ts'
import { listEvidence, type StandingEvidence } from './standing-evidence.ts'

/** How a business stands by a scheme, with all the evidence that there is. */
export interface SchemeStanding {
  readonly scheme: TrustedTraderScheme
  /** From when on the record was looked at. */
  readonly recordSince: Instant
  readonly criteria: readonly CriterionStanding[]
  readonly evidence: readonly StandingEvidence[]
}

/** Works out the standing from the record and from what the business has brought. */
export async function readStanding(
  transaction: TenantTransaction,
  scheme: TrustedTraderScheme,
  now: Instant,
): Promise<SchemeStanding> {
  const today = dateInLondon(now)
  const first = monthsLater(today, -12 * scheme.recordYears)
  const recordSince = `${first}T00:00:00.000Z` as Instant
  const question = { authority: scheme.authority, scheme: scheme.id }
  const evidence = await listEvidence(transaction, question)
  const figures = await readRecordFigures(transaction, { since: recordSince, now })
  const documents = evidence.filter((one) => one.kind === 'document')
  const judgements = evidence
    .filter((one) => one.kind === 'judgement')
    .map((one) => ({ ...one, judgedAt: one.at }))
  const criteria = assessStanding(scheme, { documents, judgements, figures, today })
  return { scheme, recordSince, criteria, evidence }
}
