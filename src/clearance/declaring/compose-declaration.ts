import { checkDeclaration, type Finding } from '../../customs/declaration/check-declaration.ts'
import {
  fillImportDeclaration,
  type FilledDeclaration,
} from '../../customs/declaration/fill-import-declaration.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import type { RuleContext } from '../../customs/declaration/rules/rule.ts'
import { isDataSet } from '../../customs/declaration/rules/data-set.ts'
import { dataSetOf } from '../../customs/formats/uk-cds/data-set-of.ts'
import { fillH8Declaration } from '../../customs/declaration/fill-h8-declaration.ts'
import { fillH7Declaration } from '../../customs/declaration/fill-h7-declaration.ts'
import { checkStructureToWrite } from '../../customs/formats/uk-cds/check-structure.ts'
import { declarationMessage, writeMessage } from '../../customs/formats/uk-cds/write-declaration.ts'
import { checked, type Result, success } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'
import { quotedItems } from './quoted-items.ts'
import { h7DeclarationFacts } from './h7-declaration-facts.ts'
import { h8DeclarationFacts } from './h8-declaration-facts.ts'
import {
  type DeclarationReferences,
  type DeclarationSources,
  importDeclarationFacts,
} from './import-declaration-facts.ts'

/** A declaration with the origin of each field, and the exact bytes that say it. */
export interface ComposedDeclaration {
  readonly filled: FilledDeclaration
  readonly bytes: Uint8Array
  /** What the rules say to a person and what does not stop the sending. */
  readonly warnings: readonly Finding[]
}

/**
 * Fills a declaration from its case, checks it against the authority's rules and the structure of
 * its message, and writes it. Fails with everything that is found wrong.
 */
export function composeDeclaration(
  sources: DeclarationSources,
  references: DeclarationReferences,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  return composeFilled(fillForLane(sources, references), sources, reference)
}

/** Checks a declaration that was filled from a case, and writes it. Fails as the filling has. */
export function composeFilled(
  filled: Result<FilledDeclaration>,
  { lane, quote }: DeclarationSources,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  const lowValue = { intrinsicValue: lane.intrinsicValue, limit: lane.threshold }
  const known = { on: quote.on, lowValue, quotedItems: quotedItems(quote) }
  return composeChecked(filled, known, reference)
}

/** Checks a declaration by what is known of its case, and writes it. Fails as the filling has. */
export function composeChecked(
  filled: Result<FilledDeclaration>,
  known: Known,
  reference: ReferenceData,
): Result<ComposedDeclaration> {
  if (!filled.ok) return filled
  const found = findingsOf(filled.value.declaration, known, reference)
  if (!found.ok) return found
  const broken = checked(found.value.filter(({ severity }) => severity === 'error'))
  if (!broken.ok) return broken
  const message = declarationMessage(filled.value.declaration)
  const structure = checkStructureToWrite(message)
  if (!structure.ok) return structure
  return success({ filled: filled.value, bytes: writeMessage(message), warnings: found.value })
}

/** What the rules ask beside the declaration. */
type Known = Pick<RuleContext, 'on' | 'lowValue' | 'quotedItems'>

/** The rules of its data set, which only declarations of a known one are held against. */
function findingsOf(
  declaration: Declaration,
  known: Known,
  { declarationCodes, declarationCategories }: ReferenceData,
): Result<readonly Finding[]> {
  const told = dataSetOf(declaration, declarationCategories)
  if (!told.ok) return told
  const { id } = told.value.dataSet
  if (!isDataSet(id)) throw new Error(`there are no rules for the data set ${id}`)
  return success(
    checkDeclaration(declaration, {
      ...declarationCodes,
      dataSet: id,
      ...known,
      lodgedOn: known.on,
    }),
  )
}

/** Each data set is filled from facts of its own. */
function fillForLane(
  sources: DeclarationSources,
  references: DeclarationReferences,
): Result<FilledDeclaration> {
  switch (sources.lane.dataSet) {
    case 'H1': {
      const facts = importDeclarationFacts(sources, references)
      return facts.ok ? fillImportDeclaration(facts.value) : facts
    }
    case 'H7': {
      const facts = h7DeclarationFacts(sources, references)
      return facts.ok ? fillH7Declaration(facts.value) : facts
    }
    case 'H8': {
      const facts = h8DeclarationFacts(sources, references)
      return facts.ok ? fillH8Declaration(facts.value) : facts
    }
  }
}
