/** The processes that a proof may kill. */
export type ProcessName = 'api' | 'worker' | 'authority'

/**
 * A moment at which a process can be killed and the outside still see the difference:
 * - `before-commit`: a transaction has written and is about to commit; nothing of it remains.
 * - `after-commit`: it has committed, and the process never learns so.
 * - `before-request`: a request has been made and never leaves the machine.
 * - `after-request`: the other side has taken it in and answered; the answer is lost.
 * - `after-answer`: the answer has come and nothing has been done with it yet.
 */
export type Moment =
  'before-commit' | 'after-commit' | 'before-request' | 'after-request' | 'after-answer'

/** What a gate has seen of a process. */
export interface Sighting {
  readonly process: ProcessName
  readonly moment: Moment
  /** The bytes of the transaction or the request so far, by which its order is recognised. */
  readonly content: string
}

/**
 * Looks at what passes through a gate. The gate holds the bytes until the answer is there; where
 * the process was killed meanwhile it lets go of the connection.
 */
export type Watch = (sighting: Sighting) => Promise<'let-pass' | 'killed'>

/** Stands before a server and shows what passes to a {@link Watch}. */
export interface Gate {
  readonly port: number
  close(): Promise<void>
}
