import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Locale, Settings } from 'typebox/system'
import type { BilingualText } from './bilingual-text.ts'
import { findingsOfFormMeant, type SchemaFinding } from './findings-of-form-meant.ts'
import { jsonPointer } from './json-pointer.ts'
import { namesAlike } from './names-alike.ts'
import { type Failure, resultOf, type Result } from './result.ts'

// The library stops after eight findings by default; whoever mends an input wants to see them all.
Settings.Set({ maxErrors: 200 })

/**
 * The keyword of a schema that says in Chinese what `description` says in English; it is shown to
 * people whose input has not the form. A symbol, so that the published description of the interface
 * does not repeat it at every value.
 */
export const DESCRIPTION_ZH = Symbol('description in Chinese')

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
    const findings = findingsOfFormMeant(compiled.Errors(input))
    const failures = findings.flatMap((finding) => failuresOf(finding, schema))
    return resultOf(failures.filter(isSaidFirst), () => {
      throw new Error('the schema check failed without naming a place')
    })
  }
}

/** A value that breaks two rules of its form, or that two forms refuse alike, is told once. */
function isSaidFirst(
  { path, message }: Failure,
  index: number,
  failures: readonly Failure[],
): boolean {
  return failures.findIndex((one) => one.path === path && one.message === message) === index
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
        invalid(instancePath + jsonPointer(name), unknownHere(name, schemaAt(schema, finding))),
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

/** Names what may have been meant: a field that is left out instead of mended changes the answer. */
function unknownHere(name: string, { properties = {} }: Described): Fault {
  const alike = namesAlike(name, Object.keys(properties))
  const mend =
    alike.length === 0
      ? { en: 'Remove it.', zh: '请删除。' }
      : {
          en: `Write ${alike.join(' or ')} if that is meant, or remove it.`,
          zh: `如指 ${alike.join(' 或 ')}，请改用该名称；否则请删除。`,
        }
  return { problem: { en: 'is not known here', zh: '不是此处可用的字段' }, mend }
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
  const wanted = schemaAt(schema, finding)
  const { description: en, [DESCRIPTION_ZH]: zh } = wanted
  return {
    problem: formFault(finding),
    mend: {
      en: en === undefined ? 'Correct the value.' : `Expected is: ${en}.`,
      zh: zh === undefined ? '请更正该值。' : `应填写：${zh}。`,
    },
  }
}

/** What types of values are called, for people. */
const typeNames: Readonly<Record<string, BilingualText>> = {
  array: { en: 'a list', zh: '列表' },
  boolean: { en: 'true or false', zh: '是或否' },
  integer: { en: 'a whole number', zh: '整数' },
  null: { en: 'null', zh: '空值' },
  number: { en: 'a number', zh: '数字' },
  object: { en: 'an object', zh: '对象' },
  string: { en: 'a text', zh: '文本' },
}

/** A pattern says nothing to a person; what is expected is said beside it. */
function formFault(finding: SchemaFinding): BilingualText {
  switch (finding.keyword) {
    case 'pattern':
    case 'format':
      return { en: 'has not the right form', zh: '格式不正确' }
    case 'type': {
      const types = [finding.params.type].flat()
      const names = types.map((type) => typeNames[type] ?? { en: type, zh: type })
      return {
        en: `must be ${names.map(({ en }) => en).join(' or ')}`,
        zh: `必须是${names.map(({ zh }) => zh).join('或')}`,
      }
    }
    case 'minimum':
      return {
        en: `must be at least ${finding.params.limit}`,
        zh: `不得小于 ${finding.params.limit}`,
      }
    case 'maximum':
      return {
        en: `must be at most ${finding.params.limit}`,
        zh: `不得大于 ${finding.params.limit}`,
      }
    case 'minItems':
    case 'maxItems':
    case 'minLength':
    case 'maxLength':
    case 'minProperties':
    case 'maxProperties':
      return { en: countedOnce(finding.message), zh: Locale.zh_Hans(finding) }
    default:
      return { en: finding.message, zh: Locale.zh_Hans(finding) }
  }
}

/** The library counts everything in the plural: "fewer than 1 items". */
function countedOnce(message: string): string {
  return message
    .replace(/\b1 properties\b/, '1 property')
    .replace(/\b1 (item|character)s\b/, '1 $1')
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

/** What a schema says in words about a value, and which fields it knows. */
interface Described {
  readonly description?: string
  readonly [DESCRIPTION_ZH]?: string
  readonly properties?: Readonly<Record<string, unknown>>
}

/** The part of a schema that found something. */
function schemaAt(schema: TSchema, { schemaPath }: SchemaFinding): Described {
  const steps = schemaPath.split('/').slice(1)
  const found = steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step],
    schema,
  )
  return (found as Described | undefined) ?? {}
}
