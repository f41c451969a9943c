/** Far more than anybody looks at, and few enough that one listener cannot take all of the server. */
const MOST_OF_ONE_LISTENER = 50

/**
 * Counts the streams that each listener keeps open, in this process: with several of them each grants
 * the whole number.
 */
export class OpenStreams {
  readonly #most: number
  readonly #counts = new Map<string, number>()

  constructor(most = MOST_OF_ONE_LISTENER) {
    this.#most = most
  }

  /**
   * Takes a place for one more stream of a listener.
   *
   * @returns gives the place back; nothing where the listener has all of its places taken
   */
  open(listener: string): (() => void) | undefined {
    const count = this.#counts.get(listener) ?? 0
    if (count >= this.#most) return undefined
    this.#counts.set(listener, count + 1)
    let isOpen = true
    return () => {
      if (!isOpen) return
      isOpen = false
      this.#close(listener)
    }
  }

  #close(listener: string): void {
    const left = (this.#counts.get(listener) ?? 0) - 1
    if (left > 0) this.#counts.set(listener, left)
    else this.#counts.delete(listener)
  }
}
