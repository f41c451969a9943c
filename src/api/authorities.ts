import { Type, type Static } from 'typebox'

import { type Authority, contactTopics } from '../customs/authorities/authority.ts'
import type { Immutable } from '../customs/immutable.ts'
import { localDate, oneOf } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import type { ApiPorts } from './api-ports.ts'
import { found } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'
import { bilingualText } from './http/schema.ts'

/** Where a dated fact was read. */
export const datedSourceSchema = Type.Object({
  title: Type.String(),
  publisher: Type.String(),
  url: Type.String(),
  readOn: localDate,
  readAs: Type.String({ description: 'in which form it was read' }),
})

/** What one turns to an authority for, as the interface names it. */
export const contactTopic = oneOf(contactTopics, 'what one turns there for')

const contactPointSchema = Type.Object({
  id: Type.String(),
  topic: contactTopic,
  office: bilingualText,
  purpose: bilingualText,
  email: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  address: Type.Optional(Type.Array(Type.String())),
  website: Type.Optional(Type.String()),
  hours: Type.Optional(bilingualText),
  languages: Type.Array(Type.String()),
  validFrom: Type.Optional(localDate),
  validUntil: Type.Optional(localDate),
  confidence: oneOf(
    ['verified', 'secondary'],
    'read in words of the authority itself, or of somebody else',
  ),
  sources: Type.Array(datedSourceSchema),
  note: Type.Optional(bilingualText),
})

const authoritySchema = Type.Object(
  {
    id: Type.String({ description: 'that of its format, such as uk-cds' }),
    name: bilingualText,
    country: Type.String(),
    contactPoints: Type.Array(contactPointSchema, {
      description: 'what the authority has published; your own contacts are kept beside them',
    }),
  },
  { title: 'Authority', description: 'a customs authority that you deal with' },
)

/** A customs authority, as the interface shows it. */
export type AuthorityView = Immutable<Static<typeof authoritySchema>>

/** The path of what belongs to an authority. */
export const authorityParams = Type.Object({
  authority: Type.String({ pattern: '^[a-z0-9-]{1,40}$', description: 'id of the authority' }),
})

/** The customs authorities that businesses deal with here. */
export const authorityRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/authorities',
    {
      schema: {
        tags: ['authority'],
        summary: 'List the customs authorities that you deal with, and where they can be reached',
        response: { 200: Type.Object({ items: Type.Array(authoritySchema) }) },
      },
      config: { admit: 'relationship.read' },
    },
    () => Promise.resolve({ items: [...ports.clearance.reference.authorities] }),
  )
}

/** The authority of a path. Refuses an id that is none. */
export function authorityOf(ports: ApiPorts, id: string): Authority {
  const { authorities } = ports.clearance.reference
  return found(
    authorities.find((authority) => authority.id === id),
    noSuchAuthority(id, authorities),
  )
}

function noSuchAuthority(id: string, authorities: readonly Authority[]): Failure {
  const known = authorities.map((authority) => authority.id)
  return {
    code: 'not-found',
    path: '',
    message: `There is no authority ${id} here.`,
    mend: `Use one of: ${known.join(', ')}.`,
    zh: { message: `此处没有海关 ${id}。`, mend: `请使用以下之一：${known.join('、')}。` },
  }
}
