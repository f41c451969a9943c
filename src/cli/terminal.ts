import type { Readable, Writable } from 'node:stream'
import { once } from 'node:events'

/** Where a command reads and writes; tests hand in their own. */
export interface Terminal {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What the shell learns of a command's end. */
export const exitCodes = {
  /** The answer was given. */
  success: 0,
  /** The question was understood and is refused; the answer says why. */
  refused: 1,
  /** The question was not understood; one line on standard error says what, where and how to mend. */
  badInput: 2,
} as const

/** One of {@link exitCodes}; a fault of the program itself ends otherwise, with a stack. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Writes a line and waits while the reader is behind, so that nothing piles up in memory. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await once(stream, 'drain')
}

/** Writes a value as JSON, indented where people read it and on one line where programs do. */
export function writeJson({ stdout }: Terminal, value: unknown): Promise<void> {
  const isForPeople = 'isTTY' in stdout && stdout.isTTY === true
  return writeLine(stdout, JSON.stringify(value, undefined, isForPeople ? 2 : undefined))
}
