import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import type { AmendedField } from '../../customs/formats/uk-cds/amended-fields.ts'
import { declaredFields, type DeclaredField } from '../../customs/formats/uk-cds/declared-fields.ts'
import { type Money, subtract } from '../../customs/money/money.ts'
import { type ComparedTax, compareTaxes, taxesAtImport } from '../../customs/quote/compare-taxes.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import { type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { FactReference } from '../events/case-event.ts'
import { composeSupplementaryAnew } from '../preparation/compose-supplementary-anew.ts'
import type { ReferenceData } from '../reference-data.ts'
import { withSupplementaryShown } from '../supplementary-in-force.ts'
import { readFacts } from './case-fact.ts'
import { readAmendments } from './read-declaration-form.ts'

/** A field in which the supplementary declaration departs from the simplified one. */
export interface DepartingField extends Omit<DeclaredField, 'values'> {
  /** Empty where one side does not declare it. */
  readonly simplified: readonly string[]
  readonly supplementary: readonly string[]
  /** Because other goods data count now, or because the authority has changed the simplified one. */
  readonly because: 'goods-data' | 'authority'
}

/** What the supplementary declaration says otherwise than the simplified one did, and what that makes. */
export interface SupplementaryChanges {
  readonly fields: readonly DepartingField[]
  /** What is due at import, as quoted for each; absent where the goods data are the same. */
  readonly charges?: {
    readonly before: Money
    readonly after: Money
    /** Negative where less is due. */
    readonly difference: Money
    readonly taxes: readonly ComparedTax[]
  }
}

/**
 * Compares the supplementary declaration, as it was handed in or would be now, with the same declaration
 * on the goods data that the simplified one was lodged on; the simplified one itself states only a part.
 * Undefined where none is owed; fails where one of them cannot be filled.
 */
export async function readSupplementaryChanges(
  transaction: TenantTransaction,
  state: CaseState,
  reference: ReferenceData,
): Promise<Result<SupplementaryChanges> | undefined> {
  const { supplementary } = state
  if (supplementary === undefined) return undefined
  const reading = { transaction, state, reference }
  const present = await presentDeclaration(reading)
  if (!present.ok) return present
  const fields = declaredFields(present.value)
  const byAuthority = changedByAuthority(fields, await readAmendments(transaction, state))
  const { initial } = supplementary
  if (initial === undefined) return success({ fields: byAuthority })
  const { lrn } = present.value
  const before = await fill(reading, initial.consignment, lrn)
  if (!before.ok) return before
  const byGoods = changedByGoods(declaredFields(before.value), fields)
  const charges = await readCharges(transaction, initial.quote, state.quote!.quote)
  return success({ fields: [...byGoods, ...byAuthority], charges })
}

interface Reading {
  readonly transaction: TenantTransaction
  readonly state: CaseState
  readonly reference: ReferenceData
}

async function presentDeclaration(reading: Reading): Promise<Result<Declaration>> {
  const { transaction, state } = reading
  const shown = withSupplementaryShown(state)
  if (shown === undefined) return fill(reading, state.consignment, 'TRIAL')
  const { facts } = await readFacts<[Declaration]>(transaction, [shown.declaration.declaration])
  return success(facts[0])
}

async function fill(
  { transaction, state, reference }: Reading,
  goods: FactReference,
  lrn = 'TRIAL',
): Promise<Result<Declaration>> {
  const { facts } = await readFacts<[Consignment]>(transaction, [goods])
  const trial = { state, consignment: facts[0], lrn }
  const made = await composeSupplementaryAnew({ reference }, transaction, trial)
  return made.ok ? success(made.value.composed.filled.declaration) : made
}

async function readCharges(
  transaction: TenantTransaction,
  initial: FactReference,
  present: FactReference,
): Promise<NonNullable<SupplementaryChanges['charges']>> {
  const { facts } = await readFacts<[Quote, Quote]>(transaction, [initial, present])
  const [before, after] = facts.map(({ totals }) => totals.dueAtImport) as [Money, Money]
  const [then, now] = facts.map(taxesAtImport) as [TaxesDue, TaxesDue]
  const taxes = compareTaxes(then, now, after.currency)
  return { before, after, difference: subtract(after, before), taxes }
}

type TaxesDue = ReturnType<typeof taxesAtImport>

function changedByGoods(
  before: readonly DeclaredField[],
  after: readonly DeclaredField[],
): readonly DepartingField[] {
  const places = new Map([...before, ...after].map((field) => [field.path, field]))
  const at = (fields: readonly DeclaredField[], wanted: string) =>
    fields.find(({ path }) => path === wanted)?.values ?? []
  return [...places.values()].flatMap(({ values: _, ...place }) => {
    const [simplified, supplementary] = [at(before, place.path), at(after, place.path)]
    const isSame = simplified.join() === supplementary.join()
    return isSame ? [] : [{ ...place, simplified, supplementary, because: 'goods-data' as const }]
  })
}

/** What an officer has put in the place of a value, and the supplementary declaration does not say. */
function changedByAuthority(
  fields: readonly DeclaredField[],
  amended: readonly AmendedField[],
): readonly DepartingField[] {
  return fields.flatMap(({ values, ...place }) => {
    const put = amended
      .filter(({ fieldPath }) => fieldPath === place.path || fieldPath.startsWith(`${place.path}/`))
      .map(({ value }) => value)
    const isSaid = put.every((value) => values.some((said) => said.split(' ').includes(value)))
    return isSaid
      ? []
      : [{ ...place, simplified: put, supplementary: values, because: 'authority' as const }]
  })
}
