import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import { nextState } from '../life-cycle/next-state.ts'
import type { ControlKind } from '../store/tables.ts'

/** What an officer can do with a lodgement. */
export const officerActs = [
  'request-documents',
  'ask-question',
  'order-inspection',
  'record-findings',
  'close-control',
  're-assess',
  'require-security',
  'release-security',
  'take-security',
  'release',
  'refuse',
  'seize',
  'dispose',
  'record-payment',
] as const

/** One of {@link officerActs}. */
export type OfficerAct = (typeof officerActs)[number]

const ON_ACCEPTED: readonly OfficerAct[] = [
  'request-documents',
  'ask-question',
  'order-inspection',
  're-assess',
  'require-security',
  'record-payment',
]

/** What is open on a lodgement beside its main line. */
export interface OpenMatters {
  /** Kinds of the open controls. */
  readonly open: readonly ControlKind[]
  /** Security is held on which nobody has decided. */
  readonly isSecured: boolean
}

/**
 * What a lodgement admits, so that the desk offers nothing that would be refused. The acts decide
 * for themselves all the same, on what they find when they are taken.
 */
export function possibleActs(
  state: LodgementState,
  { open, isSecured }: OpenMatters,
): readonly OfficerAct[] {
  const inspects = open.includes('inspection')
  const others = open.some((kind) => kind !== 'inspection')
  const accepted = state === 'accepted'
  const possible: ReadonlySet<OfficerAct> = new Set<OfficerAct>([
    ...(accepted ? ON_ACCEPTED : []),
    ...(accepted && inspects ? (['record-findings'] as const) : []),
    ...(accepted && !inspects ? (['release'] as const) : []),
    ...(isSecured && (accepted || state === 'released')
      ? (['release-security', 'take-security'] as const)
      : []),
    ...(others && (accepted || state === 'released') ? (['close-control'] as const) : []),
    ...(nextState(state, 'refuse').ok ? (['refuse'] as const) : []),
    ...(nextState(state, 'seize').ok ? (['seize'] as const) : []),
    ...(nextState(state, 'dispose').ok ? (['dispose'] as const) : []),
  ])
  return officerActs.filter((act) => possible.has(act))
}
