import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrokerOfFiles, startBrokerOfFiles } from '../broker-of-files.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
} from '../test-installation.ts'

describe('a business whose broker takes files', () => {
  let root: string
  let installation: TestInstallation
  let broker: BrokerOfFiles

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tidewaiter-broker-'))
    const [outgoing, incoming] = [join(root, 'out'), join(root, 'in')]
    await mkdir(outgoing)
    await mkdir(incoming)
    installation = await startTestInstallation({
      channels: [
        {
          ...{ name: 'broker-folder', format: 'uk-cds', transport: 'folder', outgoing, incoming },
          ...{ outgoingTaken: join(outgoing, 'taken'), collectEverySeconds: 1, settleSeconds: 0 },
        },
      ],
    })
    broker = await startBrokerOfFiles(installation, {
      toAuthority: outgoing,
      fromAuthority: incoming,
    })
  })
  afterAll(async () => {
    await broker.stop()
    await installation.close()
    await rm(root, { recursive: true, force: true })
  })

  /** What is stored for a business: row-level security binds the owner of the tables as well. */
  const stored = async (
    tenantId: string,
    statement: string,
  ): Promise<readonly Record<string, unknown>[]> => {
    const client = new Client({ connectionString: installation.databaseOwnerUrl })
    await client.connect()
    try {
      await client.query(`select set_config('app.tenant_id', $1, false)`, [tenantId])
      return (await client.query<Record<string, unknown>>(statement)).rows
    } finally {
      await client.end()
    }
  }

  it('has its goods released over a watched folder, with every answer there twice and out of order', async () => {
    const profile = await exampleProfile('e-commerce-platform')
    const trader = await installation.addTenant('e-commerce-platform', {
      ...profile,
      channel: 'broker-folder',
    })
    const { tenantId } = trader
    const order = await exampleOrder('marketplace-cn-gb')
    const { caseId } = await trader.client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn(trader, caseId, 'ready')
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    const released = await arriveAndRelease(trader, caseId)
    expect(released.assessment).toMatchObject({
      state: 'final',
      payable: { amount: '58.86', currency: 'GBP' },
    })

    const kinds = broker.taken.map((name) => name.split('.').at(-2))
    expect(kinds).toEqual(['declaration', 'arrival'])
    const messages = await stored(tenantId, 'select channel, state, attempts from exchange_message')
    expect(messages).toEqual(
      Array(2).fill({ channel: 'broker-folder', state: 'sent', attempts: 1 }),
    )
    const [{ total, ids } = {}] = await stored(
      tenantId,
      `select count(*)::int as total, count(distinct notification_id)::int as ids
       from exchange_notification where channel = 'broker-folder'`,
    )
    expect(total).toBe(ids)
    expect(total).toBeGreaterThan(3)
    expect(await stored(tenantId, 'select why from stray_notification')).toEqual([])
    expect(await readdir(join(root, 'in/aside'))).toEqual([])
  })

  it('cannot choose a channel that is not there', async () => {
    const trader = await installation.addTenant('e-commerce-platform')
    const { profile } = await trader.client.get<{ profile: object }>('/v1/tenant')
    const answer = await fetch(`${installation.apiUrl}/v1/tenant`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${trader.apiKey}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ profile: { ...profile, channel: 'nowhere' } }),
    })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Choose one of: uk-cds, broker-folder.')
  })
})
