import { sql } from 'kysely'
import { readCase } from '../../src/clearance/store/case-store.ts'
import { deriveStanding } from '../../src/customs/formats/uk-cds/derive-standing.ts'
import type { Notification } from '../../src/customs/formats/uk-cds/notification.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect, inTenant, inTransaction } from '../../src/platform/postgres/index.ts'
import type { ProofInstallation } from './killable-installation.ts'
import type { SentOrder } from './order-journey.ts'

/** What either database says of what went over the wires. */
interface OurBook {
  /** References of the declarations that we have sent. */
  readonly lrns: readonly string[]
  /** Digests of the notifications as they came. */
  readonly notifications: readonly string[]
  readonly broken: readonly string[]
}

interface TheirBook {
  readonly lrns: readonly string[]
  readonly notifications: readonly string[]
  /** How many submissions have come to the authority more often than once. */
  readonly repeats: number
}

/** What was found when both databases were laid beside each other. */
export interface Comparison {
  readonly notifications: number
  /** Submissions that came to the authority again, by the wires or after doubt; it refused them. */
  readonly repeats: number
  readonly violations: readonly string[]
}

/**
 * Lays our database beside the authority's: the same declarations, once each; the same notifications
 * byte for byte, once each; and every case stands where its notifications say.
 */
export async function compareBooks(
  installation: ProofInstallation,
  orders: readonly SentOrder[],
): Promise<Comparison> {
  const ours: OurBook[] = []
  for (const order of orders) ours.push(await ourBookOf(installation, order))
  const theirs = await theirBook(installation)
  return {
    notifications: theirs.notifications.length,
    repeats: theirs.repeats,
    violations: [
      ...ours.flatMap(({ broken }) => broken),
      ...differences(
        'declaration',
        ours.flatMap(({ lrns }) => lrns),
        theirs.lrns,
      ),
      ...differences(
        'notification',
        ours.flatMap(({ notifications }) => notifications),
        theirs.notifications,
      ),
    ],
  }
}

function ourBookOf(
  { database }: ProofInstallation,
  { order, tenant: { tenantId } }: SentOrder,
): Promise<OurBook> {
  return inTenant(database, tenantId, async (transaction) => {
    const messages = await transaction
      .selectFrom('exchange_message')
      .select(['id', 'lrn', 'kind', 'state'])
      .execute()
    const notifications = await transaction
      .selectFrom('exchange_notification')
      .select(['case_id', 'sha256', 'parsed'])
      .execute()
    const open = await transaction
      .selectFrom('exchange_attempt')
      .select('id')
      .where('ended_at', 'is', null)
      .execute()
    const broken = [
      ...messages
        .filter(({ state }) => state !== 'sent')
        .map(({ id, state }) => `${id} is ${state}`),
      ...open.map(({ id }) => `${id} has no end`),
    ]
    const caseId = notifications[0]?.case_id
    if (caseId === undefined) broken.push('nothing was heard of it')
    else broken.push(...standsElsewhere(await readCase(transaction, caseId), notifications))
    return {
      lrns: messages.filter(({ kind }) => kind === 'declaration').map(({ lrn }) => lrn),
      notifications: notifications.map(({ sha256 }) => sha256),
      broken: broken.map((sentence) => `${order.reference}: ${sentence}`),
    }
  })
}

/** "The reference is used already" answers a repetition and says nothing of the declaration. */
const REFERENCE_USED = 'CDS12003'

/** The standing is worked out anew from what is stored, and the case has to be there. */
function standsElsewhere(
  state: Awaited<ReturnType<typeof readCase>>,
  rows: readonly { readonly parsed: object }[],
): readonly string[] {
  const notifications = rows
    .map(({ parsed }) => parsed as Notification)
    .filter(({ errors }) => !errors.some(({ code }) => code === REFERENCE_USED))
  const lrn = state?.declaration?.lrn
  const standing = deriveStanding(notifications, lrn === undefined ? {} : { lrn })
  const broken: string[] = []
  if (standing.state !== state?.main) {
    broken.push(`its notifications say ${standing.state}, the case is ${state?.main}`)
  }
  if (standing.mrn !== state?.declaration?.mrn)
    broken.push('its MRN is not that of its notifications')
  return broken
}

async function theirBook({ databases }: ProofInstallation): Promise<TheirBook> {
  const authority = connect<never>({
    ...{ url: databases.authorityUrl, applicationName: 'proof', maxConnections: 1 },
    log: createLog({ name: 'proof', level: 'silent' }),
  })
  try {
    return await inTransaction(authority, async (transaction) => {
      const lodged = await sql<{ lrn: string }>`select lrn from lodgement`.execute(transaction)
      const said = await sql<{ sha256: string }>`
        select encode(sha256(convert_to(body, 'UTF8')), 'hex') as sha256 from notification
      `.execute(transaction)
      const came = await sql<{ repeats: number }>`
        select (count(*) - count(distinct (kind, sha256)))::int as repeats from message
      `.execute(transaction)
      return {
        lrns: lodged.rows.map(({ lrn }) => lrn),
        notifications: said.rows.map(({ sha256 }) => sha256),
        repeats: came.rows[0]!.repeats,
      }
    })
  } finally {
    await authority.close()
  }
}

/** What stands in one book more often than in the other, or twice in either. */
function differences(
  what: string,
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [own, foreign] = [new Set(ours), new Set(theirs)]
  return [
    ...theirs
      .filter((each) => !own.has(each))
      .map((each) => `${what} ${each} was lost on the way to us`),
    ...ours
      .filter((each) => !foreign.has(each))
      .map((each) => `${what} ${each} is not with the authority`),
    ...(own.size < ours.length ? [`a ${what} is stored twice with us`] : []),
    ...(foreign.size < theirs.length ? [`a ${what} is there twice at the authority`] : []),
  ]
}
