import type { CaseState } from '../clearance/case-state.ts'
import { type AmendedGoods, applyAmendment } from '../clearance/commands/amended-goods.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import { prepareAnew } from '../clearance/preparation/prepare-anew.ts'
import { readFacts } from '../clearance/store/case-fact.ts'
import type { Consignment } from '../customs/consignment/consignment.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import { type CurrencyCode, type Money, subtract } from '../customs/money/money.ts'
import { compareTaxes, type TaxDue, taxesAtImport } from '../customs/quote/compare-taxes.ts'
import type { Quote } from '../customs/quote/quote.ts'
import { type Result, success } from '../customs/result.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import { noEntryYet, notReleasedYet } from './thread-failures.ts'

/** What is due at import as declared and as it should have been declared, and what lies between. */
export interface CorrectionFigures {
  /** As the authority has assessed it, or else as we work it out. */
  readonly declared: Money
  readonly by: 'assessment' | 'own-calculation'
  readonly correct: Money
  /** Negative where less is due. */
  readonly difference: Money
  /** The same tax by tax over all goods items, in the order of the codes. */
  readonly taxes: readonly CorrectedTax[]
  /** They hold of the goods data and the assessment of this moment. */
  readonly workedOutAt: Instant
}

/** One tax as declared and as it should have been; nothing is due of what one side lacks. */
export interface CorrectedTax {
  /** As the authority codes it: `A00` customs duty, `B00` VAT. */
  readonly taxType: string
  readonly declared: Money
  readonly correct: Money
  /** Negative where less is due. */
  readonly difference: Money
}

/**
 * Works out by our own calculation what an error in the goods data of a released case makes, by the law
 * of the day of its acceptance. Fails as a preparation fails where the corrected data do not allow a
 * figure, naming what is missing.
 */
export async function correctionFigures(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, goods }: { readonly state: CaseState; readonly goods: AmendedGoods },
): Promise<Result<CorrectionFigures>> {
  const { declaration, main, quote, assessment } = state
  if (!['released', 'cleared', 'delivered'].includes(main)) return notReleasedYet()
  if (declaration?.acceptedAt === undefined || quote === undefined) return noEntryYet()
  const kept = await readFacts<[Consignment, Quote]>(transaction, [state.consignment, quote.quote])
  const [goodsBefore, quoted] = kept.facts
  const consignment = applyAmendment(goodsBefore, goods)
  if (!consignment.ok) return consignment
  const acceptedAt = new Date(declaration.acceptedAt).toISOString() as Instant
  const prepared = await prepareAnew(ports, transaction, {
    ...{ state, consignment: consignment.value },
    on: dateInLondon(acceptedAt),
  })
  if (!prepared.ok) return prepared
  const corrected = prepared.value.sources.quote
  const correct = corrected.totals.dueAtImport
  const declared = assessment?.payable ?? quote.dueAtImport
  return success({
    ...{ declared, correct, difference: subtract(correct, declared) },
    by: assessment === undefined ? 'own-calculation' : 'assessment',
    taxes: taxByTax(
      assessment?.lines.map(({ taxType, payable }) => ({ taxType, amount: payable })) ??
        taxesAtImport(quoted),
      taxesAtImport(corrected),
      correct.currency,
    ),
    workedOutAt: ports.clock.now(),
  })
}

/** Each tax of two statements of what is due, over all goods items. */
export function taxByTax(
  before: readonly TaxDue[],
  after: readonly TaxDue[],
  currency: CurrencyCode,
): readonly CorrectedTax[] {
  return compareTaxes(before, after, currency).map((tax) => ({
    ...{ taxType: tax.taxType, difference: tax.difference },
    ...{ declared: tax.before, correct: tax.after },
  }))
}
