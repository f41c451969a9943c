import { Type, type Static } from 'typebox'

import {
  changePerson,
  erasePerson,
  invitePerson,
  issueSignInLink,
  listPeople,
  personStates,
  roles,
  signInLinkUrl,
  type IssuedSignInLink,
  type Person,
} from '../access/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { changeOnce } from './http/change-once.ts'
import { entityTag, expectedVersion } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'

const role = oneOf(roles, 'what the person may be trusted with')

const email = Type.String({
  pattern: '^[^@\\s]+@[^@\\s]+$',
  maxLength: 254,
  description: 'for your own use; nothing is sent to it',
})

const personProperties = {
  id: Type.String(),
  name: Type.String(),
  email: Type.Optional(Type.String()),
  role,
  state: oneOf(
    personStates,
    'invited: has never signed in. disabled: may not sign in. erased: the same, name and e-mail gone',
  ),
  version: Type.Integer({ description: 'to be sent as If-Match, in quotes, with a change' }),
  createdAt: instant,
  joinedAt: Type.Optional(instant),
}

const personSchema = Type.Object(personProperties, {
  title: 'Person',
  description: 'who works for the tenant',
})

/** A person as owners see them. */
export type PersonView = Immutable<Static<typeof personSchema>>

const linkSchema = Type.Object(
  {
    url: Type.Optional(
      Type.String({
        description: 'the link itself: shown this once, absent from a repeated answer',
      }),
    ),
    expiresAt: instant,
  },
  { description: 'lets the person in once; it replaces links that were not used' },
)

/** A link that lets a person in once, while it is shown. */
export type SignInLinkView = Immutable<Static<typeof linkSchema>>

const invitedSchema = Type.Object(
  { ...personProperties, signInLink: linkSchema },
  { description: 'a new person, with the link to hand over' },
)

const newPersonSchema = Type.Object(
  { name: text(70, 'how colleagues call the person'), email: Type.Optional(email), role },
  { additionalProperties: false },
)

const personChangeSchema = Type.Object(
  {
    name: Type.Optional(text(70, 'how colleagues call the person')),
    email: Type.Optional(Type.Union([email, Type.Null({ description: 'takes it away' })])),
    role: Type.Optional(role),
    state: Type.Optional(
      oneOf(['enabled', 'disabled'], 'disabled: signed out everywhere, every way in is shut'),
    ),
  },
  { additionalProperties: false, minProperties: 1, description: 'what of the person changes' },
)

const personParams = Type.Object({ id: idOf('the person') })

const tags = ['people']

const listAll: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/people',
    {
      schema: {
        tags,
        summary: 'List the people, the newest first',
        response: { 200: Type.Object({ items: Type.Array(personSchema) }) },
      },
      config: { admit: 'people.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const people = await inTenant(ports.database, tenantId, listPeople)
      return { items: people.map(shownPerson) }
    },
  )
}

/** A new person, with the link while it is shown. */
export type InvitedView = Immutable<Static<typeof invitedSchema>>

const invite: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/people',
    {
      schema: {
        tags,
        summary: 'Invite a person',
        description: 'The answer holds a link, which you hand to the person yourself.',
        body: newPersonSchema,
        response: { 201: invitedSchema },
      },
      config: { admit: 'people.manage' },
    },
    async (request, reply) => {
      const invited = await changeOnce<InvitedView>(
        { request, reply, ports, remember: withoutSecrets },
        async (transaction, context) => {
          const person = await invitePerson(transaction, request.body, context)
          const link = accepted(await issueSignInLink(transaction, person.personId, context))
          const signInLink = shownLink(ports, link)
          return { status: 201, body: { ...shownPerson(person), signInLink } }
        },
      )
      return { ...invited, ...request.body }
    },
  )
}

/** Neither the link nor the person is stored with the answer; a repeated request names them again. */
function withoutSecrets({
  email: _,
  signInLink: { expiresAt },
  ...person
}: InvitedView): InvitedView {
  return { ...person, name: '', signInLink: { expiresAt } }
}

const change: ApiRoutes = (server, ports) => {
  server.patch(
    '/v1/people/:id',
    {
      schema: {
        tags,
        summary: 'Change a person, or disable or enable them',
        description:
          'A new role holds within a few seconds. The last owner who can sign in stays one.',
        params: personParams,
        body: personChangeSchema,
        response: { 200: personSchema },
      },
      config: { admit: 'people.manage' },
    },
    async (request, reply) => {
      const edit = {
        personId: request.params.id,
        change: request.body,
        expectedVersion: expectedVersion(request),
      }
      const context = changeContextOf(request, ports)
      const person = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await changePerson(transaction, edit, context)),
      )
      reply.header('etag', entityTag(person.version))
      return shownPerson(person)
    },
  )
}

const issueLink: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/people/:id/sign-in-links',
    {
      schema: {
        tags,
        summary: 'Make a new sign-in link for a person',
        description: 'For who has lost a passkey or let the first link expire.',
        params: personParams,
        response: { 201: linkSchema },
      },
      config: { admit: 'people.manage' },
    },
    (request, reply) =>
      changeOnce<SignInLinkView>(
        { request, reply, ports, remember: ({ expiresAt }) => ({ expiresAt }) },
        async (transaction, context) => {
          const link = accepted(await issueSignInLink(transaction, request.params.id, context))
          return { status: 201, body: shownLink(ports, link) }
        },
      ),
  )
}

const erase: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/people/:id/personal-data',
    {
      schema: {
        tags,
        summary: 'Erase the name and address of a person who is disabled',
        description: 'What the person did stays on record without the name.',
        params: personParams,
        response: { 200: personSchema },
      },
      config: { admit: 'personal-data.erase' },
    },
    async (request) => {
      const context = changeContextOf(request, ports)
      const person = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await erasePerson(transaction, request.params.id, context)),
      )
      return shownPerson(person)
    },
  )
}

/** Who works for the tenant and may sign in; only owners see and change them. */
export const peopleRoutes = together(listAll, invite, change, issueLink, erase)

function shownPerson({ personId: id, ...person }: Person) {
  return { id, ...person }
}

function shownLink({ publicUrl }: ApiPorts, link: IssuedSignInLink) {
  return { url: signInLinkUrl(publicUrl, link), expiresAt: link.expiresAt }
}
