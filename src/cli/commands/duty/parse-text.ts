import type { Command } from 'commander'

import { type ColumnRate, readColumnText } from '../../../customs/formats/us-hts/index.ts'
import { answerLines, type InputLine, type LineId } from '../../answer-lines.ts'
import { BadInput } from '../../bad-input.ts'
import { choice } from '../../options.ts'
import { inputName, readJson } from '../../read-input.ts'
import { exitCodes, writeJson, type Terminal } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface ParseTextOptions {
  readonly batch?: true
}

/** The command that reads rates as a schedule prints them. */
export function addParseTextCommand(duty: Command, terminal: Terminal, finish: Finish): void {
  duty
    .command('parse-text [file]')
    .summary('read the text of a rate')
    .description(
      'Reads a rate as a tariff schedule prints it: the share of the value as a fraction and the ' +
        'amounts for each unit, exact; the programmes that it is for where it is one of the special ' +
        'column; or why the text gives no rate by itself. Reads {"id", "text"} ' +
        'as JSON from the file or standard input; needs no server.',
    )
    .addOption(choice('--schedule <country>', 'whose schedule prints it', ['us']))
    .option('--batch', 'read JSON Lines and answer each on a line of its own')
    .addHelpText(
      'after',
      `
Exit codes: 0 answered (with --batch: every line), 1 the text gives no rate by itself, 2 bad input.

Examples:
  $ echo '{"id": 1, "text": "$1.104/kg + 14.9%"}' | bin/tidewaiter duty parse-text --schedule us
  $ bin/tidewaiter duty parse-text --batch --schedule us < texts.jsonl > rates.jsonl`,
    )
    .action(async (file: string | undefined, { batch }: ParseTextOptions) => {
      if (batch) await answerLines(terminal, file, answerText)
      else await parseOne(terminal, file, finish)
    })
}

async function parseOne(
  terminal: Terminal,
  file: string | undefined,
  finish: Finish,
): Promise<void> {
  const question = await readJson(terminal, file)
  const { id, ...fields } = (question ?? {}) as Readonly<Record<string, unknown>>
  if (typeof fields.text !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) {
    throw new BadInput(`${inputName(file)}: It is no question. Write {"id": 1, "text": "6.8%"}.`)
  }
  const rate = readColumnText(fields.text)
  await writeJson(terminal, statedRate(id, rate))
  finish(rate.kind === 'computable' ? exitCodes.success : exitCodes.refused)
}

function answerText({ id, fields }: InputLine): object {
  return typeof fields.text === 'string'
    ? statedRate(id, readColumnText(fields.text))
    : { id, error: 'has no "text". Add the text of the rate.' }
}

/** The rate in the form that the command has published; what is told beside it is told where it is. */
function statedRate(id: LineId, rate: ColumnRate): object {
  if (rate.kind === 'not-computable') return { id, notComputable: rate.reason.en }
  const { adValorem, specific, free, valueBasis, condition, programmes } = rate
  return {
    id,
    adValorem,
    specific,
    free,
    ...(valueBasis !== undefined && { valueBasis }),
    ...(condition !== undefined && { condition }),
    ...(programmes !== undefined && { programmes }),
  }
}
