import type { LifeCycle } from './life-cycle.ts'

/** Where a thread of letters with an authority stands. `written` has not reached the authority yet. */
export const threadStates = ['written', 'open', 'answered', 'decided', 'closed', 'refused'] as const

/** One of {@link threadStates}. */
export type ThreadState = (typeof threadStates)[number]

/** What can happen to a thread. After the first letter the authority says how it stands. */
export type ThreadEvent =
  | 'letter-written'
  | 'letter-taken'
  | 'letter-refused'
  | 'office-opened'
  | 'office-answered'
  | 'office-decided'
  | 'office-closed'
  | 'taken-up-again'

const inTheirHands = ['open', 'answered', 'decided', 'closed'] as const

const eventTo = {
  open: 'taken-up-again',
  answered: 'office-answered',
  decided: 'office-decided',
  closed: 'office-closed',
} as const satisfies Partial<Record<ThreadState, ThreadEvent>>

/** The life of a thread as data. A closed one comes back only where the authority takes it up again. */
export const threadLifeCycle: LifeCycle<ThreadState, ThreadEvent> = {
  name: 'correspondence',
  transitions: [
    { from: null, event: 'letter-written', to: 'written', needs: 'a channel that carries letters' },
    { from: null, event: 'office-opened', to: 'open', needs: 'a case or a thread that it names' },
    { from: 'written', event: 'letter-taken', to: 'open' },
    { from: 'written', event: 'letter-refused', to: 'refused', needs: 'the reasons' },
    {
      from: 'open',
      event: 'letter-refused',
      to: 'refused',
      needs: 'that the mail with the letter that opened it came back',
    },
    ...inTheirHands.flatMap((from) =>
      inTheirHands
        .filter((to) => to !== from)
        .map((to) => ({ from, event: eventTo[to], to }) as const),
    ),
  ],
}

/** The event by which the authority says that a thread stands so. */
export function eventOfStatus(status: (typeof inTheirHands)[number]): ThreadEvent {
  return eventTo[status]
}
