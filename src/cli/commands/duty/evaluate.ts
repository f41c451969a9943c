import type { Command } from 'commander'

import { answerDuty } from '../../answer-duty.ts'
import { answerLines } from '../../answer-lines.ts'
import { BadInput } from '../../bad-input.ts'
import { inputName, readJson } from '../../read-input.ts'
import { loadVocabulary } from '../../reference.ts'
import { exitCodes, writeJson, type Terminal } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface EvaluateOptions {
  readonly batch?: true
}

/** The command that works out single duties, each from the components of its measure. */
export function addEvaluateCommand(duty: Command, terminal: Terminal, finish: Finish): void {
  duty
    .command('evaluate [file]')
    .summary('work out a duty from the components of its measure')
    .description(
      'Works out a duty exactly. Reads as JSON, from the file or standard input, an "id" and the ' +
        'fields of a measure in the names of the UK Trade Tariff service: components, ' +
        'resolved_components or condition_components, conditions with documents, customs_value, ' +
        'quantities, unit_multipliers, exchange_rates. Without a customs value the duty is in ' +
        'pounds. Needs no server.',
    )
    .option('--batch', 'read JSON Lines and answer each on a line of its own')
    .addHelpText(
      'after',
      `
Answers {"id", "duty", "dutyDisplay", "formula", "formulaZh"}, {"id", "missing"} with the facts that
are needed, or {"id", "error", "failures"}. Fields that mean nothing here are named in "ignored".
A multiplier such as "KGM->DTN" lets the weight answer for 100 kg under every qualifier; without one
a net weight never stands in for a drained or gross weight.

Exit codes: 0 worked out (with --batch: every line was answered), 1 facts are missing or it is
refused, 2 bad input.

Example:
  $ bin/tidewaiter duty evaluate --batch < measures.jsonl > duties.jsonl`,
    )
    .action(async (file: string | undefined, { batch }: EvaluateOptions) => {
      const { units } = await loadVocabulary()
      if (batch) await answerLines(terminal, file, (line) => answerDuty(line, units))
      else {
        const answer = answerDuty(questionOf(file, await readJson(terminal, file)), units)
        await writeJson(terminal, answer)
        finish('duty' in answer ? exitCodes.success : exitCodes.refused)
      }
    })
}

function questionOf(file: string | undefined, json: unknown) {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    const { id, ...fields } = json as Readonly<Record<string, unknown>>
    if (typeof id === 'string' || typeof id === 'number') return { id, fields } as const
  }
  throw new BadInput(
    `${inputName(file)}: It is no question. Write {"id": 1, "components": [...], ...}.`,
  )
}
