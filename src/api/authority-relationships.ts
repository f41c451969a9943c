import { Type, type Static } from 'typebox'

import type { Immutable } from '../customs/immutable.ts'
import { localDate, oneOf } from '../customs/order/schema.ts'
import { channelsOpenTo } from '../exchange/channels.ts'
import { inTenant } from '../platform/postgres/index.ts'
import {
  type Corrections,
  readCorrections,
  readDecidedLetters,
  readOpenMatters,
  readResponseTimes,
} from '../relationship/index.ts'
import { authorityOf, authorityParams } from './authorities.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { instant, signedMoney } from './http/schema.ts'
import { shownMoney } from './views/shown-money.ts'

const USUAL_WEEKS = 12
const MOST_WEEKS = 53

const durations = {
  count: Type.Integer({ description: 'how many were measured, at most 500 of a week' }),
  medianSeconds: Type.Optional(Type.Integer({ description: 'half took no longer' })),
  p90Seconds: Type.Optional(Type.Integer({ description: 'nine of ten took no longer' })),
}

const responseTimeSchema = Type.Object({
  id: oneOf(
    [
      'first-answer',
      'acceptance',
      'release',
      'examination',
      'documents-decided',
      'request-decided',
      'question-closed',
      'documents-answered',
      'question-answered',
      'letter-answered',
      'enquiry-answered',
    ],
    'from what until what: first-answer from a message to the first notification, acceptance from the lodging or ' +
      'the arrival, release from the acceptance, the others from what was asked or answered to what came of it',
  ),
  whose: oneOf(['authority', 'business', 'both'], 'whose time it is'),
  ...durations,
  weeks: Type.Array(Type.Object({ from: instant, ...durations }), {
    description: 'by when they ended; weeks without one are absent',
  }),
})

const openMatterSchema = Type.Object({
  kind: oneOf(
    ['documents', 'question', 'examination', 'amendment', 'invalidation', 'security', 'letter'],
    'what it is; security is to be given, or is held by the authority',
  ),
  caseId: Type.Optional(Type.String({ description: 'absent of letters that are about no case' })),
  reference: Type.Optional(Type.String()),
  threadId: Type.Optional(Type.String({ description: 'of letters' })),
  amount: Type.Optional(signedMoney),
  mrn: Type.Optional(Type.String()),
  awaits: oneOf(['business', 'authority'], 'whose turn it is'),
  openedAt: instant,
  words: Type.Optional(Type.String({ description: 'in the words of whoever asked' })),
  dueAt: Type.Optional(
    Type.String({
      description: 'the last moment or day for an answer, as the authority has stated it',
    }),
  ),
})

const correctionKind = oneOf(
  ['amendment', 're-assessment'],
  'asked for by you, or made by the authority of its own',
)
const correctionOutcome = oneOf(['granted', 'denied', 'made'], 'what became of it')

const correctionSchema = Type.Object({
  kind: correctionKind,
  outcome: correctionOutcome,
  caseId: Type.String(),
  reference: Type.String(),
  at: instant,
  reason: Type.Optional(Type.String({ description: 'why you asked' })),
  due: Type.Optional(
    Type.Object(
      { before: signedMoney, after: signedMoney, difference: signedMoney },
      { description: 'what was due before and after; absent where nothing was assessed anew' },
    ),
  ),
})

const decidedLetterSchema = Type.Object({
  threadId: Type.String(),
  kind: oneOf(
    ['voluntary-correction', 'repayment-claim', 'ruling-request', 'appeal'],
    'what you wrote for',
  ),
  subject: Type.String(),
  caseId: Type.Optional(Type.String()),
  reference: Type.Optional(Type.String()),
  outcome: oneOf(
    ['accepted', 'accepted-in-part', 'refused', 'issued', 'upheld', 'varied', 'cancelled'],
    'of an appeal what became of the decision: upheld, varied or cancelled',
  ),
  decidedOn: localDate,
  difference: Type.Optional({
    ...signedMoney,
    description: 'what a voluntary correction comes to, as you worked it out',
  }),
})

const relationshipSchema = Type.Object(
  {
    at: instant,
    from: Type.Unsafe<Static<typeof instant>>({
      ...instant,
      description: 'the Monday, in UTC, from which on is told',
    }),
    weeks: Type.Integer(),
    responseTimes: Type.Array(responseTimeSchema),
    openMatters: Type.Array(openMatterSchema, {
      description: 'what waits for you first, the most pressing first; at most 200',
    }),
    corrections: Type.Object({
      sums: Type.Array(
        Type.Object({
          kind: correctionKind,
          outcome: correctionOutcome,
          count: Type.Integer(),
          differences: Type.Array(signedMoney, {
            description: 'what is due more or less, one sum a currency',
          }),
        }),
      ),
      items: Type.Array(correctionSchema, { description: 'the newest first' }),
      hasMore: Type.Boolean({ description: 'whether there were cases beyond the newest 500' }),
    }),
    decidedLetters: Type.Array(decidedLetterSchema, {
      description: 'what the authority has decided on letters of yours, the newest first',
    }),
  },
  { title: 'AuthorityRelationship', description: 'how you stand with an authority' },
)

/** How a business stands with an authority, as the interface shows it. */
export type AuthorityRelationshipView = Immutable<Static<typeof relationshipSchema>>

/** How a business stands with an authority, by what is on record here. */
export const authorityRelationshipRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/authorities/:authority/relationship',
    {
      schema: {
        tags: ['authority'],
        summary: 'Read how long answers of an authority take, what is open and what was corrected',
        params: authorityParams,
        querystring: Type.Object({
          weeks: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: MOST_WEEKS,
              description: `how many weeks are told, the present one included; ${USUAL_WEEKS} unless stated`,
            }),
          ),
        }),
        response: { 200: relationshipSchema },
      },
      config: { admit: 'relationship.read' },
    },
    async (request) => {
      authorityOf(ports, request.params.authority)
      const { weeks = USUAL_WEEKS } = request.query
      const { tenantId } = principalOf(request)
      const now = ports.clock.now()
      const channels = channelsOpenTo(tenantId, ports.clearance.channels)
      return inTenant(ports.database, tenantId, async (transaction) => {
        const corrections = await readCorrections(transaction, { now, weeks })
        return {
          ...{ at: now, from: corrections.since, weeks },
          corrections: shownCorrections(corrections),
          responseTimes: await readResponseTimes(transaction, { channels, now, weeks }),
          openMatters: (await readOpenMatters(transaction, now)).map(({ amount, ...matter }) => ({
            ...matter,
            ...(amount !== undefined && { amount: shownMoney(amount) }),
          })),
          decidedLetters: (await readDecidedLetters(transaction, { now, weeks })).map(
            ({ difference, ...letter }) => ({
              ...letter,
              ...(difference !== undefined && { difference: shownMoney(difference) }),
            }),
          ),
        }
      })
    },
  )
}

/** Amounts with the decimals of their currency. */
function shownCorrections({ sums, items, hasMore }: Corrections) {
  return {
    sums: sums.map((sum) => ({ ...sum, differences: sum.differences.map(shownMoney) })),
    items: items.map(({ due, ...correction }) => ({
      ...correction,
      ...(due !== undefined && {
        due: {
          before: shownMoney(due.before),
          after: shownMoney(due.after),
          difference: shownMoney(due.difference),
        },
      }),
    })),
    hasMore,
  }
}
