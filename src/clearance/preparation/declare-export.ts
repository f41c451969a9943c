import { type LocalDate, localYear } from '../../customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import { buildDucr } from '../../customs/declaration/ucr.ts'
import type { Order } from '../../customs/order/order.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { checkGoodsData } from '../../customs/readiness/check-goods-data.ts'
import { resultOf, type Result } from '../../customs/result.ts'
import type { ComposedDeclaration } from '../declaring/compose-declaration.ts'
import type { ExportFormat } from '../declaring/declaration-formats.ts'
import { notExportable } from '../declaring/export-covered.ts'
import { exportSources } from '../declaring/export-sources.ts'
import type { ReferenceData } from '../reference-data.ts'
import { type AheadFinding, findingOf, findingsAhead } from './check-order-ahead.ts'
import { referenceIn } from './reference-in.ts'

/** An order whose goods leave, to declare by itself. */
export interface ExportToDeclare {
  readonly order: Order
  readonly profile: TraderProfile
  /** The day of the declaration, whose rates and rules count. */
  readonly on: LocalDate
  readonly lrn: string
  readonly additionalType: 'A' | 'D'
  readonly format: ExportFormat
  readonly reference: ReferenceData
}

/**
 * Goes from an order whose goods leave Great Britain to the message that declares them. Nothing is
 * quoted: no charge of ours falls due at the exit. The same input always gives the same bytes.
 */
export function declareExport(input: ExportToDeclare): {
  readonly composed?: ComposedDeclaration
  readonly findings: readonly AheadFinding[]
} {
  const { order, reference } = input
  const consignment = consignmentFromOrder(order)
  const goods = findingsAhead({ findings: checkGoodsData(consignment, reference), failures: [] })
  const against = goods.filter(({ severity }) => severity !== 'warning')
  const composed = composedFrom(input)
  const places = against.map(({ path }) => path)
  const failures = composed.ok
    ? []
    : composed.failures
        .map((failure) => findingOf(failure, 'needed-later'))
        .filter(({ path }) => !places.includes(path))
  const findings = [...against, ...failures]
  return composed.ok && findings.length === 0
    ? { composed: composed.value, findings }
    : { findings }
}

function composedFrom({
  order,
  profile,
  on,
  lrn,
  additionalType,
  format,
  reference,
}: ExportToDeclare): Result<ComposedDeclaration> {
  const consignment = consignmentFromOrder(order)
  const covered = resultOf(notExportable(consignment), () => undefined)
  if (!covered.ok) return covered
  const { eori } = profile.declarant
  const ducr = buildDucr({ year: localYear(on), eori, reference: referenceIn(lrn) })
  if (!ducr.ok) return ducr
  return format.composeExport(
    exportSources({ consignment, profile, on }, reference),
    { lrn, ducr: ducr.value, additionalType },
    reference,
  )
}
