import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Settings } from 'typebox/system'
import { jsonPointer } from './json-pointer.ts'
import { type Failure, resultOf, type Result } from './result.ts'

// The library stops after eight findings by default; whoever mends an input wants to see them all.
Settings.Set({ maxErrors: 200 })

type SchemaFinding = ReturnType<ReturnType<typeof Compile>['Errors']>[number]

/**
 * Makes a reader of one form of data: the input either has the form, or every place where it has not
 * is named. The schema is compiled once, when the reader is made.
 *
 * @example const readTraderProfile = checkedReader<TraderProfile>(traderProfileSchema)
 */
export function checkedReader<T>(schema: TSchema): (input: unknown) => Result<T> {
  const compiled = Compile(schema)
  return (input) => {
    if (compiled.Check(input)) return { ok: true, value: input as T }
    const failures = compiled.Errors(input).flatMap((finding) => failuresOf(finding, schema))
    return resultOf(failures, () => {
      throw new Error('the schema check failed without naming a place')
    })
  }
}

function failuresOf(finding: SchemaFinding, schema: TSchema): readonly Failure[] {
  const { instancePath } = finding
  switch (finding.keyword) {
    case 'required':
      return finding.params.requiredProperties.map((name) =>
        invalid(instancePath + jsonPointer(name), 'is missing', 'State it.'),
      )
    case 'additionalProperties':
      return finding.params.additionalProperties.map((name) =>
        invalid(instancePath + jsonPointer(name), 'is not known here', 'Remove it.'),
      )
    // The same unknown property is reported once more, as a value of a schema that allows none.
    case 'boolean':
      return []
    case 'enum': {
      const words = finding.params.allowedValues.join(', ')
      return [invalid(instancePath, 'is none of the known words', `Use one of: ${words}.`)]
    }
    default: {
      const wanted = descriptionAt(schema, finding.schemaPath)
      const mend = wanted === undefined ? 'Correct the value.' : `Expected is: ${wanted}.`
      return [invalid(instancePath, finding.message, mend)]
    }
  }
}

function invalid(path: string, problem: string, mend: string): Failure {
  return { code: 'invalid-input', path, message: `${path || 'The input'} ${problem}.`, mend }
}

/** What the schema says in words about the value that it found wrong. */
function descriptionAt(schema: TSchema, schemaPath: string): string | undefined {
  const steps = schemaPath.split('/').slice(1)
  const found = steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step],
    schema,
  )
  return (found as { description?: string } | undefined)?.description
}
