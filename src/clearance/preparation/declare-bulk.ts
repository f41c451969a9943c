import { type LocalDate, localYear } from '../../customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { checkDeclaration } from '../../customs/declaration/check-declaration.ts'
import { fillBulkDeclaration } from '../../customs/declaration/fill-bulk-declaration.ts'
import { buildDucr } from '../../customs/declaration/ucr.ts'
import { checkStructureToWrite } from '../../customs/formats/uk-cds/check-structure.ts'
import { declarationMessage, writeMessage } from '../../customs/formats/uk-cds/write-declaration.ts'
import { weighBulk } from '../../customs/lane/weigh-bulk.ts'
import type { Order } from '../../customs/order/order.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { checked, combine, failure, type Result, success } from '../../customs/result.ts'
import { bulkDeclarationFacts } from '../declaring/bulk-declaration-facts.ts'
import type { ComposedDeclaration } from '../declaring/compose-declaration.ts'
import type { ReferenceData } from '../reference-data.ts'
import { referenceIn } from './reference-in.ts'

/** Orders of low value that are to be declared together. */
export interface BulkToDeclare {
  readonly orders: readonly Order[]
  readonly profile: TraderProfile
  readonly on: LocalDate
  readonly lrn: string
  /** `A`: the goods have arrived; `D`: declared before they have. */
  readonly additionalType: 'A' | 'D'
  readonly reference: ReferenceData
}

/**
 * Makes one bulk declaration (BIRDS) of many orders, or names what stands against each of them under
 * `/<reference of the order>`. The same input always gives the same bytes.
 */
export function declareBulk(input: BulkToDeclare): Result<ComposedDeclaration> {
  const { orders, profile, on, lrn, additionalType, reference } = input
  const [first, ...others] = orders.map((order) => consignmentFromOrder(order))
  if (first === undefined) return failure(nothingToDeclare)
  const consignments: readonly [Consignment, ...Consignment[]] = [first, ...others]
  const { eori } = profile.declarant
  const { book } = reference.quoting
  const weighed = combine({
    members: weighBulk({ consignments, on, book }),
    ducr: buildDucr({ year: localYear(on), eori, reference: referenceIn(lrn) }),
  })
  if (!weighed.ok) return weighed
  const facts = bulkDeclarationFacts({
    ...{ consignments, profile, lrn },
    bulkImports: reference.bulkImports,
    ducr: weighed.value.ducr,
    hasArrived: additionalType === 'A',
  })
  if (!facts.ok) return facts
  const filled = fillBulkDeclaration(facts.value)
  if (!filled.ok) return filled
  const findings = checkDeclaration(filled.value.declaration, {
    ...reference.declarationCodes,
    ...{ dataSet: 'birds', on },
  })
  const broken = checked(findings.filter(({ severity }) => severity === 'error'))
  if (!broken.ok) return broken
  const message = declarationMessage(filled.value.declaration)
  const structure = checkStructureToWrite(message)
  if (!structure.ok) return structure
  return success({ filled: filled.value, bytes: writeMessage(message), warnings: findings })
}

const nothingToDeclare = {
  code: 'fact-missing',
  path: '',
  message: 'There is no order to declare.',
  mend: 'Hand in at least one order.',
  zh: { message: '没有可申报的订单。', mend: '请至少提交一份订单。' },
} as const
