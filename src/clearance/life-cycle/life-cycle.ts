/**
 * A life cycle as data: which event leads from which state to which. There is no other way to change
 * a state, so what is not in the table cannot happen.
 */
export interface Transition<State extends string, Event extends string> {
  /** `null` for the event that begins the life. */
  readonly from: State | null
  readonly event: Event
  readonly to: State
  /** What must hold, in words; what the record can tell of it is checked in `main-guards.ts`. */
  readonly needs?: string
}

/**
 * The whole of what can happen to one kind of thing: what is done, what is drawn in the manual and
 * what is tested are all read from this one table.
 */
export interface LifeCycle<State extends string, Event extends string> {
  /** For the drawing and for messages about an illegal step. */
  readonly name: string
  readonly transitions: readonly Transition<State, Event>[]
}

/** The state after the event, or undefined where the table has no such edge. */
export function nextState<State extends string, Event extends string>(
  lifeCycle: LifeCycle<State, Event>,
  from: State | null,
  event: Event,
): State | undefined {
  return lifeCycle.transitions.find((edge) => edge.from === from && edge.event === event)?.to
}

/**
 * The state after an event that has been recorded.
 * @throws IllegalTransition: a recorded event without an edge is a broken invariant, not a user's mistake.
 */
export function follow<State extends string, Event extends string>(
  lifeCycle: LifeCycle<State, Event>,
  from: State | null,
  event: Event,
): State {
  const to = nextState(lifeCycle, from, event)
  if (to === undefined) throw new IllegalTransition(lifeCycle.name, from, event)
  return to
}

/**
 * A record that contradicts its life cycle. Nobody can mend it by other input, so it is thrown; a
 * command that comes at the wrong moment is the failure `illegal-transition` instead.
 */
export class IllegalTransition extends Error {
  constructor(lifeCycle: string, from: string | null, event: string) {
    super(`${lifeCycle}: no way from ${from ?? 'nothing'} by ${event}`)
    this.name = 'IllegalTransition'
  }
}

/** An event whose edge exists but which lacks what the edge needs: a broken record as well. */
export class GuardNotMet extends Error {
  constructor(event: string, missing: string) {
    super(`${event} needs ${missing}`)
    this.name = 'GuardNotMet'
  }
}

/**
 * The shortest way between two states by some of the events, undefined where there is none.
 * Notifications that arrive late or out of order may tell of several steps at once.
 */
export function pathBetween<State extends string, Event extends string>(
  lifeCycle: LifeCycle<State, Event>,
  ends: { readonly from: State; readonly to: State },
  by: ReadonlySet<Event>,
): readonly Event[] | undefined {
  const paths = new Map<State, readonly Event[]>([[ends.from, []]])
  for (const [state, path] of paths) {
    if (state === ends.to) return path
    for (const edge of lifeCycle.transitions) {
      if (edge.from !== state || !by.has(edge.event) || paths.has(edge.to)) continue
      paths.set(edge.to, [...path, edge.event])
    }
  }
  return undefined
}

/** The states that no edge leaves. */
export function terminalStates<State extends string, Event extends string>(
  lifeCycle: LifeCycle<State, Event>,
): readonly State[] {
  const left = new Set(lifeCycle.transitions.map((edge) => edge.from))
  return [...new Set(lifeCycle.transitions.map((edge) => edge.to))].filter(
    (state) => !left.has(state),
  )
}
