import type { Instant } from '../../customs/calendar/local-date.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { PersonalFields } from './personal-fields.ts'

/** Whose data is erased, and by what it is known: the people in some orders. */
export interface OrdersSubject {
  readonly tenantId: string
  readonly orderIds: readonly string[]
  /** Ids that stand wherever the subject is spoken of: of the orders, and of their case. */
  readonly ids: readonly string[]
  readonly personalRecordIds: readonly string[]
  /** The values themselves, for places where they may stand within other text. */
  readonly personal: PersonalFields
  readonly now: Instant
}

/** The people in a case. */
export interface CaseSubject extends OrdersSubject {
  readonly caseId: string
}

/**
 * Erases the personal data that one place keeps of a subject.
 *
 * @returns from how many records something was erased
 */
export type Eraser<Subject extends OrdersSubject = OrdersSubject> = (
  transaction: TenantTransaction,
  subject: Subject,
) => Promise<number>

/** Places where personal data lie, each with what erases them there. */
export type Erasers<Subject extends OrdersSubject> = Readonly<Record<string, Eraser<Subject>>>

/** Erases a subject from every place, one after the other in the caller's transaction. */
export async function eraseFrom<Subject extends OrdersSubject>(
  erasers: Erasers<Subject>,
  transaction: TenantTransaction,
  subject: Subject,
): Promise<Readonly<Record<string, number>>> {
  const erased: Record<string, number> = {}
  for (const [place, erase] of Object.entries(erasers)) {
    erased[place] = await erase(transaction, subject)
  }
  return erased
}
