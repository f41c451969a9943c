import { declareBulk, type BulkToDeclare } from '../../clearance/preparation/declare-bulk.ts'
import type { Order } from '../../customs/order/order.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import type { Failure } from '../../customs/result.ts'
import { BadInput, badInput } from '../bad-input.ts'
import { inputName, readText } from '../read-input.ts'
import { type ExitCode, exitCodes, type Terminal, writeLine } from '../terminal.ts'

/** Reads orders, one a line, and writes the one message that declares them all. */
export async function declareBulkLines(
  terminal: Terminal,
  file: string | undefined,
  basis: Omit<BulkToDeclare, 'orders'>,
): Promise<ExitCode> {
  const readOrder = orderReader(basis.reference.knownCodes)
  const lines = (await readText(terminal, file)).split('\n').filter((line) => line.trim() !== '')
  const orders = lines.map((line, index): Order => {
    const name = `${inputName(file)}, line ${index + 1}`
    const order = readOrder(withoutId(parse(line, name)))
    if (!order.ok) throw badInput(name, order.failures)
    return order.value
  })
  const declared = declareBulk({ ...basis, orders })
  if (declared.ok) {
    terminal.stdout.write(declared.value.bytes)
    return exitCodes.success
  }
  for (const failure of declared.failures) await writeLine(terminal.stderr, inOneLine(failure))
  return exitCodes.refused
}

function parse(line: string, name: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    throw new BadInput(`${name}: It is no JSON. Write one order on each line.`)
  }
}

/** Lines of other batches carry an id beside the order; here nothing is answered line by line. */
function withoutId(line: unknown): unknown {
  if (typeof line !== 'object' || line === null) return line
  return Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'id'))
}

function inOneLine({ code, path, message, mend = '' }: Failure): string {
  return `${path === '' ? code : path}: ${message} ${mend}`.replaceAll(/\s+/g, ' ').trimEnd()
}
