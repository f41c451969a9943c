import type { Command } from 'commander'

import {
  type MessageReference,
  readMessage,
} from '../../../customs/formats/uk-cds/message/read-message.ts'
import { answerLines, type InputLine } from '../../answer-lines.ts'
import { BadInput } from '../../bad-input.ts'
import { messageOf, readOneMessage } from '../../message-bytes.ts'
import { notUnderstood } from '../../message-not-understood.ts'
import { loadMessageFacts } from '../../message-facts.ts'
import { inputName } from '../../read-input.ts'
import { writeJson, type Terminal } from '../../terminal.ts'

interface ReadOptions {
  readonly batch?: true
}

/** The command that says what a message says. */
export function addReadCommand(message: Command, terminal: Terminal): void {
  message
    .command('read [file]')
    .summary('say what a message says')
    .description(
      'Reads a message of the Customs Declaration Service of either direction: declarations, amendments, ' +
        'cancellations, arrivals, notifications, errors, file uploads, inventory messages; bare, in ' +
        'MetaData or in the request of a community system provider, with namespaces or without. ' +
        'Says what kind it is, what it is about, its outcome, errors and taxes. Needs no server.',
    )
    .option(
      '--batch',
      'read JSON Lines {"id", "path"} or {"id", "text"} from the file, - for standard input, and answer ' +
        'each on a line of its own',
    )
    .addHelpText(
      'after',
      `
Answers {"id", "format", "kind", "mrn", "lrn", "functionCode", "outcome", "errors", "taxes", ...}, or
{"id", "error", "line", "column"} where a message is not understood. What a message does not carry
is absent; "errors" and "taxes" are lists, empty where it carries none. Amounts are exact text.

format  uk-cds- and the data set of a declaration: h1 h2 h3 h4 h5 h7 h8 i1 c21i c21i-eidr-nop birds
        fsd b1 b2 b4 c1 c21e c21e-eidr-nop; uk-cds-declaration where that is not known, which
        "dataSetUnknown" explains; uk-cds- and the kind of any other message
kind    declaration amendment cancellation-request arrival-notification notification error-response
        file-upload-request file-upload-response file-upload-notification declaration-information
        inventory-...
unread  paths of what the message carries and is not understood

Exit codes: 0 read (with --batch: every line was answered), 2 bad input.

Examples:
  $ bin/tidewaiter message read notification.xml
  $ bin/tidewaiter message read --batch < messages.jsonl > readings.jsonl`,
    )
    .action(async (file: string | undefined, { batch }: ReadOptions) => {
      const reference = await loadMessageFacts()
      if (batch) await answerLines(terminal, file, (line) => readLine(line, reference))
      else await readOne(terminal, file, reference)
    })
}

async function readOne(
  terminal: Terminal,
  file: string | undefined,
  reference: MessageReference,
): Promise<void> {
  const input = await readOneMessage(terminal, file)
  if ('error' in input) throw new BadInput(input.error)
  const read = readMessage(input.message, reference)
  if (!read.ok) throw new BadInput(`${inputName(file)}: ${notUnderstood(read.failures).error}`)
  await writeJson(terminal, read.value)
}

async function readLine(line: InputLine, reference: MessageReference): Promise<object> {
  const { id } = line
  const input = await messageOf(line)
  if ('error' in input) return { id, error: input.error }
  const read = readMessage(input.message, reference)
  return read.ok ? { id, ...read.value } : { id, ...notUnderstood(read.failures) }
}
