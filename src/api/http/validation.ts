import type { FastifySchemaCompiler } from 'fastify'
import type { TObject, TSchema } from 'typebox'
import { Value } from 'typebox/value'

import { checkedReader } from '../../customs/checked-reader.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Failure } from '../../customs/result.ts'
import { Refusal } from './refusal.ts'
import { findUnstorableText } from './unstorable-text.ts'

type Check = (input: unknown) => { readonly value: unknown } | { readonly error: Refusal }

/**
 * Checks requests with the reader that the rest of the program uses, so that the same mistake is
 * told in the same words on every way in. Query, path and headers arrive as text and are converted
 * to what the schema asks for; a body is taken as it is.
 */
export const requestValidation: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = checkAgainst(schema, httpPart === 'body')
  switch (httpPart) {
    case 'params':
      return (input: unknown) => {
        const result = check(input)
        return 'error' in result ? { error: new Refusal([nothingThere]) } : result
      }
    case 'querystring':
      return checkOfQuery(schema, check)
    default:
      return check
  }
}

/**
 * The same for a body of one of several forms. What the body means to be is told first, so that its
 * faults are those of the form that was meant and not of every form that it is not.
 */
export function validationOfBody(
  formOf: (body: unknown) => TSchema,
): FastifySchemaCompiler<TSchema> {
  const checks = new Map<TSchema, Check>()
  return (part) => {
    if (part.httpPart !== 'body') return requestValidation(part)
    return (body: unknown) => {
      const form = formOf(body)
      const check = checks.get(form) ?? checkAgainst(form, true)
      checks.set(form, check)
      return check(body)
    }
  }
}

function checkAgainst(schema: TSchema, takenAsItIs: boolean): Check {
  const read = checkedReader<unknown>(schema)
  return (input) => {
    const result = read(takenAsItIs ? input : Value.Convert(schema, input))
    if (!result.ok) return { error: new Refusal(result.failures) }
    const unstorable = findUnstorableText(result.value)
    return unstorable === undefined ? { value: result.value } : { error: new Refusal([unstorable]) }
  }
}

function checkOfQuery(schema: TSchema, check: Check): Check {
  const ofNone = check({})
  return (input) => {
    // Most requests have none, and need no conversion of it.
    if ('value' in ofNone && Object.keys(input as object).length === 0) return ofNone
    const [unknownName, ...others] = unknownParameters(schema, input)
    return unknownName === undefined
      ? check(input)
      : { error: new Refusal([unknownName, ...others]) }
  }
}

/** A path whose parts have not the form of what they name leads to nothing. */
const nothingThere: Failure = {
  code: 'not-found',
  path: '',
  message: 'There is nothing at this address: a part of it has not the form of an id.',
  mend: 'Take the address from the links and ids of earlier answers.',
  zh: {
    message: '此地址没有内容：其中一部分不是编号的格式。',
    mend: '请使用先前结果中的链接和编号。',
  },
}

/** A parameter that is misspelt would otherwise be left out of account, and the answer be another. */
function unknownParameters(schema: TSchema, query: unknown): readonly Failure[] {
  const known = Object.keys((schema as TObject).properties)
  return Object.keys(query as object)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: 'invalid-input',
      path: jsonPointer(name),
      message: `The query parameter ${name} is not known here.`,
      mend: `Use one of: ${known.join(', ')}.`,
      zh: { message: `此处没有查询参数 ${name}。`, mend: `请使用以下之一：${known.join('、')}。` },
    }))
}
