import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import { keptGoodsEnds, type KeptState } from '../kept/kept-goods.ts'
import { nextState } from '../life-cycle/next-state.ts'
import type { PenaltyState } from '../penalties/penalty.ts'
import type { ControlKind } from '../store/tables.ts'
import { penalisable } from './penalise.ts'

/** What an officer can do with a lodgement. */
export const officerActs = [
  'request-documents',
  'ask-question',
  'order-inspection',
  'record-findings',
  'close-control',
  're-assess',
  'keep-back',
  'decide-kept',
  'require-security',
  'release-security',
  'take-security',
  'release',
  'refuse',
  'seize',
  'dispose',
  'record-payment',
  'penalise',
  'record-penalty-payment',
  'withdraw-penalty',
] as const

/** One of {@link officerActs}. */
export type OfficerAct = (typeof officerActs)[number]

const ON_ACCEPTED: readonly OfficerAct[] = [
  'request-documents',
  'ask-question',
  'order-inspection',
  're-assess',
  'keep-back',
  'require-security',
  'record-payment',
]

/** What is open on a lodgement beside its main line. */
export interface OpenMatters {
  /** Kinds of the open controls. */
  readonly open: readonly ControlKind[]
  /** Security is held on which nobody has decided. */
  readonly isSecured: boolean
  /** Of the warnings and penalties that were given. */
  readonly penalties: readonly PenaltyState[]
  /** Money is waited for in cash; after the release that is a demand. */
  readonly isDemanded: boolean
  /** Of the goods that were kept back. */
  readonly kept: readonly KeptState[]
}

/**
 * What a lodgement admits, so that the desk offers nothing that would be refused. The acts decide
 * for themselves all the same, on what they find when they are taken.
 */
export function possibleActs(
  state: LodgementState,
  { open, isSecured, penalties, isDemanded, kept }: OpenMatters,
): readonly OfficerAct[] {
  const inspects = open.includes('inspection')
  const others = open.some((kind) => kind !== 'inspection')
  const accepted = state === 'accepted'
  const possible: ReadonlySet<OfficerAct> = new Set<OfficerAct>([
    ...(accepted ? ON_ACCEPTED : []),
    ...(accepted && inspects ? (['record-findings'] as const) : []),
    ...(accepted && !inspects ? (['release'] as const) : []),
    ...(state === 'released' && isDemanded ? (['record-payment'] as const) : []),
    ...(penalisable.includes(state) ? (['penalise'] as const) : []),
    ...(penalties.includes('imposed') ? (['record-penalty-payment'] as const) : []),
    ...(penalties.some((one) => one !== 'withdrawn') ? (['withdraw-penalty'] as const) : []),
    ...(isSecured && (accepted || state === 'released')
      ? (['release-security', 'take-security'] as const)
      : []),
    ...(kept.some((one) => keptGoodsEnds[one].length > 0) ? (['decide-kept'] as const) : []),
    ...(others && (accepted || state === 'released') ? (['close-control'] as const) : []),
    ...(nextState(state, 'refuse').ok ? (['refuse'] as const) : []),
    ...(nextState(state, 'seize').ok ? (['seize'] as const) : []),
    ...(nextState(state, 'dispose').ok ? (['dispose'] as const) : []),
  ])
  return officerActs.filter((act) => possible.has(act))
}
