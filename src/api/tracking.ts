import { Type, type Static } from 'typebox'

import type { Immutable } from '../customs/immutable.ts'
import { money, oneOf } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { inTenant } from '../platform/postgres/index.ts'
import {
  attentions,
  createTrackingLink,
  followTrackingLink,
  listTrackingLinks,
  milestones,
  revokeTrackingLink,
  type ShopperView,
  situations,
  trackingUrl,
  type TrackingLink,
} from '../tracking/index.ts'
import { changeOnce } from './http/change-once.ts'
import { trackingLimits } from './http/rate-limit.ts'
import { accepted, found } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText, idOf, instant } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { shownMoney } from './views/shown-money.ts'

const moneyParty = oneOf(['you', 'shop-or-agent', 'customs'], 'a side of a payment')

const moneyLineSchema = Type.Object({
  standing: oneOf(['expected', 'due', 'paid', 'refunded'], 'what became of the amount'),
  from: moneyParty,
  to: moneyParty,
  amount: money,
  why: bilingualText,
})

/** Schema of what the holder of a tracking link sees. */
export const trackedParcelSchema = Type.Object(
  {
    reference: Type.String({ description: 'the order number, or that of the parcel' }),
    orders: Type.Array(Type.String(), {
      description: 'order numbers in the parcel, where it is not called after the only one',
    }),
    goods: Type.Optional(
      Type.Object(
        { first: Type.String(), more: Type.Integer({ description: 'items beside the first' }) },
        { description: 'what is in it, in a few words' },
      ),
    ),
    situation: oneOf(situations, 'where the parcel stands'),
    sentences: Type.Object({
      now: bilingualText,
      next: bilingualText,
      when: Type.Optional(bilingualText),
      todo: bilingualText,
    }),
    attention: oneOf(attentions, 'how much `todo` asks: act and pay are up to the shopper alone'),
    expected: Type.Optional(
      Type.Object(
        {
          cases: Type.Integer({ description: 'parcels that went through the step' }),
          sinceDays: Type.Integer(),
          halfWithinSeconds: Type.Number(),
          nineInTenWithinSeconds: Type.Number(),
        },
        { description: 'what the sentence `when` rests on; it tells of the past' },
      ),
    ),
    money: Type.Array(moneyLineSchema),
    changed: Type.Optional(
      Type.Object(
        { expected: money, charged: money, why: Type.Array(bilingualText) },
        { description: 'where the charges came out otherwise than the shopper was told before' },
      ),
    ),
    timeline: Type.Array(
      Type.Object({
        at: instant,
        milestone: oneOf(
          milestones.map((milestone) => milestone.type),
          'what happened',
        ),
        title: bilingualText,
      }),
    ),
    updatedAt: instant,
  },
  { description: 'a parcel as the one who waits for it sees it, without personal data' },
)

/** The type of {@link trackedParcelSchema}: the parcel as the interface answers it. */
export type TrackedParcel = Immutable<Static<typeof trackedParcelSchema>>

const linkProperties = {
  id: Type.String(),
  caseId: Type.String(),
  createdAt: instant,
  revokedAt: Type.Optional(instant),
}

const linkSchema = Type.Object(linkProperties, {
  description: 'a tracking link, without its secret',
})

const newLinkSchema = Type.Object(
  {
    ...linkProperties,
    url: Type.Optional(
      Type.String({
        description: 'the address to hand on: shown this once, absent from a repeated answer',
      }),
    ),
  },
  { description: 'a new tracking link' },
)

/** A tracking link as lists show it, without its address. */
export type ListedTrackingLink = Immutable<Static<typeof linkSchema>>

/** A tracking link as it was just made, with the address where it is shown. */
export type NewTrackingLink = Immutable<Static<typeof newLinkSchema>>

/** An open page looks six times a minute; a carrier's network has thousands of phones at one address. */
const LOOKS_OF_AN_ADDRESS_PER_MINUTE = 3_000

const tags = ['tracking']

const followLink: ApiRoutes = (server, ports) => {
  const limits = trackingLimits(server)
  server.get(
    '/v1/track/:token',
    {
      schema: {
        tags,
        summary: 'See how a parcel fares',
        description:
          'The address itself is the secret; no key is needed. The page for people is at /track/.',
        params: Type.Object({ token: Type.String() }),
        response: { 200: trackedParcelSchema },
      },
      config: {
        admit: 'anyone',
        rateLimit: { max: LOOKS_OF_AN_ADDRESS_PER_MINUTE, timeWindow: '1 minute' },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const followed = await followTrackingLink(ports.database, token, ports.clock.now())
      await (followed === undefined ? limits.countUnknown(request) : limits.countKnown(request))
      const view = found(followed, noSuchLink)
      // Search engines that come upon a link shall not spread it.
      reply.header('x-robots-tag', 'noindex')
      return trackedParcel(view)
    },
  )
}

/** Amounts with the decimals of their currency, as on a bill. */
function trackedParcel({ changed, money: lines, ...view }: ShopperView) {
  return {
    ...view,
    money: lines.map((line) => ({ ...line, amount: shownMoney(line.amount) })),
    ...(changed && {
      changed: {
        expected: shownMoney(changed.expected),
        charged: shownMoney(changed.charged),
        why: changed.why,
      },
    }),
  }
}

const makeLink: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/tracking-links',
    {
      schema: {
        tags,
        summary: 'Make a tracking link to a case',
        params: caseParams,
        response: { 201: newLinkSchema },
      },
      config: { admit: 'tracking.manage' },
    },
    (request, reply) =>
      changeOnce<NewTrackingLink>(
        { request, reply, ports, remember: ({ url: _, ...link }) => link },
        async (transaction, { tenantId, now }) => {
          const { caseId } = await caseOf(transaction, request.params.id)
          const { sealingKey } = ports.tracking
          const made = await createTrackingLink(transaction, sealingKey, { tenantId, caseId, now })
          const url = trackingUrl(ports.publicUrl, made.token)
          return { status: 201, body: { ...shownLink(made.link), url } }
        },
      ),
  )
}

const listLinks: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/tracking-links',
    {
      schema: {
        tags,
        summary: 'List the tracking links of a case, the newest first',
        params: caseParams,
        response: { 200: Type.Object({ items: Type.Array(linkSchema) }) },
      },
      config: { admit: 'tracking.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const links = await inTenant(ports.database, tenantId, async (transaction) => {
        const { caseId } = await caseOf(transaction, request.params.id)
        return listTrackingLinks(transaction, caseId)
      })
      return { items: links.map(shownLink) }
    },
  )
}

const revokeLink: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/tracking-links/:id',
    {
      schema: {
        tags,
        summary: 'Revoke a tracking link',
        description: 'It leads nowhere from then on. Revoking it again changes nothing.',
        params: Type.Object({ id: idOf('the link') }),
        response: { 200: linkSchema },
      },
      config: { admit: 'tracking.manage' },
    },
    async (request) => {
      const { tenantId, now } = changeContextOf(request, ports)
      const link = await inTenant(ports.database, tenantId, async (transaction) =>
        accepted(await revokeTrackingLink(transaction, { linkId: request.params.id, now })),
      )
      return shownLink(link)
    },
  )
}

/** Tracking links, and what whoever has one may see. */
export const trackingRoutes = together(followLink, makeLink, listLinks, revokeLink)

function shownLink({ linkId: id, caseId, createdAt, revokedAt }: TrackingLink) {
  return { id, caseId, createdAt, ...(revokedAt !== undefined && { revokedAt }) }
}

/** The same for a link that never was and for one that was revoked. */
const noSuchLink: Failure = {
  code: 'not-found',
  path: '',
  message: 'This link leads to no parcel.',
  mend: 'Ask the shop or agent you bought from for a new one.',
  zh: { message: '此链接没有对应的包裹。', mend: '请向您购物的商店或代购索取新的链接。' },
}
