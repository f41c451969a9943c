import type { Log } from '../../platform/log.ts'
import { inTransaction, type Row } from '../../platform/postgres/index.ts'
import type { Channel, SeenCertificate } from '../channel.ts'
import { endTurn, takeTurn, type TurnPorts } from './channel-turn.ts'

/** What the watch over certificates works with. */
export interface CertificatePorts extends TurnPorts {
  readonly log: Log
  readonly channels: ReadonlyMap<string, Channel>
}

const LEASE_SECONDS = 120
const DAY_SECONDS = 86_400
const WARN_DAYS = 30

/**
 * Looks once a day what the other side of each channel proves itself with, keeps until when it holds,
 * and warns from thirty days before its end. One node does it for all.
 */
export async function watchCertificates(ports: CertificatePorts): Promise<void> {
  for (const { name: channel, certificates } of ports.channels.values()) {
    if (certificates === undefined) continue
    const turn = { channel, task: 'certificates' } as const
    if (!(await takeTurn(ports, { ...turn, leaseSeconds: LEASE_SECONDS }))) continue
    const why = await lookAt(ports, channel, certificates)
    await endTurn(ports, {
      ...turn,
      nextInSeconds: DAY_SECONDS,
      ...(why !== undefined && { why }),
    })
  }
}

async function lookAt(
  ports: CertificatePorts,
  channel: string,
  certificates: () => Promise<readonly SeenCertificate[]>,
): Promise<string | undefined> {
  try {
    for (const certificate of await certificates()) await keep(ports, channel, certificate)
    return undefined
  } catch (error) {
    const why = (error as Error).message
    ports.log.warn({ channel, why }, 'the certificates of a channel could not be read')
    return why
  }
}

async function keep(
  { database, clock, log }: CertificatePorts,
  channel: string,
  { door, subject, issuer, fingerprint, notAfter }: SeenCertificate,
): Promise<void> {
  const now = clock.now()
  const before = await inTransaction(database, async (transaction) => {
    const known = await transaction
      .selectFrom('channel_certificate')
      .select('fingerprint')
      .where('channel', '=', channel)
      .where('door', '=', door)
      .executeTakeFirst()
    const facts = { subject, issuer, fingerprint, not_after: notAfter ?? null, seen_at: now }
    const first_seen_at = now
    await transaction
      .insertInto('channel_certificate')
      .values({ channel, door, ...facts, first_seen_at })
      .onConflict((conflict) =>
        conflict.columns(['channel', 'door']).doUpdateSet({
          ...facts,
          ...(known?.fingerprint === fingerprint ? {} : { first_seen_at }),
        }),
      )
      .execute()
    return known?.fingerprint
  })
  if (before !== undefined && before !== fingerprint) {
    log.warn({ channel, door, before, fingerprint }, 'a channel shows another certificate')
  }
  const standing = certificateStanding(notAfter, now)
  if (standing !== 'holds') {
    log.warn({ channel, door, subject, notAfter, standing }, 'a certificate of a channel ends')
  }
}

/** Whether a certificate holds: `ends-soon` from thirty days before its end. */
export type CertificateStanding = 'holds' | 'ends-soon' | 'ended'

/** How a certificate stands at a moment; what has no end holds. */
export function certificateStanding(
  notAfter: Date | null | undefined,
  now: string,
): CertificateStanding {
  if (notAfter === null || notAfter === undefined) return 'holds'
  const left = notAfter.getTime() - Date.parse(now)
  if (left <= 0) return 'ended'
  return left <= WARN_DAYS * DAY_SECONDS * 1000 ? 'ends-soon' : 'holds'
}

/** A certificate as it was last seen, for people who watch the channels. */
export interface WatchedCertificate extends Row<'channel_certificate'> {
  readonly standing: CertificateStanding
}

/** What the doors of all channels showed when they were last looked at; those that end first, first. */
export async function readCertificates({
  database,
  clock,
}: TurnPorts): Promise<readonly WatchedCertificate[]> {
  const now = clock.now()
  const rows = await inTransaction(database, (transaction) =>
    transaction
      .selectFrom('channel_certificate')
      .selectAll()
      .orderBy('not_after', (order) => order.asc().nullsLast())
      .orderBy('channel')
      .orderBy('door')
      .execute(),
  )
  return rows.map((row) => ({ ...row, standing: certificateStanding(row.not_after, now) }))
}
