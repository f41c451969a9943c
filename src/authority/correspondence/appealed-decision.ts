import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import type { appealable } from './letter.ts'

/** A kind of decision that can be reviewed. */
export type AppealableKind = (typeof appealable)[number]

/** The decision that a trader wants reviewed, as the office has it. */
export interface AppealedDecision {
  readonly decision: AppealableKind
  readonly decidedOn: LocalDate
  /** Number of its line in the dossier; absent for a ruling. */
  readonly dossierEntry?: string
  /** Who has decided it. */
  readonly decidedBy?: string
  /** The thread in which a ruling was decided. */
  readonly thread?: string
}

/** What stands in the dossier where an officer has decided so. */
const ENTRIES: Readonly<Record<Exclude<AppealableKind, 'ruling'>, readonly string[]>> = {
  assessment: ['re-assessed', 'took security as duty', 're-assessed after a letter'],
  refusal: ['refused entry'],
  seizure: ['seized the goods', 'kept goods back', 'seized kept goods'],
  penalty: ['imposed a penalty', 'gave a warning letter'],
}

/** The lines of the dossier by which something was found wrong that its trader has not told by themselves. */
export const entriesOfFindings: readonly string[] = [
  ...ENTRIES.assessment.filter((what) => what !== 're-assessed after a letter'),
  ...ENTRIES.refusal,
  ...ENTRIES.seizure,
]

/** The decisions of one kind on a declaration that can be reviewed, the latest first. */
export async function decisionsOn(
  transaction: AuthorityTransaction,
  lodgementId: string,
  decision: Exclude<AppealableKind, 'ruling'>,
): Promise<readonly AppealedDecision[]> {
  const rows = await transaction
    .selectFrom('dossier_entry')
    .select(['id', 'at', 'actor'])
    .where('lodgement_id', '=', lodgementId)
    .where('what', 'in', ENTRIES[decision])
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, at, actor }) => ({
    decision,
    decidedOn: dateInLondon(instantOf(at)),
    dossierEntry: id,
    decidedBy: actor,
  }))
}

/** What a trader's software was told of a ruling, as far as a review has to find it again. */
export interface DecidedRuling extends AppealedDecision {
  readonly thread: string
  readonly rulingReference?: string
}

/** The rulings that a trader's software was given, or refused, the latest first. */
export async function rulingsFor(
  transaction: AuthorityTransaction,
  applicationId: string,
): Promise<readonly DecidedRuling[]> {
  const rows = await transaction
    .selectFrom('correspondence_thread')
    .select(['reference', 'decision'])
    .where('application_id', '=', applicationId)
    .where('kind', '=', 'ruling-request')
    .where('decision', 'is not', null)
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.flatMap(({ reference, decision }) =>
    decision === null
      ? []
      : [
          {
            decision: 'ruling' as const,
            decidedOn: decision.decidedOn,
            thread: reference,
            ...(decision.details?.rulingReference !== undefined && {
              rulingReference: decision.details.rulingReference,
            }),
          },
        ],
  )
}
