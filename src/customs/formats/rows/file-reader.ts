import type { Result } from '../../result.ts'

/** Takes a file in pieces of any size and gives what it states at its end. */
export interface FileReader<Stated> {
  /** How many rows have gone by; absent where the file is read as one. */
  readonly rowsSoFar?: number
  /** How the file is written, where that is not UTF-8 for certain. */
  readonly encoding?: 'latin1'
  push(piece: string): void
  /** What the whole file states, or why it is refused as a whole. */
  end(): Result<Stated>
}
