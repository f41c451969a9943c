import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'

import { inputLines, type LineRead } from './input-lines.ts'
import { isStandardInput, unreadableFile } from './read-input.ts'
import { writeLine, type Terminal } from './terminal.ts'

/** By what a line and its answer are known to belong together. */
export type LineId = string | number

/** One line of input: an object with its id, and its other fields, which nobody has looked at yet. */
export interface InputLine {
  readonly id: LineId
  readonly fields: Readonly<Record<string, unknown>>
}

/** A line that no answer can be given to, in the place of one. */
interface UnreadableLine {
  readonly id: null
  readonly line: number
  readonly error: string
}

/**
 * Answers a stream of questions, one JSON object a line, in their order and while they still come.
 * A line that is no question is answered as such and the next one is read.
 */
export async function answerLines(
  terminal: Terminal,
  file: string | undefined,
  answer: (line: InputLine) => object | Promise<object>,
): Promise<void> {
  const input = await openInput(terminal, file)
  let lineNumber = 0
  for await (const line of inputLines(input)) {
    lineNumber += 1
    if ('text' in line && line.text.trim() === '') continue
    const read = readLine(line, lineNumber)
    const answered = 'error' in read ? read : await answer(read)
    await writeLine(terminal.stdout, JSON.stringify(answered))
  }
}

/** A question is known by its id: an answer without one could not be told from another. */
function readLine(line: LineRead, lineNumber: number): InputLine | UnreadableLine {
  const text = 'text' in line ? line.text : undefined
  if ('fault' in line && line.fault === 'too-long') {
    return unreadable(lineNumber, 'is too large. Name a file by its path, or split the question.')
  }
  if (text === undefined || text.includes('\0')) {
    return unreadable(lineNumber, 'is no text in UTF-8. Save the file as UTF-8, not as UTF-16.')
  }
  const value = parse(text)
  if (value instanceof SyntaxError) {
    const why = value.message.replaceAll(/\s+/g, ' ')
    return unreadable(lineNumber, `is no JSON: ${why}. Write one JSON object on each line.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unreadable(lineNumber, 'is no JSON object. Write one as {"id": ..., ...}.')
  }
  const { id, ...fields } = value as Readonly<Record<string, unknown>>
  if (typeof id === 'string' || typeof id === 'number') return { id, fields }
  return unreadable(lineNumber, 'has no "id". Add one, text or a number, to know the answer by.')
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch (error) {
    return error
  }
}

function unreadable(line: number, problem: string): UnreadableLine {
  return { id: null, line, error: `Line ${line} ${problem}` }
}

async function openInput({ stdin }: Terminal, file: string | undefined): Promise<Readable> {
  if (isStandardInput(file)) return stdin
  try {
    // Opened before it is read, so that a missing file is told before the first answer.
    return createReadStream(file, { fd: await open(file) })
  } catch (error) {
    throw unreadableFile(file, error)
  }
}
