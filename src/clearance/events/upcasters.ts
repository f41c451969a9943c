import type { CaseEventType } from './case-event.ts'

/** The present version of the shape of each event type; types that never changed are version 1. */
const CURRENT_VERSION: Partial<Record<CaseEventType, number>> = {
  'case-opened': 2,
  'thread-decided': 2,
}

/**
 * The version that new events of a type are written with; {@link upcast} lifts older ones to it.
 */
export function currentSchemaVersion(type: CaseEventType): number {
  return CURRENT_VERSION[type] ?? 1
}

/** What stands for the version that a review has made in events from before they said it. */
export const VERSION_NOT_RECORDED = 'not-recorded'

/** A review that leaves its decision as it is makes no version of the declaration. */
function mayHaveMadeVersion({ kind, outcome }: StoredData): boolean {
  return kind === 'appeal' && outcome !== 'upheld'
}

type StoredData = Readonly<Record<string, unknown>>
type Upcaster = (data: StoredData) => StoredData

/** For each type the steps from version n (index n - 1) to version n + 1. */
const upcasters: Partial<Record<CaseEventType, readonly Upcaster[]>> = {
  // Version 1 knew one order a case; since consignments join orders, a case lists them.
  'case-opened': [({ orderId, ...data }) => ({ ...data, orderIds: [orderId] })],
  // Version 1 did not say which version of the declaration a review has made.
  'thread-decided': [
    (data) => (mayHaveMadeVersion(data) ? { ...data, versionId: VERSION_NOT_RECORDED } : data),
  ],
}

/**
 * Lifts the data of a stored event to the present shape, one version at a time.
 * @throws RangeError for a version that this program does not know yet (written by a newer one).
 */
export function upcast(type: CaseEventType, data: StoredData, schemaVersion: number): StoredData {
  const current = currentSchemaVersion(type)
  if (schemaVersion > current) {
    throw new RangeError(`${type} version ${schemaVersion} was written by a newer program`)
  }
  const steps = (upcasters[type] ?? []).slice(schemaVersion - 1, current - 1)
  return steps.reduce((lifted, step) => step(lifted), data)
}
