import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

import type { ReferenceData } from '../clearance/reference-data.ts'
import { quoteOrder } from '../clearance/quote-order.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import { orderReader } from '../customs/order/read-order.ts'
import { isStandardInput, unreadableFile } from './read-input.ts'
import { writeLine, type Terminal } from './terminal.ts'

/** What quotes are made from. */
export interface QuoteBasis {
  readonly on: LocalDate
  readonly reference: ReferenceData
}

/**
 * Answers a stream of orders, one JSON object a line, in their order and while they still come. A
 * line that is no order is answered as such and the next one is read.
 */
export async function quoteLines(
  terminal: Terminal,
  file: string | undefined,
  basis: QuoteBasis,
): Promise<void> {
  const answer = lineQuoter(basis)
  const input = await openInput(terminal, file)
  let lineNumber = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    lineNumber += 1
    if (line.trim() === '') continue
    await writeLine(terminal.stdout, JSON.stringify(answer(line, lineNumber)))
  }
}

/** Makes the function that answers one line. */
export function lineQuoter({
  on,
  reference,
}: QuoteBasis): (line: string, lineNumber: number) => object {
  const readOrder = orderReader(reference.knownCodes)
  return (line, lineNumber) => {
    const read = readLine(line, lineNumber)
    if ('error' in read) return read
    const { id, fields } = read
    const order = readOrder(fields)
    if (!order.ok) return { id, failures: order.failures }
    const quote = quoteOrder(order.value, on, reference)
    return quote.ok ? { id, ...quote.value } : { id, failures: quote.failures }
  }
}

type LineId = string | number

interface UnreadableLine {
  readonly id: null
  readonly line: number
  readonly error: string
}

/** An order is known by its id: an answer without one could not be told from another. */
function readLine(
  line: string,
  lineNumber: number,
): { readonly id: LineId; readonly fields: object } | UnreadableLine {
  const value = parse(line)
  if (value instanceof SyntaxError) {
    const why = value.message.replaceAll(/\s+/g, ' ')
    return unreadable(lineNumber, `is no JSON: ${why}. Write one JSON object on each line.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unreadable(lineNumber, 'is no JSON object. Write an order as {"id": ..., ...}.')
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
