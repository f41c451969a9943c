import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import { fillExportDeclaration } from '../../customs/declaration/fill-export-declaration.ts'
import { fillImportDeclaration } from '../../customs/declaration/fill-import-declaration.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import { amendedFields, type AmendedField } from '../../customs/formats/uk-cds/amended-fields.ts'
import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import { type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { declarationForm, type FormSection } from '../declaring/declaration-form.ts'
import { exportDeclarationFacts } from '../declaring/export-declaration-facts.ts'
import { importDeclarationFacts } from '../declaring/import-declaration-facts.ts'
import { hasItsDecisions, readDeclarationSources } from '../declaring/read-declaration-sources.ts'
import { openPoints } from '../mending/open-points.ts'
import type { MainState } from '../life-cycle/main-life-cycle.ts'
import type { ReferenceData } from '../reference-data.ts'
import { readFacts } from './case-fact.ts'
import { readRejection } from './read-rejection.ts'

/** The declaration of a case as a form. */
export interface DeclarationForm {
  /** `trial`: as it would be handed in now. `rejected`: as customs have rejected it. */
  readonly standing: 'trial' | 'lodged' | 'rejected'
  readonly sections: readonly FormSection[]
}

const beforeLodging: ReadonlySet<MainState> = new Set(['draft', 'preparing', 'ready', 'stopped'])

/**
 * The form of the declaration in force, or of the one that would be handed in now. Undefined before
 * lane, parties and charges are decided; fails where a fact is missing that it cannot be filled
 * without.
 */
export async function readDeclarationForm(
  transaction: TenantTransaction,
  state: CaseState,
  reference: ReferenceData,
): Promise<Result<DeclarationForm> | undefined> {
  const rejection = await readRejection(transaction, state, reference.authorityErrors)
  const standing = standingOf(state, rejection !== undefined)
  const read =
    standing === 'trial'
      ? await fillOnTrial(transaction, state, reference)
      : await readDeclared(transaction, state)
  if (!read?.ok) return read
  const { findings, obstacles, warnings = [] } = state
  const points = openPoints({ findings, obstacles, warnings, ...(rejection && { rejection }) })
  const amendments = await readAmendments(transaction, state)
  return success({ standing, sections: declarationForm({ ...read.value, points, amendments }) })
}

function standingOf({ main }: CaseState, isRejected: boolean): DeclarationForm['standing'] {
  if (isRejected) return 'rejected'
  return beforeLodging.has(main) ? 'trial' : 'lodged'
}

interface FilledForm {
  readonly declaration: Declaration
  readonly origins: Readonly<Record<string, FieldOrigin>>
}

/** References of a declaration that is only shown; the real ones are given when it is handed in. */
const onTrial = { lrn: 'TRIAL', ducr: 'TRIAL', additionalType: 'D' } as const

async function fillOnTrial(
  transaction: TenantTransaction,
  state: CaseState,
  reference: ReferenceData,
): Promise<Result<FilledForm> | undefined> {
  if (!hasItsDecisions(state)) return undefined
  // Goods that leave are shown at the rates of the day on which the case last changed.
  const on = dateInLondon(state.updatedAt)
  const { sources } = await readDeclarationSources(transaction, state, { on, reference })
  if (!('lane' in sources)) {
    const facts = exportDeclarationFacts(sources, onTrial)
    return facts.ok ? fillExportDeclaration(facts.value) : facts
  }
  const facts = importDeclarationFacts(sources, onTrial)
  return facts.ok ? fillImportDeclaration(facts.value) : facts
}

async function readDeclared(
  transaction: TenantTransaction,
  { caseId, declaration }: CaseState,
): Promise<Result<FilledForm>> {
  if (declaration === undefined) throw new RangeError(`case ${caseId} has no declaration`)
  const { facts } = await readFacts<[Declaration, FilledForm['origins']]>(transaction, [
    declaration.declaration,
    declaration.origins,
  ])
  return success({ declaration: facts[0], origins: facts[1] })
}

/** What the authority has changed in the declaration in force. */
export async function readAmendments(
  transaction: TenantTransaction,
  { caseId, declaration }: CaseState,
): Promise<readonly AmendedField[]> {
  const rows = await transaction
    .selectFrom('exchange_notification')
    .select('parsed')
    .where('case_id', '=', caseId)
    .where('function_code', '=', '07')
    .orderBy('id')
    .execute()
  return rows
    .map((row) => row.parsed as Notification)
    .filter(({ lrn }) => lrn === declaration?.lrn)
    .flatMap(({ amendedValues }) => amendedFields(amendedValues))
}
