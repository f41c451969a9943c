import { afterAll, beforeAll, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../../test/exchange-database.ts'
import { createLog } from '../../platform/log.ts'
import { newId } from '../../platform/ids.ts'
import { connect, type Database, inTenant, type Schema } from '../../platform/postgres/index.ts'
import { removePastSignIns } from './remove-past-sign-ins.ts'

const DAY_MS = 86_400_000

let office: ExchangeDatabase
let asApp: Database<Schema>

beforeAll(async () => {
  office = await openExchangeDatabase()
  const log = createLog({ name: 'test', level: 'silent' })
  asApp = connect<Schema>({ url: office.appUrl, applicationName: 'test', maxConnections: 2, log })
})
afterAll(async () => {
  await asApp.close()
  await office.close()
})

/** So many links and sessions of a new person of a tenant that were over, or begun, so many days ago. */
async function signedIn(
  tenantId: string,
  { links, sessions, daysAgo }: Record<'links' | 'sessions' | 'daysAgo', number>,
): Promise<void> {
  const at = new Date(Date.parse(office.clock.now()) - daysAgo * DAY_MS)
  await inTenant(asApp, tenantId, async (transaction) => {
    const personal = { id: newId('personal'), tenant_id: tenantId, fields: '{}', created_at: at }
    await transaction.insertInto('personal_record').values(personal).execute()
    const person = { id: newId('person'), personal_record_id: personal.id, role: 'viewer' as const }
    await transaction
      .insertInto('person')
      .values({ ...person, tenant_id: tenantId, created_at: at })
      .execute()
    const of = () => ({ id: newId('session'), tenant_id: tenantId, person_id: person.id })
    const secret = () => ({ secret_sha256: newId('secret'), created_at: at })
    const linkRows = Array.from({ length: links }, () => ({ ...of(), ...secret(), expires_at: at }))
    if (links > 0) await transaction.insertInto('sign_in_link').values(linkRows).execute()
    const sessionRows = Array.from({ length: sessions }, () => ({
      ...{ ...of(), ...secret(), signed_in_with: 'link' as const, last_seen_at: at },
    }))
    if (sessions > 0) await transaction.insertInto('person_session').values(sessionRows).execute()
  })
}

/** How many links and sessions of a tenant there are. */
const left = (tenantId: string) =>
  inTenant(asApp, tenantId, async (transaction) => {
    const links = await transaction.selectFrom('sign_in_link').select('id').execute()
    const sessions = await transaction.selectFrom('person_session').select('id').execute()
    return { links: links.length, sessions: sessions.length }
  })

it('removes links and sessions that were over a month ago, of all tenants and in as many batches as they need', async () => {
  const other = await office.addTenant()
  await signedIn(office.tenantId, { links: 2_100, sessions: 3, daysAgo: 31 })
  await signedIn(office.tenantId, { links: 2, sessions: 1, daysAgo: 29 })
  await signedIn(other.tenantId, { links: 0, sessions: 4, daysAgo: 400 })
  expect(await removePastSignIns(office)).toBe(2_107)
  expect(await left(office.tenantId)).toEqual({ links: 2, sessions: 1 })
  expect(await left(other.tenantId)).toEqual({ links: 0, sessions: 0 })
  expect(await removePastSignIns(office)).toBe(0)
})

it('is not for the API to do', async () => {
  await expect(removePastSignIns({ database: asApp, clock: office.clock })).rejects.toThrow(
    /permission denied/,
  )
})
