import { setImmediate } from 'node:timers/promises'

/** Lets others have their turn: long work in one process must not keep requests waiting. */
export async function nextTurn(): Promise<void> {
  await setImmediate()
}
