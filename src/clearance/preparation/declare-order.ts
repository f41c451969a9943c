import { type LocalDate, localYear } from '../../customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import type { Finding } from '../../customs/declaration/check-declaration.ts'
import { buildDucr } from '../../customs/declaration/ucr.ts'
import type { Order } from '../../customs/order/order.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import type { Failures } from '../../customs/result.ts'
import type { ClearanceRequestFormat } from '../declaring/clearance-request-formats.ts'
import type { DeclarationFormat, ExportFormat } from '../declaring/declaration-formats.ts'
import type { ReferenceData } from '../reference-data.ts'
import { type AheadFinding, findingOf, findingsAhead } from './check-order-ahead.ts'
import { declareExport } from './declare-export.ts'
import { prepare } from './prepare.ts'
import { referenceIn } from './reference-in.ts'

/** An order to declare by itself, without a case. */
export interface OrderToDeclare {
  readonly order: Order
  readonly profile: TraderProfile
  /** The day of the entry, whose rates and rules count. */
  readonly on: LocalDate
  /** Local reference number, data element 2/5; the authority takes each only once. */
  readonly lrn: string
  /** `A`: the goods have arrived; `D`: lodged before they have. Data element 1/2. */
  readonly additionalType: 'A' | 'D'
  /** Of a supplementary declaration alone: the simplified one that it completes. */
  readonly initial?: { readonly mrn: string; readonly acceptedAt: string }
  readonly format: DeclarationFormat | ExportFormat | ClearanceRequestFormat
  readonly reference: ReferenceData
}

/**
 * The exact bytes of the message with what a person should look at in the declaration, or all that
 * stands against it at its place in the order.
 */
export type DeclaredOrder =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly [AheadFinding, ...AheadFinding[]] }

/**
 * Goes the whole way from an order to the message that declares it: lane, parties, quote, papers,
 * checks, declaration. The same input always gives the same bytes.
 */
export function declareOrder(input: OrderToDeclare): DeclaredOrder {
  const { order, profile, on, lrn, additionalType, initial, format, reference } = input
  if ('composeExport' in format) return declaredExport({ ...input, format })
  if ('composeRequest' in format) return declaredRequest(input, format)
  const consignment = consignmentFromOrder(order)
  const preparation = prepare({ consignment, profile, on, reference })
  const [first, ...others] = findingsAhead(preparation).filter(
    ({ severity }) => severity !== 'warning',
  )
  if (first !== undefined) return { ok: false, findings: [first, ...others] }
  const { lane, parties, quote } = preparation
  if (lane === undefined || parties === undefined || quote === undefined) {
    throw new Error('a preparation without a decision says what it lacks')
  }
  if (lane.dataSet !== format.dataSet) {
    return refused([
      {
        code: 'not-covered',
        path: '',
        message: `These goods take the lane ${lane.lane}, which is not declared as ${format.id}.`,
        mend: 'Name the format of their lane.',
        zh: {
          message: `此票货物适用通道 ${lane.lane}，不以 ${format.id} 申报。`,
          mend: '请选择该通道的格式。',
        },
      },
    ])
  }
  const { eori } = profile.declarant
  const ducr = buildDucr({ year: localYear(on), eori, reference: referenceIn(lrn) })
  if (!ducr.ok) return refused(ducr.failures)
  const composed = format.compose(
    { consignment, lane, parties, quote, profile },
    { lrn, ducr: ducr.value, additionalType, ...(initial && { initial }) },
    reference,
  )
  if (!composed.ok) return refused(composed.failures)
  const { bytes, warnings } = composed.value
  return { ok: true, bytes, warnings }
}

function declaredExport(input: Parameters<typeof declareExport>[0]): DeclaredOrder {
  const { composed, findings } = declareExport(input)
  if (composed !== undefined) {
    return { ok: true, bytes: composed.bytes, warnings: composed.warnings }
  }
  const [first, ...others] = findings
  if (first === undefined) throw new Error('an export that is not composed says what it lacks')
  return { ok: false, findings: [first, ...others] }
}

/** Nothing is quoted of goods that no declaration is asked for. */
function declaredRequest(
  { order, profile, on, lrn, additionalType, reference }: OrderToDeclare,
  format: ClearanceRequestFormat,
): DeclaredOrder {
  const { eori } = profile.declarant
  const ducr = buildDucr({ year: localYear(on), eori, reference: referenceIn(lrn) })
  if (!ducr.ok) return refused(ducr.failures)
  const composed = format.composeRequest(
    { consignment: consignmentFromOrder(order), profile, on, laws: reference.laws },
    { lrn, ducr: ducr.value, additionalType },
    reference,
  )
  if (!composed.ok) return refused(composed.failures)
  const { bytes, warnings } = composed.value
  return { ok: true, bytes, warnings }
}

function refused([first, ...others]: Failures): DeclaredOrder {
  const at = (failure: Failures[number]) => findingOf(failure, 'needed-later')
  return { ok: false, findings: [at(first), ...others.map(at)] }
}
