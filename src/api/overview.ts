import { sql } from 'kysely'
import { Type, type Static } from 'typebox'

import type { Instant } from '../customs/calendar/local-date.ts'
import type { Immutable } from '../customs/immutable.ts'
import { instantOf } from '../platform/clock.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { instant, signedMoney } from './http/schema.ts'
import { shownMoney } from './views/shown-money.ts'

const DAYS = 7
const RELEASES_SHOWN = 8
const DIFFERENCES_SHOWN = 5

const caseNamed = { caseId: Type.String(), reference: Type.String() }

const overviewSchema = Type.Object({
  since: instant,
  releases: Type.Object({
    count: Type.Integer({ description: 'released since then' }),
    newest: Type.Array(Type.Object({ ...caseNamed, releasedAt: instant })),
  }),
  assessments: Type.Object({
    count: Type.Integer({ description: 'assessed since then' }),
    asQuoted: Type.Integer({ description: 'of them, those assessed exactly as quoted' }),
    furthestApart: Type.Array(
      Type.Object({
        ...caseNamed,
        quoted: signedMoney,
        assessed: signedMoney,
        difference: signedMoney,
        assessedAt: instant,
      }),
    ),
  }),
})

/** The type of {@link overviewSchema}: what has happened in the last days. */
export type Overview = Immutable<Static<typeof overviewSchema>>

/** What has happened lately over all cases. What stands now is counted at `/v1/cases/counts`. */
export const overviewRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/overview',
    {
      schema: {
        tags: ['cases'],
        summary: `Read what was released and assessed in the last ${DAYS} days`,
        response: { 200: overviewSchema },
      },
      config: { admit: 'cases.read' },
    },
    async (request) => {
      const since = new Date(Date.parse(ports.clock.now()) - DAYS * 86_400_000)
      return inTenant(ports.database, principalOf(request).tenantId, async (transaction) => ({
        since: since.toISOString() as Instant,
        releases: await readReleases(transaction, since),
        assessments: await readAssessments(transaction, since),
      }))
    },
  )
}

async function readReleases(
  transaction: TenantTransaction,
  since: Date,
): Promise<Overview['releases']> {
  const { count } = await transaction
    .selectFrom('clearance_case')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('released_at', '>=', since)
    .executeTakeFirstOrThrow()
  const rows = await transaction
    .selectFrom('clearance_case')
    .select(['id', 'reference', 'released_at'])
    .where('released_at', '>=', since)
    .orderBy('released_at', 'desc')
    .limit(RELEASES_SHOWN)
    .execute()
  const newest = rows.flatMap(({ id, reference, released_at }) =>
    released_at === null ? [] : [{ caseId: id, reference, releasedAt: instantOf(released_at) }],
  )
  return { count, newest }
}

async function readAssessments(
  transaction: TenantTransaction,
  since: Date,
): Promise<Overview['assessments']> {
  const { count, as_quoted } = await assessedSince(transaction, since)
    .select(sql<number>`count(*)::integer`.as('count'))
    .select(sql<number>`count(*) filter (where due_assessed = due_quoted)::integer`.as('as_quoted'))
    .executeTakeFirstOrThrow()
  const rows = await assessedSince(transaction, since)
    .select(['id', 'reference', 'due_currency', 'due_quoted', 'due_assessed', 'assessed_at'])
    .select(sql<string>`due_assessed - due_quoted`.as('difference'))
    .where(sql<boolean>`due_assessed <> due_quoted`)
    .orderBy(sql`abs(due_assessed - due_quoted)`, 'desc')
    .limit(DIFFERENCES_SHOWN)
    .execute()
  const furthestApart = rows.map((row) => {
    const amount = (value: string | null) =>
      shownMoney({ amount: value ?? '', currency: row.due_currency ?? '' })
    return {
      ...{ caseId: row.id, reference: row.reference },
      quoted: amount(row.due_quoted),
      assessed: amount(row.due_assessed),
      difference: amount(row.difference),
      assessedAt: instantOf(row.assessed_at ?? since),
    }
  })
  return { count, asQuoted: as_quoted, furthestApart }
}

/** Cases with a quote and an assessment, which are compared in their own currency. */
function assessedSince(transaction: TenantTransaction, since: Date) {
  return transaction
    .selectFrom('clearance_case')
    .where('assessed_at', '>=', since)
    .where('due_quoted', 'is not', null)
    .where('due_assessed', 'is not', null)
}
