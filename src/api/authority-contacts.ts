import { Type, type Static } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { isLocalDate } from '../customs/calendar/local-date.ts'
import type { Immutable } from '../customs/immutable.ts'
import { localDate, text } from '../customs/order/schema.ts'
import { noSuchDay } from '../customs/order/unknown-codes.ts'
import { resultOf } from '../customs/result.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import {
  addContact,
  type AuthorityContact,
  type AuthorityContactFacts,
  listContacts,
  readContact,
  removeContact,
  replaceContact,
} from '../relationship/index.ts'
import { authorityOf, authorityParams, contactTopic } from './authorities.ts'
import { changeOnce } from './http/change-once.ts'
import { entityTag, expectedVersion, hasPresent, notModified } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'
import { actorSchema, shownActor } from './views/actor-view.ts'

const facts = {
  topic: contactTopic,
  office: text(140, 'office or unit'),
  desk: Type.Optional(text(140, 'desk or team within it')),
  person: Type.Optional(text(140, 'name of a person')),
  role: Type.Optional(text(140, 'what the person does there')),
  email: Type.Optional(
    Type.String({
      maxLength: 254,
      pattern: '^[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+$',
      description: 'e-mail address',
    }),
  ),
  phone: Type.Optional(
    Type.String({
      maxLength: 40,
      pattern: '^\\+?[0-9][0-9 ()./-]*(?: ?(?:x|ext\\.?) ?[0-9]+)?$',
      description: 'telephone number, with or without country',
    }),
  ),
  address: Type.Optional(
    Type.Array(text(140, 'line of the address'), {
      minItems: 1,
      maxItems: 8,
      description: 'lines of the postal address',
    }),
  ),
  hours: Type.Optional(text(200, 'when it can be reached')),
  languages: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-z]{2}$', description: 'ISO 639-1 code, such as en' }), {
      maxItems: 10,
      uniqueItems: true,
    }),
  ),
  notes: Type.Optional(text(1_000, 'what is worth knowing')),
  validFrom: Type.Optional(localDate),
  validUntil: Type.Optional({ ...localDate, description: 'the last day on which it holds' }),
}

const factsSchema = Type.Object(facts, {
  additionalProperties: false,
  description: 'whom you can turn to at the authority; at least one way to reach them',
})

const contactSchema = Type.Object(
  {
    id: Type.String(),
    ...facts,
    version: Type.Integer(),
    changedAt: instant,
    changedBy: actorSchema,
  },
  { title: 'AuthorityContact', description: 'a contact in your book of an authority' },
)

/** A contact as it is answered. */
export type AuthorityContactView = Immutable<Static<typeof contactSchema>>

const tags = ['authority']
const params = Type.Object({ ...authorityParams.properties, contactId: idOf('the contact') })

const list: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/authorities/:authority/contacts',
    {
      schema: {
        tags,
        summary: 'List your own contacts at an authority',
        params: authorityParams,
        response: { 200: Type.Object({ items: Type.Array(contactSchema) }) },
      },
      config: { admit: 'relationship.read' },
    },
    async (request) => {
      const { id } = authorityOf(ports, request.params.authority)
      const { tenantId } = principalOf(request)
      const items = await inTenant(ports.database, tenantId, async (transaction) =>
        withNames(transaction, await listContacts(transaction, id)),
      )
      return { items: items.map(shownContact) }
    },
  )
}

const add: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/authorities/:authority/contacts',
    {
      schema: {
        tags,
        summary: 'Write a contact into your book of an authority',
        params: authorityParams,
        body: factsSchema,
        response: { 201: contactSchema },
      },
      config: { admit: 'contacts.manage' },
    },
    async (request, reply) => {
      const { id: authority } = authorityOf(ports, request.params.authority)
      const wanted = { authority, facts: existing(request.body) }
      return changeOnce<AuthorityContactView>(
        // What is kept for a repetition names nobody, so that a contact that is removed is gone.
        { request, reply, ports, remember: withoutPerson },
        async (transaction, context) => {
          const contact = accepted(await addContact(transaction, wanted, context))
          const [named] = await withNames(transaction, [contact])
          const body = shownContact(named!)
          return { status: 201, location: `/v1/authorities/${authority}/contacts/${body.id}`, body }
        },
      )
    },
  )
}

const read: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/authorities/:authority/contacts/:contactId',
    {
      schema: {
        tags,
        summary: 'Read a contact',
        params,
        response: { 200: contactSchema, 304: notModified },
      },
      config: { admit: 'relationship.read' },
    },
    async (request, reply) => {
      const { authority, contactId } = request.params
      const { id } = authorityOf(ports, authority)
      const { tenantId } = principalOf(request)
      const [contact] = await inTenant(ports.database, tenantId, async (transaction) =>
        withNames(transaction, [
          accepted(await readContact(transaction, { authority: id, contactId })),
        ]),
      )
      if (hasPresent(request, reply, contact!.version)) return reply.code(304).send(null)
      return shownContact(contact!)
    },
  )
}

const replace: ApiRoutes = (server, ports) => {
  server.put(
    '/v1/authorities/:authority/contacts/:contactId',
    {
      schema: {
        tags,
        summary: 'Write a contact anew, as a whole',
        description: 'What stood there before is not kept.',
        params,
        body: factsSchema,
        response: { 200: contactSchema },
      },
      config: { admit: 'contacts.manage' },
    },
    async (request, reply) => {
      const { authority, contactId } = request.params
      const { id } = authorityOf(ports, authority)
      const version = expectedVersion(request)
      const change = {
        read: { authority: id, contactId, version },
        facts: existing(request.body),
      }
      const context = changeContextOf(request, ports)
      const [contact] = await inTenant(ports.database, context.tenantId, async (transaction) =>
        withNames(transaction, [accepted(await replaceContact(transaction, change, context))]),
      )
      reply.header('etag', entityTag(contact!.version))
      return shownContact(contact!)
    },
  )
}

const remove: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/authorities/:authority/contacts/:contactId',
    {
      schema: {
        tags,
        summary: 'Remove a contact for good',
        description:
          'Nothing that was written of the person stays; that it was removed is on record.',
        params,
        response: { 204: Type.Null({ description: 'it is gone' }) },
      },
      config: { admit: 'contacts.manage' },
    },
    async (request, reply) => {
      const { authority, contactId } = request.params
      const { id } = authorityOf(ports, authority)
      const context = changeContextOf(request, ports)
      await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await removeContact(transaction, { authority: id, contactId }, context)),
      )
      return reply.code(204).send(null)
    },
  )
}

/** Whom a business knows at an authority. */
export const authorityContactRoutes = together(list, add, read, replace, remove)

/** Who wrote a contact stands in it by reference; here is the name, as far as it was not erased. */
function withNames(
  transaction: TenantTransaction,
  contacts: readonly AuthorityContact[],
): Promise<readonly AuthorityContact[]> {
  return withPersonalFields(transaction, contacts)
}

function shownContact({ contactId: id, changedBy, ...contact }: AuthorityContact) {
  return { id, ...contact, changedBy: shownActor(changedBy) } as AuthorityContactView
}

function withoutPerson(contact: AuthorityContactView): AuthorityContactView {
  const { id, topic, office, version, changedAt, changedBy } = contact
  return { id, topic, office, version, changedAt, changedBy }
}

/** Days have their form by the schema; whether they exist is asked here. */
function existing(stated: Immutable<Static<typeof factsSchema>>): AuthorityContactFacts {
  const days = { validFrom: stated.validFrom, validUntil: stated.validUntil }
  const failures = Object.entries(days).flatMap(([name, day]) =>
    day === undefined || isLocalDate(day) ? [] : [noSuchDay(`/${name}`, day)],
  )
  return accepted(resultOf(failures, () => stated))
}
