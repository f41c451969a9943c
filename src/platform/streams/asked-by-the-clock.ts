/** Whoever has signed out or lost the right hears no more after so long, also where much happens. */
const ASK_AGAIN_MS = 5_000

/**
 * The same question for every message of a stream, asked anew once some seconds have passed since it
 * was last answered: each message may cost a question, and none may be told long after a yes.
 *
 * @param mayGoOn whether the listener still has the right to listen; it had when the stream began
 */
export function askedByTheClock(mayGoOn: () => Promise<boolean>): () => Promise<boolean> {
  let answeredAt = performance.now()
  return async () => {
    if (performance.now() - answeredAt < ASK_AGAIN_MS) return true
    const answer = await mayGoOn()
    answeredAt = performance.now()
    return answer
  }
}
