import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Locale, Settings } from 'typebox/system'
import type { BilingualText } from './bilingual-text.ts'
import { jsonPointer } from './json-pointer.ts'
import { type Failure, resultOf, type Result } from './result.ts'

// The library stops after eight findings by default; whoever mends an input wants to see them all.
Settings.Set({ maxErrors: 200 })

/**
 * The keyword of a schema that says in Chinese what `description` says in English; it is shown to
 * people whose input has not the form. A symbol, so that the published description of the interface
 * does not repeat it at every value.
 */
export const DESCRIPTION_ZH = Symbol('description in Chinese')

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
        invalid(instancePath + jsonPointer(name), missing),
      )
    case 'additionalProperties':
      return finding.params.additionalProperties.map((name) =>
        invalid(instancePath + jsonPointer(name), unknownHere),
      )
    // The same unknown property is reported once more, as a value of a schema that allows none.
    case 'boolean':
      return []
    case 'enum':
      return [invalid(instancePath, noneOf(finding.params.allowedValues))]
    default:
      return [invalid(instancePath, wrongValue(finding, schema))]
  }
}

/** What is wrong with the value at a place, which the sentence names first, and how to mend it. */
interface Fault {
  readonly problem: BilingualText
  readonly mend: BilingualText
}

const missing: Fault = {
  problem: { en: 'is missing', zh: '未填写' },
  mend: { en: 'State it.', zh: '请填写。' },
}

const unknownHere: Fault = {
  problem: { en: 'is not known here', zh: '不是此处可用的字段' },
  mend: { en: 'Remove it.', zh: '请删除。' },
}

function noneOf(allowedValues: readonly unknown[]): Fault {
  return {
    problem: { en: 'is none of the known words', zh: '不在可选值之内' },
    mend: {
      en: `Use one of: ${allowedValues.join(', ')}.`,
      zh: `请使用以下之一：${allowedValues.join('、')}。`,
    },
  }
}

function wrongValue(finding: SchemaFinding, schema: TSchema): Fault {
  const wanted = describedAt(schema, finding.schemaPath)
  const { description: en, [DESCRIPTION_ZH]: zh } = wanted
  return {
    problem: formFault(finding),
    mend: {
      en: en === undefined ? 'Correct the value.' : `Expected is: ${en}.`,
      zh: zh === undefined ? '请更正该值。' : `应填写：${zh}。`,
    },
  }
}

/** What types of values are called in Chinese, which the library leaves in English. */
const typesInChinese: Readonly<Record<string, string>> = {
  array: '列表',
  boolean: '是或否',
  integer: '整数',
  null: '空值',
  number: '数字',
  object: '对象',
  string: '文本',
}

/** A pattern says nothing to a person; what is expected is said beside it. */
function formFault(finding: SchemaFinding): BilingualText {
  switch (finding.keyword) {
    case 'pattern':
      return { en: 'has not the right form', zh: '格式不正确' }
    case 'type': {
      const types = [finding.params.type].flat()
      const names = types.map((type) => typesInChinese[type] ?? type)
      return { en: finding.message, zh: `必须是${names.join('或')}` }
    }
    default:
      return { en: finding.message, zh: Locale.zh_Hans(finding) }
  }
}

function invalid(path: string, { problem, mend }: Fault): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path || 'The input'} ${problem.en}.`,
    mend: mend.en,
    zh: { message: `${path || '输入内容'} ${problem.zh}。`, mend: mend.zh },
  }
}

/** What the schema says in words about the value that it found wrong. */
interface Described {
  readonly description?: string
  readonly [DESCRIPTION_ZH]?: string
}

function describedAt(schema: TSchema, schemaPath: string): Described {
  const steps = schemaPath.split('/').slice(1)
  const found = steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step],
    schema,
  )
  return (found as Described | undefined) ?? {}
}
