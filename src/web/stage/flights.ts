import type { StageMessage } from './stage-messages.ts'

/** An envelope in the air: a message that was sent, or tried, a moment ago. */
export interface Flight {
  /** Of the attempt: a message that is tried twice flies twice. */
  readonly id: string
  readonly message: StageMessage
  /** Whether it gets to the other side, falls down on the way, or arrives without an answer. */
  readonly outcome: 'arrives' | 'falls' | 'unanswered'
}

/** What was known of messages when the page looked before: how often each was tried. */
export type Seen = ReadonlyMap<string, string>

/** What the present messages amount to, for the next comparison. */
export function seenOf(messages: readonly StageMessage[]): Seen {
  return new Map(messages.map((message) => [message.id, trace(message)]))
}

/** The envelopes that have set out since the page looked before. */
export function newFlights(before: Seen, messages: readonly StageMessage[]): readonly Flight[] {
  return messages.flatMap((message): readonly Flight[] => {
    if (before.get(message.id) === trace(message)) return []
    const outcome = outcomeOf(message)
    return outcome === undefined
      ? []
      : [{ id: `${message.id} ${trace(message)}`, message, outcome }]
  })
}

function trace({ attempts, standing }: StageMessage): string {
  return `${attempts} ${standing}`
}

/** A message that has not been tried yet is not in the air. */
function outcomeOf({ standing, attempts, lastError }: StageMessage): Flight['outcome'] | undefined {
  switch (standing) {
    case 'arrived':
      return 'arrives'
    case 'doubtful':
      return 'unanswered'
    case 'lost':
      return 'falls'
    case 'waiting':
      return attempts > 0 && lastError !== undefined ? 'falls' : undefined
  }
}
