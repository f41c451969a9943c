import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { valueOf } from '../../../test/gb-reference-data.ts'
import { trackedCases, type TrackedCases } from '../../../test/tracked-cases.ts'
import { startWorkers } from '../../platform/jobs/index.ts'
import { inTenant, type Row } from '../../platform/postgres/index.ts'
import { sealingKeyFrom } from '../../platform/sealed-secret.ts'
import type { Mail, MailOutcome } from '../mail/mailer.ts'
import { createTell } from '../tell.ts'
import { createTrackingLink, followTrackingLink, revokeTrackingLink } from '../tracking-link.ts'
import {
  createWebhookEndpoint,
  replaceWebhookEndpoint,
  testWebhookEndpoint,
} from '../webhooks/webhook-endpoint.ts'
import { claimDeliveries } from './claim-deliveries.ts'
import { deliveryAssignment } from './delivery-assignment.ts'
import { listDeliveries, replayDelivery } from './delivery.ts'
import { pauseSeconds, retrySchedule } from './retry-schedule.ts'
import { type DeliveryPorts, sendDeliveries } from './send-deliveries.ts'
import { sweepDeliveries } from './sweep-deliveries.ts'

const sealingKey = sealingKeyFrom(Buffer.alloc(32, 1))
const publicUrl = 'https://tidewaiter.example'

describe('a delivery', () => {
  let cases: TrackedCases
  let ports: DeliveryPorts
  let receiver: Server
  let url: string
  let answer = 204
  let mailAnswer: MailOutcome = { kind: 'sent' }
  const requests: { readonly headers: Record<string, string>; readonly body: string }[] = []
  const mails: Mail[] = []

  beforeAll(async () => {
    cases = await trackedCases()
    receiver = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      request.on('end', () => {
        requests.push({ headers: request.headers as Record<string, string>, body })
        response.writeHead(answer).end()
      })
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`
    ports = {
      ...{ database: cases.worker, clock: cases.clock, log: cases.log },
      ...{ sealingKey, publicUrl, reach: 'development' },
      mailer: {
        send: (mail) => {
          mails.push(mail)
          return Promise.resolve(mailAnswer)
        },
        forget: () => Promise.resolve(),
        close: () => undefined,
      },
    }
  })
  afterAll(async () => {
    receiver.close()
    await cases.close()
  })
  beforeEach(() => {
    answer = 204
    mailAnswer = { kind: 'sent' }
    requests.length = 0
    mails.length = 0
  })

  const context = () => ({ tenantId: cases.tenantId, now: cases.clock.now() })

  const addEndpoint = () =>
    inTenant(cases.api, cases.tenantId, async (transaction) =>
      valueOf(
        await createWebhookEndpoint(
          transaction,
          { url, eventTypes: ['goods.seized'] },
          { sealingKey, reach: 'development' },
          context(),
        ),
      ),
    )
  const putTest = (endpointId: string) =>
    inTenant(cases.api, cases.tenantId, async (transaction) => {
      const put = await testWebhookEndpoint(transaction, endpointId, context())
      return valueOf(put).deliveryId
    })
  const send = (...deliveryIds: readonly string[]) =>
    sendDeliveries(ports, cases.tenantId, deliveryIds)
  const rowOf = (deliveryId: string): Promise<Row<'delivery'>> =>
    inTenant(cases.api, cases.tenantId, (transaction) =>
      transaction
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', deliveryId)
        .executeTakeFirstOrThrow(),
    )
  const replay = (deliveryId: string) =>
    inTenant(cases.api, cases.tenantId, (transaction) =>
      replayDelivery(transaction, deliveryId, context()),
    )

  describe('of a webhook', () => {
    it('arrives signed with the secret of its endpoint, once', async () => {
      const { endpoint, secret } = await addEndpoint()
      const deliveryId = await putTest(endpoint.endpointId)
      await send(deliveryId)
      await send(deliveryId)
      expect(requests).toHaveLength(1)
      const [request] = requests
      expect(request?.headers['webhook-id']).toBe(deliveryId)
      const signedAt = Number(request?.headers['webhook-timestamp']) * 1_000
      expect(signedAt).toBe(Date.parse(cases.clock.now()))
      const again = new Webhook(secret).sign(deliveryId, new Date(signedAt), request?.body ?? '')
      expect(request?.headers['webhook-signature']).toBe(again)
      expect(JSON.parse(request?.body ?? '')).toMatchObject({ type: 'webhook.test' })
      expect(await rowOf(deliveryId)).toMatchObject({ state: 'delivered', attempts: 1 })
    })

    it('is made by one worker when several reach for it at once', async () => {
      const { endpoint } = await addEndpoint()
      const deliveryId = await putTest(endpoint.endpointId)
      await Promise.all([send(deliveryId), send(deliveryId), send(deliveryId)])
      expect(requests).toHaveLength(1)
    })

    it('is recorded for itself when several of a tenant go out together', async () => {
      const { endpoint } = await addEndpoint()
      const silent = await addEndpoint()
      const { endpointId } = silent.endpoint
      const facts = {
        url: 'http://127.0.0.1:1/',
        state: 'enabled',
        eventTypes: ['goods.seized'],
      } as const
      await inTenant(cases.api, cases.tenantId, (transaction) =>
        replaceWebhookEndpoint(transaction, { endpointId, facts }, ports, context()),
      )
      const ids = [await putTest(endpoint.endpointId), await putTest(endpointId)] as const
      await send(...ids, await putTest(endpoint.endpointId))
      expect(requests).toHaveLength(2)
      expect(await rowOf(ids[0])).toMatchObject({ state: 'delivered', attempts: 1 })
      const { state, last_error } = await rowOf(ids[1])
      expect(state).toBe('due')
      expect(last_error).toContain('ECONNREFUSED')
    })

    it('is tried again by the schedule under the same id, and is dead at its end', async () => {
      const { endpoint } = await addEndpoint()
      const deliveryId = await putTest(endpoint.endpointId)
      answer = 500
      for (const pause of retrySchedule) {
        await send(deliveryId)
        const { state, due_at, last_error } = await rowOf(deliveryId)
        expect({ state, last_error }).toEqual({
          state: 'due',
          last_error: 'the endpoint answered 500',
        })
        expect(due_at.getTime()).toBe(Date.parse(cases.clock.now()) + pause * 1_000)
        cases.clock.advance(pause * 1_000 - 1)
        await send(deliveryId)
        cases.clock.advance(1)
      }
      await send(deliveryId)
      expect(await rowOf(deliveryId)).toMatchObject({ state: 'dead', attempts: 10 })
      expect(requests).toHaveLength(10)
      expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    })

    it('starts anew when a dead one is replayed, and only then', async () => {
      const { endpoint } = await addEndpoint()
      const deliveryId = await putTest(endpoint.endpointId)
      expect((await replay(deliveryId)).ok).toBe(false)
      await inTenant(cases.api, cases.tenantId, (transaction) =>
        transaction
          .updateTable('delivery')
          .set({ state: 'dead', attempts: 10 })
          .where('id', '=', deliveryId)
          .execute(),
      )
      expect(valueOf(await replay(deliveryId))).toMatchObject({ state: 'due', attempts: 0 })
      await send(deliveryId)
      expect(await rowOf(deliveryId)).toMatchObject({ state: 'delivered', attempts: 1 })
    })

    it('is taken over when the worker dies between the attempt and its record', async () => {
      const { endpoint } = await addEndpoint()
      const deliveryId = await putTest(endpoint.endpointId)
      const [claim] = await inTenant(cases.worker, cases.tenantId, (transaction) =>
        claimDeliveries(transaction, [deliveryId], ports),
      )
      expect(claim).toMatchObject({ attempts: 1, content: { kind: 'webhook' } })
      await send(deliveryId)
      expect(requests).toHaveLength(0)
      cases.clock.advance(30_000)
      await send(deliveryId)
      expect(requests).toHaveLength(1)
      expect(await rowOf(deliveryId)).toMatchObject({ state: 'delivered', attempts: 2 })
    })

    it('ends the endpoint that answers that it is gone', async () => {
      const { endpoint } = await addEndpoint()
      const [first, second] = [
        await putTest(endpoint.endpointId),
        await putTest(endpoint.endpointId),
      ]
      answer = 410
      await send(first)
      await send(second)
      expect(requests).toHaveLength(1)
      expect(await rowOf(first)).toMatchObject({
        state: 'dead',
        last_error: 'the endpoint answered 410',
      })
      expect(await rowOf(second)).toMatchObject({
        state: 'dead',
        last_error: 'the endpoint is disabled',
      })
    })

    it('goes to the address that the endpoint has at that moment', async () => {
      const { endpoint } = await addEndpoint()
      const deliveryId = await putTest(endpoint.endpointId)
      const facts = {
        url: 'http://127.0.0.1:1/hooks',
        state: 'enabled',
        eventTypes: ['goods.seized'],
      } as const
      const { endpointId } = endpoint
      await inTenant(cases.api, cases.tenantId, (transaction) =>
        replaceWebhookEndpoint(transaction, { endpointId, facts }, ports, context()),
      )
      await send(deliveryId)
      expect(requests).toHaveLength(0)
      expect((await rowOf(deliveryId)).last_error).toContain('ECONNREFUSED')
    })
  })

  describe('of a mail', () => {
    const tell = createTell({ sealingKey, publicUrl, mail: 'on' })
    const openCase = async () => {
      const { caseId } = await cases.open(tell)
      const [row] = await inTenant(cases.api, cases.tenantId, (transaction) =>
        transaction.selectFrom('delivery').select('id').where('case_id', '=', caseId).execute(),
      )
      return { caseId, deliveryId: row!.id }
    }

    it('reaches the address on file with a link that works', async () => {
      const { deliveryId } = await openCase()
      await send(deliveryId)
      expect(mails[0]).toMatchObject({ id: deliveryId, to: 'zoe@example.org' })
      const token = /\/track\/([\w-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? ''
      expect((await followTrackingLink(cases.api, token, cases.clock.now()))?.situation).toBe(
        'draft',
      )
      expect(await rowOf(deliveryId)).toMatchObject({ state: 'delivered' })
    })

    it('carries no link once the link was revoked, and a newer one where there is one', async () => {
      const { caseId, deliveryId } = await openCase()
      await inTenant(cases.api, cases.tenantId, async (transaction) => {
        const link = await transaction
          .selectFrom('tracking_link')
          .select('id')
          .where('case_id', '=', caseId)
          .executeTakeFirstOrThrow()
        await revokeTrackingLink(transaction, { linkId: link.id, now: cases.clock.now() })
      })
      mailAnswer = { kind: 'failed', why: 'busy' }
      await send(deliveryId)
      expect(mails.at(-1)?.text).not.toContain('/track/')
      const { token } = await inTenant(cases.api, cases.tenantId, (transaction) =>
        createTrackingLink(transaction, sealingKey, { ...context(), caseId }),
      )
      cases.clock.advance(5_000)
      await send(deliveryId)
      expect(mails.at(-1)?.text).toContain(token)
    })

    it('is not written to an address that has been erased', async () => {
      const { deliveryId } = await openCase()
      await inTenant(cases.api, cases.tenantId, (transaction) =>
        transaction.updateTable('personal_record').set({ fields: '{}' }).execute(),
      )
      await send(deliveryId)
      expect(mails).toHaveLength(0)
      expect(await rowOf(deliveryId)).toMatchObject({
        state: 'dead',
        last_error: 'there is no address on file',
      })
    })

    it('is not tried again at an address that does not exist', async () => {
      const { deliveryId } = await openCase()
      mailAnswer = { kind: 'refused', why: 'no such mailbox' }
      await send(deliveryId)
      expect(await rowOf(deliveryId)).toMatchObject({
        state: 'dead',
        last_error: 'no such mailbox',
      })
    })
  })

  it('is listed with the newest first, by its state', async () => {
    const listed = await inTenant(cases.api, cases.tenantId, (transaction) =>
      listDeliveries(transaction, { state: 'dead', limit: 3 }),
    )
    expect(listed.length).toBeGreaterThan(3)
    expect(listed.every((row) => row.state === 'dead')).toBe(true)
    const ids = listed.map((row) => row.id)
    expect(ids).toEqual([...ids].sort().reverse())
  })

  it('is found by the sweep when its job was lost, and done by the workers', async () => {
    const { endpoint } = await addEndpoint()
    const deliveryId = await putTest(endpoint.endpointId)
    await inTenant(cases.worker, cases.tenantId, async (transaction) => {
      // What a crash leaves behind: the delivery, but no job.
      await transaction.deleteFrom('pgboss.job' as never).execute()
    })
    expect(await sweepDeliveries(ports)).toBeGreaterThan(0)
    const workers = await startWorkers({
      database: cases.worker,
      log: cases.log,
      assignments: [deliveryAssignment(ports)],
    })
    await expect
      .poll(async () => (await rowOf(deliveryId)).state, { timeout: 5_000 })
      .toBe('delivered')
    await workers.stop()
    expect(await sweepDeliveries(ports)).toBe(0)
  })
})

describe('the schedule of attempts', () => {
  it('grows from seconds to a day and ends after about three days', () => {
    expect(retrySchedule).toEqual([...retrySchedule].sort((a, b) => a - b))
    expect(retrySchedule.reduce((sum, pause) => sum + pause, 0) / 86_400).toBeCloseTo(3.15, 1)
    expect(pauseSeconds(1)).toBe(5)
    expect(pauseSeconds(retrySchedule.length + 1)).toBeUndefined()
  })
})
