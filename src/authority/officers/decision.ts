import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, type Result } from '../../customs/result.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { AcceptanceKnowledge } from '../processing/accept.ts'
import type { LodgementChange } from '../processing/change.ts'
import type { Lodgement, OpenControl } from '../processing/lodgement.ts'
import type { SettlementFacts } from '../processing/settle.ts'

/** What an officer has before them when they decide. */
export interface Desk {
  readonly officer: string
  readonly now: Instant
  readonly lodgement: Lodgement
  /** Absent before acceptance. */
  readonly facts?: SettlementFacts
  readonly knowledge: AcceptanceKnowledge
}

/** A decision of an officer: what it changes, or why it cannot be taken now. */
export type Decision = (desk: Desk) => Result<LodgementChange>

/**
 * The failure of an act that is sound in itself but not possible now.
 *
 * @param mend what the officer can do instead, without a full stop
 */
export function refused(message: string, mend: string): ReturnType<typeof failure> {
  return failure({ code: 'illegal-transition', path: '', message, mend })
}

/** The failure of an act for which the lodgement is in the wrong state, or nothing. */
export function wrongState(
  { lodgement }: Desk,
  states: readonly LodgementState[],
): ReturnType<typeof failure> | undefined {
  return states.includes(lodgement.state)
    ? undefined
    : refused(
        `The lodgement is ${lodgement.state}.`,
        `this can be done while it is ${states.join(' or ')}`,
      )
}

/**
 * The control that an officer means, or `not-found`. A closed one is not found either: what was
 * decided about it is history.
 */
export function openControl(desk: Desk, controlId: string): Result<OpenControl> {
  const control = desk.facts?.openControls.find((candidate) => candidate.id === controlId)
  return control === undefined
    ? failure({
        code: 'not-found',
        path: '/controlId',
        message: `There is no open control ${controlId} on this lodgement.`,
      })
    : { ok: true, value: control }
}
