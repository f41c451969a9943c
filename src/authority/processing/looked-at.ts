import type { Instant } from '../../customs/calendar/local-date.ts'
import { afterOpenTime } from '../hours/office-hours.ts'
import { secondsAfter } from './instant.ts'
import type { OpenControl } from './lodgement.ts'
import type { Settings } from './settings.ts'

/** How long looking takes, and who looks. */
export type LookSettings = Pick<
  Settings,
  | 'greenLaneSeconds'
  | 'yellowLaneSeconds'
  | 'redLaneSeconds'
  | 'documentRequestSeconds'
  | 'decisions'
  | 'officeHours'
>

/** What of an accepted entry the office has looked at by itself, and when it looks again. */
export interface LookedAt {
  readonly inOrder: readonly OpenControl[]
  readonly waiting: readonly OpenControl[]
  /** Absent where the rest waits for an officer or for the trader. */
  readonly nextAt: Instant | undefined
}

/**
 * Where the office decides by itself, what a rule or an officer has opened is found in order once the
 * time of its lane has gone by while the office was open: papers and answers from when they came, all
 * else from when it was opened.
 */
export function lookedAt(
  controls: readonly OpenControl[],
  { now, settings }: { readonly now: Instant; readonly settings: LookSettings },
): LookedAt {
  if (settings.decisions === 'by-officers') {
    return { inOrder: [], waiting: controls, nextAt: undefined }
  }
  const inOrder: OpenControl[] = []
  const waiting: OpenControl[] = []
  const looks: Instant[] = []
  for (const control of controls) {
    const at = lookAt(control, settings)
    if (at !== undefined && at <= now) inOrder.push(control)
    else waiting.push(control)
    if (at !== undefined && at > now) looks.push(at)
  }
  return { inOrder, waiting, nextAt: looks.toSorted()[0] }
}

/** Nobody can look at what the trader has not sent. */
function lookAt(
  { kind, openedAt, answeredAt }: OpenControl,
  { yellowLaneSeconds, redLaneSeconds, officeHours }: LookSettings,
): Instant | undefined {
  const start = kind === 'documents' || kind === 'question' ? answeredAt : openedAt
  if (start === undefined) return undefined
  const seconds = kind === 'inspection' ? redLaneSeconds : yellowLaneSeconds
  return afterOpenTime(start, seconds, officeHours)
}

/** When an entry that nothing holds up is released: machines do that, at any hour. */
export function greenAt(acceptedAt: Instant, { greenLaneSeconds }: LookSettings): Instant {
  return secondsAfter(acceptedAt, greenLaneSeconds)
}
