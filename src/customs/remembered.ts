/**
 * Remembers what was worked out for a key, for so many keys; then it forgets them all and begins anew,
 * so that it never takes more room. Only what follows from the key alone may be worked out.
 */
export class Remembered<Value> {
  readonly #most: number
  readonly #values = new Map<string, Value>()

  constructor(most: number) {
    this.#most = most
  }

  /** What was worked out for the key before, or else is now. */
  of(key: string, workOut: () => Value): Value {
    const known = this.#values.get(key)
    if (known !== undefined) return known
    if (this.#values.size >= this.#most) this.#values.clear()
    const value = workOut()
    this.#values.set(key, value)
    return value
  }
}
