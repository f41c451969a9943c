import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Failure, FailureWording } from '../../customs/result.ts'

/** What the check of a request against its schema found wrong at one place. */
export interface InputFault {
  readonly instancePath: string
  /** The keyword of JSON Schema that the value offends against. */
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Says in both languages where an input has not the expected form, and what is expected there. */
export function inputFailure(fault: InputFault): Failure {
  const path = placeOf(fault)
  const en = wordingIn(english, fault)
  const zh = wordingIn(chinese, fault)
  return {
    code: 'invalid-input',
    path,
    message: `${path || 'The input'} ${en.message}.`,
    mend: en.mend,
    zh: { message: `${path || '输入内容'} ${zh.message}。`, mend: zh.mend },
  }
}

/** A field that is missing, or that nobody knows, is named itself and not what it is a part of. */
function placeOf({ instancePath, keyword, params }: InputFault): string {
  const name = keyword === 'required' ? params.missingProperty : params.additionalProperty
  return typeof name === 'string' ? instancePath + jsonPointer(name) : instancePath
}

type Wording = Required<FailureWording>

interface Words {
  readonly missing: Wording
  readonly unknown: Wording
  readonly form: Wording
  oneOf(known: string): Wording
  least(limit: string): Wording
  most(limit: string): Wording
  shortest(limit: string): Wording
  longest(limit: string): Wording
  type(wanted: string): Wording
}

const english: Words = {
  missing: { message: 'is missing', mend: 'State it.' },
  unknown: { message: 'is not known here', mend: 'Remove it.' },
  form: { message: 'does not have the expected form', mend: 'Correct the value.' },
  oneOf: (known) => ({ message: 'is none of the known words', mend: `Use one of: ${known}.` }),
  least: (limit) => ({ message: 'is too small', mend: `Use ${limit} or more.` }),
  most: (limit) => ({ message: 'is too large', mend: `Use ${limit} or less.` }),
  shortest: (limit) => ({ message: 'is too short', mend: `Give ${limit} or more.` }),
  longest: (limit) => ({ message: 'is too long', mend: `Give ${limit} at the most.` }),
  type: (wanted) => ({ message: `is no ${wanted}`, mend: 'Correct the value.' }),
}

const chinese: Words = {
  missing: { message: '未填写', mend: '请填写。' },
  unknown: { message: '不是此处可用的字段', mend: '请删除。' },
  form: { message: '格式不正确', mend: '请更正该值。' },
  oneOf: (known) => ({ message: '不在可选值之内', mend: `请使用以下之一：${known}。` }),
  least: (limit) => ({ message: '过小', mend: `不得小于 ${limit}。` }),
  most: (limit) => ({ message: '过大', mend: `不得大于 ${limit}。` }),
  shortest: (limit) => ({ message: '过短', mend: `至少需要 ${limit} 个。` }),
  longest: (limit) => ({ message: '过长', mend: `最多 ${limit} 个。` }),
  type: () => ({ message: '类型不正确', mend: '请更正该值。' }),
}

function wordingIn(words: Words, { keyword, params }: InputFault): Wording {
  const limit = String(params.limit)
  switch (keyword) {
    case 'required':
      return words.missing
    case 'additionalProperties':
      return words.unknown
    case 'enum':
      return words.oneOf([params.allowedValues].flat().join(', '))
    case 'const':
      return words.oneOf(String(params.allowedValue))
    case 'minimum':
      return words.least(limit)
    case 'maximum':
      return words.most(limit)
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return words.shortest(limit)
    case 'maxLength':
    case 'maxItems':
      return words.longest(limit)
    case 'type':
      return words.type(String(params.type))
    default:
      return words.form
  }
}
