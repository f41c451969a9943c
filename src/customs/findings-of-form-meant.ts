import type { Compile } from 'typebox/compile'

/** One fault that a compiled schema finds in an input. */
export type SchemaFinding = ReturnType<ReturnType<typeof Compile>['Errors']>[number]

/**
 * Of a value that may have one of several forms, each told by a word of its own, every form finds its
 * faults. Kept are those of the form that the word names. A word that names none is the only fault:
 * what it should be is said, and not what every form would have besides.
 */
export function findingsOfFormMeant(findings: readonly SchemaFinding[]): readonly SchemaFinding[] {
  return findings.filter(isAnyOf).reduce(withoutFormsNotMeant, findings)
}

type AnyOf = SchemaFinding & { readonly keyword: 'anyOf' }

function isAnyOf(finding: SchemaFinding): finding is AnyOf {
  return finding.keyword === 'anyOf'
}

function withoutFormsNotMeant(
  findings: readonly SchemaFinding[],
  choice: AnyOf,
): readonly SchemaFinding[] {
  const inForms = findings.filter((finding) => formOf(finding, choice) !== undefined)
  if (inForms.length === 0) return findings
  const wrongWords = inForms.filter((finding) => isWordOfForm(finding, choice))
  const notMeant = new Set(wrongWords.map((finding) => formOf(finding, choice)))
  const ofMeant = inForms.filter((finding) => !notMeant.has(formOf(finding, choice)))
  const kept = ofMeant.length > 0 ? ofMeant : noneOfTheWords(wrongWords)
  return findings.flatMap((finding) => {
    if (finding === choice) return kept
    return inForms.includes(finding) ? [] : [finding]
  })
}

/** The number of the form of a choice that a finding speaks of; `undefined` where it is of none. */
function formOf({ schemaPath, instancePath }: SchemaFinding, choice: AnyOf): string | undefined {
  const isWithin =
    instancePath === choice.instancePath || instancePath.startsWith(`${choice.instancePath}/`)
  const before = `${choice.schemaPath}/anyOf/`
  if (!isWithin || !schemaPath.startsWith(before)) return undefined
  return schemaPath.slice(before.length).split('/', 1)[0]
}

/** Whether a finding is that the word by which a form is told is another. */
function isWordOfForm(finding: SchemaFinding, choice: AnyOf): boolean {
  if (finding.keyword !== 'const' && finding.keyword !== 'enum') return false
  const form = `${choice.schemaPath}/anyOf/${formOf(finding, choice)}`
  return finding.schemaPath.slice(form.length).split('/').length === 3
}

/** One finding that says all words that tell a form, in the place of one for each. */
function noneOfTheWords([first, ...others]: readonly SchemaFinding[]): readonly SchemaFinding[] {
  if (first === undefined) return []
  const allowedValues = [first, ...others].flatMap(wordsOf)
  return [{ ...first, keyword: 'enum', params: { allowedValues } }]
}

function wordsOf(finding: SchemaFinding): readonly unknown[] {
  if (finding.keyword === 'const') return [finding.params.allowedValue]
  return finding.keyword === 'enum' ? finding.params.allowedValues : []
}
