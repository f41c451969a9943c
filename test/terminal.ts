import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import { runCommandLine } from '../src/cli/program.ts'

/** How a command ended and what it wrote. */
export interface CommandEnd {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface CommandInput {
  readonly stdin?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a command line in process. */
export async function run(
  words: readonly string[],
  { stdin = '', environment = {} }: CommandInput = {},
): Promise<CommandEnd> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const written = Promise.all([text(stdout), text(stderr)])
  const terminal = { stdin: Readable.from([stdin]), stdout, stderr, environment }
  const exitCode = await runCommandLine(words, terminal).finally(() => {
    stdout.end()
    stderr.end()
  })
  const [out, err] = await written
  return { exitCode, stdout: out, stderr: err }
}
