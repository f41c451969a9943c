/** How much a letterbox holds, and what then stands for all of it. */
export interface LetterboxSize<Letter> {
  /** Letters that wait at most: whoever reads more slowly than they come must not fill the memory. */
  readonly most: number
  /** The one letter that stands for all that would not fit, the latest of them given. */
  readonly insteadOfAll: (latest: Letter) => Letter
}

/** Keeps what comes until it is taken. */
export class Letterbox<Letter> {
  readonly #size: LetterboxSize<Letter>
  readonly #signal: AbortSignal
  #letters: Letter[] = []
  #wake: () => void = () => undefined

  /** @param signal ends every waiting */
  constructor(signal: AbortSignal, size: LetterboxSize<Letter>) {
    this.#signal = signal
    this.#size = size
    signal.addEventListener('abort', () => this.#wake())
  }

  put(letter: Letter): void {
    const { most, insteadOfAll } = this.#size
    if (this.#letters.length < most) this.#letters.push(letter)
    else this.#letters = [insteadOfAll(letter)]
    this.#wake()
  }

  /** All letters that are there, waiting for the first; none when it has not come in time. */
  async take(waitMs: number): Promise<readonly Letter[]> {
    if (this.#letters.length === 0 && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    const taken = this.#letters
    this.#letters = []
    return taken
  }
}
