import { Type, type Static } from 'typebox'
import { checkedReader } from '../../../checked-reader.ts'
import { failure, type Failure, type Result, success } from '../../../result.ts'

/** Names an object of a body. */
export interface ResourceName {
  readonly type: string
  readonly id: string
}

/** One object of a JSON:API body, its attributes not yet understood. */
export interface Resource extends ResourceName {
  readonly attributes: Readonly<Record<string, unknown>>
  /** What the service says of the object beside its attributes, where it says something. */
  readonly meta?: unknown
  /** The objects that a relationship names, in its order; of an absent or empty one, none. */
  related(relationship: string): readonly ResourceName[]
}

/** A JSON:API body: what was asked for, and the objects that it refers to. */
export interface JsonApiDocument {
  readonly data: readonly Resource[]
  readonly included: readonly Resource[]
}

const nameSchema = Type.Object({ type: Type.String(), id: Type.String() })

const resourceSchema = Type.Object({
  type: Type.String({ minLength: 1, maxLength: 100 }),
  id: Type.String({ minLength: 1, maxLength: 200 }),
  attributes: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  meta: Type.Optional(Type.Unknown()),
  relationships: Type.Optional(
    Type.Union([
      Type.Null(),
      Type.Record(
        Type.String(),
        Type.Object({
          data: Type.Optional(Type.Union([Type.Null(), nameSchema, Type.Array(nameSchema)])),
        }),
      ),
    ]),
  ),
})

const documentSchema = Type.Object({
  data: Type.Union([resourceSchema, Type.Array(resourceSchema)]),
  included: Type.Optional(Type.Array(resourceSchema, { maxItems: 200_000 })),
})

const readForm = checkedReader<Static<typeof documentSchema>>(documentSchema)

/** More than thirty times the largest body that the service has been seen to give. */
const CHARACTERS_MAX = 25_000_000

/**
 * Reads a body of the UK Trade Tariff service. Fails with `too-large`, with `message-unreadable`
 * where the body is cut or no JSON, with `not-found` where the service says so in it, and with
 * `invalid-input` where it is no JSON:API.
 */
export function readJsonApiDocument(text: string): Result<JsonApiDocument> {
  if (text.length > CHARACTERS_MAX) return failure(tooLarge)
  const json = parsed(text)
  if (json === undefined) return failure(unreadable)
  if (isRefusal(json)) return failure(notThere)
  const form = readForm(json)
  if (!form.ok) return form
  const { data, included = [] } = form.value
  return success({ data: [data].flat().map(resource), included: included.map(resource) })
}

/** Nothing where the text is no JSON, which a body that was cut is not. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The service answers with `error` or `errors` where it does not have what was asked for. */
function isRefusal(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('error' in json || 'errors' in json)
}

function resource({
  type,
  id,
  attributes = {},
  meta,
  relationships,
}: Static<typeof resourceSchema>): Resource {
  const byName = new Map(Object.entries(relationships ?? {}))
  return {
    ...{ type, id, attributes },
    ...(meta !== undefined && { meta }),
    related: (relationship) => {
      const data = byName.get(relationship)?.data
      return data === undefined || data === null ? [] : [data].flat()
    },
  }
}

const tooLarge: Failure = {
  code: 'too-large',
  path: '',
  message: `The body has more than ${CHARACTERS_MAX} characters.`,
  mend: 'Load one body of the UK Trade Tariff service at a time.',
  zh: {
    message: `内容超过 ${CHARACTERS_MAX} 个字符。`,
    mend: '请每次只载入英国税则服务的一个响应。',
  },
}

const unreadable: Failure = {
  code: 'message-unreadable',
  path: '',
  message: 'The body is no JSON; it may have been cut.',
  mend: 'Fetch it again and load it whole.',
  zh: { message: '内容不是 JSON，可能已被截断。', mend: '请重新获取并完整载入。' },
}

const notThere: Failure = {
  code: 'not-found',
  path: '',
  message: 'The UK Trade Tariff service says that it does not have what was asked for.',
  mend: 'Check the code and the day that were asked for.',
  zh: { message: '英国税则服务表示没有所查询的内容。', mend: '请核对所查询的编码和日期。' },
}
