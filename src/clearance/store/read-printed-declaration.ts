import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import type {
  PrintedDeclaration,
  PrintedField,
} from '../../customs/documents/printed-declaration.ts'
import { type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { FormField } from '../declaring/declaration-form.ts'
import { eventSentence } from '../history/event-sentence.ts'
import { mainStateZh, supplementaryStates } from '../life-cycle/state-names.ts'
import { withPersonalFields } from '../personal/personal-record.ts'
import type { ReferenceData } from '../reference-data.ts'
import { readEvents } from './case-store.ts'
import { withSupplementaryShown } from '../supplementary-in-force.ts'
import { type DeclarationForm, readDeclarationForm } from './read-declaration-form.ts'
import { readSupplementaryForm } from './read-supplementary-form.ts'

/**
 * The declaration of a case with its history, as it is printed. Undefined and failing as {@link
 * readDeclarationForm}.
 */
export async function readPrintedDeclaration(
  transaction: TenantTransaction,
  state: CaseState,
  reference: ReferenceData,
): Promise<Result<PrintedDeclaration> | undefined> {
  const form = await readDeclarationForm(transaction, state, reference)
  return form?.ok ? printed(transaction, state, form.value) : form
}

/**
 * The supplementary declaration of a case with its history, as it is printed. Undefined and failing as
 * {@link readSupplementaryForm}.
 */
export async function readPrintedSupplementary(
  transaction: TenantTransaction,
  state: CaseState,
  reference: ReferenceData,
): Promise<Result<PrintedDeclaration> | undefined> {
  const form = await readSupplementaryForm(transaction, state, reference)
  if (!form?.ok) return form
  return printed(transaction, withSupplementaryShown(state) ?? state, form.value)
}

async function printed(
  transaction: TenantTransaction,
  state: CaseState,
  form: DeclarationForm,
): Promise<Result<PrintedDeclaration>> {
  const events = await withPersonalFields(transaction, await readEvents(transaction, state.caseId))
  const history = events.map((event) => ({ at: event.at, sentence: eventSentence(event) }))
  return success({ ...standingOf(state, form), ...sectionsOf(form), history })
}

function standingOf(state: CaseState, { standing }: DeclarationForm) {
  const { reference, updatedAt: asOf, declaration, assessment } = state
  const isLodged = standing !== 'trial'
  const { lrn, mrn, ducr, acceptedAt, releasedAt } = declaration ?? {}
  return {
    ...{ reference, standing, asOf, state: stateWords(state) },
    ...(isLodged && lrn !== undefined && { lrn }),
    ...(isLodged && ducr !== undefined && { ducr }),
    ...(isLodged && mrn !== undefined && { mrn }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(releasedAt !== undefined && { releasedAt }),
    ...(assessment !== undefined && { version: assessment.versionId }),
  }
}

/** Of the supplementary declaration its own state, else that of the case. */
function stateWords({ main, declaration, supplementary }: CaseState): BilingualText {
  if (supplementary?.rejected !== undefined && declaration?.lrn === supplementary.rejected.lrn) {
    return { en: 'Rejected', zh: '已退回' }
  }
  const isSupplementary = declaration?.lrn === supplementary?.attempt?.lrn
  return supplementary !== undefined && isSupplementary
    ? supplementaryStates[supplementary.state]
    : { en: inWords(main), zh: mainStateZh[main] }
}

/** `registered` is `Registered`: the states are named by words that people use. */
function inWords(state: string): string {
  return state.charAt(0).toUpperCase() + state.slice(1)
}

function sectionsOf({ sections }: DeclarationForm): Pick<PrintedDeclaration, 'sections'> {
  return {
    sections: sections.map(({ name, fields }) => ({ name, fields: fields.map(printedField) })),
  }
}

function printedField({ dataElement, values, changedTo, origins }: FormField): PrintedField {
  return {
    ...{ number: dataElement.number, name: dataElement.name, values },
    ...(changedTo && { changedTo }),
    origins: origins.flatMap(originWords),
  }
}

const sources: Readonly<Record<FieldOrigin['source'], BilingualText>> = {
  order: { en: 'Order', zh: '订单' },
  quote: { en: 'Quote', zh: '报价' },
  parties: { en: 'Parties', zh: '各方身份' },
  document: { en: 'Document', zh: '单证' },
  profile: { en: 'Profile', zh: '贸易商档案' },
  rule: { en: 'Rule', zh: '规则' },
  person: { en: 'Person', zh: '人工' },
}

/** What a rule fixes is no decision about this case, so paper does without its words. */
function originWords({ source, reference, note }: FieldOrigin): readonly BilingualText[] {
  const { en, zh } = sources[source]
  const of = reference === undefined ? '' : ` ${reference}`
  return [{ en: `${en}${of}`, zh }, ...(note && source !== 'rule' ? [note] : [])]
}
