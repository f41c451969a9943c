import type { Command } from 'commander'

import { dateInLondon } from '../../../customs/calendar/date-in-london.ts'
import { isLocalDate } from '../../../customs/calendar/local-date.ts'
import { systemClock } from '../../../platform/clock.ts'
import { answerLines, type InputLine } from '../../answer-lines.ts'
import { BadInput } from '../../bad-input.ts'
import { judgeMessage, type MessageJudges } from '../../judge-message.ts'
import { messageOf, readOneMessage } from '../../message-bytes.ts'
import { loadMessageFacts } from '../../message-facts.ts'
import { notUnderstood } from '../../message-not-understood.ts'
import { loadOfficialSchemas } from '../../official-schemas.ts'
import { inputName } from '../../read-input.ts'
import { type ExitCode, exitCodes, writeJson, type Terminal } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface CheckOptions {
  readonly batch?: true
  readonly on?: string
}

/** The command that says what speaks against a message. */
export function addCheckCommand(message: Command, terminal: Terminal, finish: Finish): void {
  message
    .command('check [file]')
    .summary('say what speaks against a message')
    .description(
      'Checks a message of the Customs Declaration Service: its structure, for every kind that the ' +
        'authority publishes one of, and declarations by the rules and code lists of their data set. ' +
        'Needs no server.',
    )
    .option('--on <day>', 'the day of the rules, YYYY-MM-DD; today in London unless stated')
    .option(
      '--batch',
      'read JSON Lines {"id", "path"} or {"id", "text"} from the file or standard input, and answer ' +
        'each on a line of its own',
    )
    .addHelpText(
      'after',
      `
Answers {"id", "format", "kind", "valid", "findings"}, or {"id", "error", "line", "column"} where a
message is not understood. "format" and "kind" are those of message read.

valid     whether no finding is an error; absent where no structure is published for the kind
findings  each with "severity" (error, warning, notice), "from" (structure, rules, schema, check),
          "path", "message", and where they are known "id", "pointer" (our field), "dataElement",
          "line", "column", "mend" and "zh", the same in Chinese
          a notice says what was not judged, such as rules that need more than the message tells

TIDEWAITER_SCHEMAS=<folder> has official schemas (.xsd) judge too, offline. Both answers then stand in
"verdicts", and a finding "verdicts-differ" says where they differ.

Exit codes: 0 valid (with --batch: every line was answered), 1 something speaks against it, 2 bad input.

Examples:
  $ bin/tidewaiter message check declaration.xml
  $ TIDEWAITER_SCHEMAS=schemas bin/tidewaiter message check --batch < messages.jsonl`,
    )
    .action(async (file: string | undefined, options: CheckOptions) => {
      const judges: MessageJudges = {
        ...daysOf(options.on),
        facts: await loadMessageFacts(),
        schemas: await loadOfficialSchemas(terminal.environment),
      }
      if (options.batch) await answerLines(terminal, file, (line) => checkLine(line, judges))
      else finish(await checkOne(terminal, file, judges))
    })
}

async function checkOne(
  terminal: Terminal,
  file: string | undefined,
  judges: MessageJudges,
): Promise<ExitCode> {
  const input = await readOneMessage(terminal, file)
  if ('error' in input) throw new BadInput(input.error)
  const judged = judgeMessage(input.message, judges)
  if (!judged.ok) throw new BadInput(`${inputName(file)}: ${notUnderstood(judged.failures).error}`)
  await writeJson(terminal, judged.value)
  return judged.value.valid === false ? exitCodes.refused : exitCodes.success
}

async function checkLine(line: InputLine, judges: MessageJudges): Promise<object> {
  const { id } = line
  const input = await messageOf(line)
  if ('error' in input) return { id, error: input.error }
  const judged = judgeMessage(input.message, judges)
  return judged.ok ? { id, ...judged.value } : { id, ...notUnderstood(judged.failures) }
}

/** Without a day the rules are those of today; when a message is lodged is then not known. */
function daysOf(on: string | undefined): Pick<MessageJudges, 'on' | 'lodgedOn'> {
  if (on === undefined) return { on: dateInLondon(systemClock.now()) }
  if (isLocalDate(on)) return { on, lodgedOn: on }
  throw new BadInput(`--on: There is no day ${on}. Use an existing day in the form YYYY-MM-DD.`)
}
