import { deriveStanding } from '../../customs/formats/uk-cds/derive-standing.ts'
import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import type { CaseState } from '../case-state.ts'

/** Where the declaration stands on which goods are released, and what completes it where it is simplified. */
export interface StandingsOfCase {
  readonly main: Standing
  /** Present once a supplementary declaration was handed in. */
  readonly supplementary?: Standing
}

/**
 * The declaration in force and the supplementary one, each from what is said under its own references.
 *
 * @param notifications all of the case but those of attempts at the declaration that were rejected
 */
export function standingsOf(
  notifications: readonly Notification[],
  { declaration, supplementary }: Pick<CaseState, 'declaration' | 'supplementary'>,
): StandingsOfCase {
  const lrn = supplementary?.attempt?.lrn
  const lrns = new Set([...(supplementary?.earlierLrns ?? []), ...(lrn === undefined ? [] : [lrn])])
  const later = mrnsUnder(notifications, lrns)
  const main = notifications.filter((each) => !isUnder(each, lrns, later))
  const own = { ...(declaration && { lrn: declaration.lrn }) }
  if (lrn === undefined) return { main: deriveStanding(main, own) }
  const inForce = new Set([lrn])
  const mrns = mrnsUnder(notifications, inForce)
  const completing = notifications.filter((each) => isUnder(each, inForce, mrns))
  return {
    main: deriveStanding(main, own),
    supplementary: deriveStanding(completing, { lrn }),
  }
}

function mrnsUnder(
  notifications: readonly Notification[],
  lrns: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(notifications.flatMap(({ lrn, mrn }) => (lrns.has(lrn ?? '') && mrn) || []))
}

function isUnder(
  { lrn, mrn }: Notification,
  lrns: ReadonlySet<string>,
  mrns: ReadonlySet<string>,
): boolean {
  return lrns.has(lrn ?? '') || mrns.has(mrn ?? '')
}
