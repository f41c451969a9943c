/** A rest between two looks for work that ends as soon as something is announced. */
export class Rest {
  #isAwake = true
  #isOver = false
  #wakeUp: () => void = () => undefined

  /** Announces something: ends the rest, or keeps the next one from beginning. */
  wake(): void {
    this.#isAwake = true
    this.#wakeUp()
  }

  /** Ends the rest and all that would come after it. */
  end(): void {
    this.#isOver = true
    this.#wakeUp()
  }

  /** Begins a look; what is announced from now on is not lost, however long that takes. */
  beginLook(): void {
    this.#isAwake = false
  }

  /** Waits until something is announced or the time is up; not at all where something was. */
  async take(ms: number): Promise<void> {
    if (this.#isAwake || this.#isOver) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
