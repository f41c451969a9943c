import type { Failures } from '../../customs/result.ts'
import { badInput } from '../bad-input.ts'
import { exitCodes, writeJson, writeLine, type Terminal } from '../terminal.ts'
import type { Finish } from '../commands/quote.ts'

/** How a command answers: in words for people, or as JSON for programs. */
export interface AnswerOptions {
  readonly json?: true
}

/** Where a refusal goes. */
export interface Refusing {
  readonly terminal: Terminal
  readonly options: AnswerOptions
  readonly finish: Finish
}

/** Codes of a question that was understood, and whose answer is no. */
const refusals: ReadonlySet<string> = new Set([
  'conflict',
  'not-found',
  'tariff-edition-missing',
  'unknown-commodity-code',
])

/**
 * Ends a command that cannot give what was asked for: exit code 1 and the failures as the answer
 * where the question was understood, bad input otherwise.
 */
export async function refuse(
  where: string,
  failures: Failures,
  { terminal, options, finish }: Refusing,
): Promise<void> {
  const told = badInput(where, failures)
  if (!refusals.has(failures[0].code)) throw told
  if (options.json) await writeJson(terminal, { failures })
  await writeLine(terminal.stderr, `tidewaiter: ${told.message}`)
  finish(exitCodes.refused)
}
