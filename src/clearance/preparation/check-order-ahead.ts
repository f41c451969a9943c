import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import type { RequiredDocument } from '../../customs/documents/required-document.ts'
import type { Order } from '../../customs/order/order.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import type { Failure } from '../../customs/result.ts'
import { quoteOrder } from '../quote-order.ts'
import { withoutNames } from './order-without-names.ts'
import { type Preparation, prepare, type PreparationInput } from './prepare.ts'

/**
 * What stands against an order.
 * - `refused`: it would not be taken.
 * - `needed-later`: it would be taken, but its goods cannot be declared without this.
 * - `warning`: customs may ask about it.
 */
export type AheadSeverity = 'refused' | 'needed-later' | 'warning'

/** Something about an order that can be said before it is handed in. */
export interface AheadFinding {
  readonly severity: AheadSeverity
  readonly code: string
  /** JSON Pointer into the order. */
  readonly path: string
  readonly message: { readonly en: string; readonly zh?: string }
  readonly mend?: { readonly en: string; readonly zh?: string }
  readonly law?: string
}

/** What can be told of an order that is not kept. */
export interface OrderAhead {
  readonly findings: readonly AheadFinding[]
  /** As soon as the facts are there that decide it, whatever names are still missing. */
  readonly quote?: Quote
  readonly requiredDocuments?: readonly RequiredDocument[]
}

/** What an order is checked with ahead of its case. */
export type AheadPorts = Pick<PreparationInput, 'profile' | 'on' | 'reference'>

/**
 * Makes the check of orders that may be incomplete. A complete one goes through the whole preparation
 * that its case would go through, of an incomplete one is said what it lacks, and what it would cost
 * as far as that can be known.
 */
export function orderCheckAhead(
  reference: PreparationInput['reference'],
): (input: unknown, ports: Omit<AheadPorts, 'reference'>) => OrderAhead {
  const readOrder = orderReader(reference.knownCodes)
  return (input, ports) => {
    const read = readOrder(input)
    if (read.ok) return checkComplete(read.value, { ...ports, reference })
    const findings = read.failures.map((failure) => findingOf(failure, 'refused'))
    const nameless = readOrder(withoutNames(input))
    const quoted = nameless.ok ? quoteOrder(nameless.value, ports.on, reference) : undefined
    if (quoted === undefined) return { findings }
    if (quoted.ok) return { findings, quote: quoted.value }
    const missing = quoted.failures.map((failure) => findingOf(failure, 'needed-later'))
    return { findings: [...findings, ...missing] }
  }
}

function checkComplete(order: Order, ports: AheadPorts): OrderAhead {
  const consignment = consignmentFromOrder(order)
  const preparation = prepare({ ...ports, consignment })
  const { quote, requiredDocuments } = preparation
  return {
    findings: findingsAhead(preparation),
    ...(quote && { quote }),
    ...(requiredDocuments && { requiredDocuments }),
  }
}

/** What a preparation has found, each at its place in the order. */
export function findingsAhead({
  findings,
  failures,
}: Pick<Preparation, 'findings' | 'failures'>): readonly AheadFinding[] {
  const ofGoods = findings.map(({ id, severity, path, message, mend, law }): AheadFinding => ({
    severity: severity === 'blocking' ? 'needed-later' : 'warning',
    code: id,
    ...{ path: pathInOrder(path), message, mend },
    ...(law !== undefined && { law: law.title }),
  }))
  const ofSteps = failures.map((failure) => findingOf(failure, 'needed-later'))
  return distinct([...ofGoods, ...ofSteps])
}

/** A failure of a step as what stands against an order. */
export function findingOf(
  { code, path, message, mend, law, zh }: Failure,
  severity: AheadSeverity,
): AheadFinding {
  return {
    ...{ severity, code, path: pathInOrder(path) },
    message: { en: message, ...(zh && { zh: zh.message }) },
    ...(mend !== undefined && { mend: { en: mend, ...(zh?.mend && { zh: zh.mend }) } }),
    ...(law !== undefined && { law }),
  }
}

/** Consignments name goods and parties otherwise than the orders that they come from. */
function pathInOrder(path: string): string {
  return path
    .replace(/^\/goodsItems\//, '/lines/')
    .replace(/^\/parties\/(seller|buyer|marketplace|purchasingAgent)/, '/$1')
    .replace(/^\/agentFee/, '/purchasingAgent/fee')
}

/** Of two findings at one place that want the same fact, the one that says more stays. */
function distinct(findings: readonly AheadFinding[]): readonly AheadFinding[] {
  return findings.filter(
    ({ path, code }, index) =>
      code !== 'fact-missing' ||
      findings.every((other, place) => place === index || other.path !== path),
  )
}
