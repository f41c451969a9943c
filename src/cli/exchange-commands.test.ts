import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, testSecurityToken, type TestApi, type TestTenant } from '../../test/api.ts'
import { declareExample, recordAttempts } from '../../test/given-up-message.ts'
import { run } from '../../test/terminal.ts'
import { newId } from '../platform/ids.ts'

describe('the exchange commands', () => {
  let api: TestApi
  let tenant: TestTenant
  let other: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    other = await api.addTenant()
  })
  afterAll(() => api.close())

  const command = (...words: string[]) =>
    run(['exchange', ...words], { environment: { DATABASE_URL: api.ownerDatabaseUrl } })

  const lines = (stdout: string): readonly Readonly<Record<string, unknown>>[] =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  const givenUp = async (of: TestTenant, outcome: 'not-sent' | 'unknown') => {
    const declared = await declareExample(api, of)
    const { tenantId } = of
    await recordAttempts(api, { tenantId, messageId: declared.messageId }, [
      { outcome, why: 'HTTP 503' },
    ])
    return declared
  }

  test('list the messages of all tenants, one line each, and narrow them', async () => {
    const mine = await givenUp(tenant, 'unknown')
    const theirs = await givenUp(other, 'unknown')
    const all = await command('list', '--state', 'dead')
    expect(all).toMatchObject({ exitCode: 0, stderr: '' })
    const ids = lines(all.stdout)
    expect(ids).toMatchObject([
      { id: theirs.messageId, tenantId: other.tenantId, state: 'dead', lastError: 'HTTP 503' },
      { id: mine.messageId, tenantId: tenant.tenantId },
    ])
    const narrowed = await command('list', '--tenant', tenant.tenantId, '--case', mine.caseId)
    expect(lines(narrowed.stdout)).toHaveLength(1)
    expect((await command('list', '--state', 'lost')).exitCode).toBe(2)
    expect((await command('list', '--limit', '0')).stderr).toContain('whole number')
  })

  test('show a message with its attempts, and its exact bytes alone', async () => {
    const { messageId } = await givenUp(tenant, 'unknown')
    const shown = await command('show', messageId)
    expect(JSON.parse(shown.stdout)).toMatchObject({
      id: messageId,
      tries: [{ outcome: 'unknown', why: 'HTTP 503' }],
      decisions: [],
    })
    const raw = await command('show', messageId, '--raw')
    expect(raw.stdout).toMatch(/^<\?xml[\s\S]*<\/[\w:]*MetaData>\s*$/)
    const unknown = await command('show', newId('message'))
    expect(unknown.exitCode).toBe(2)
    expect(unknown.stderr).toMatch(/^tidewaiter: There is neither .*\n$/)
  })

  test('send messages again and set them aside, each for itself', async () => {
    const doubtful = await givenUp(tenant, 'unknown')
    const sure = await givenUp(tenant, 'not-sent')
    const reason = ['--reason', 'sold out']
    const aside = await command('set-aside', doubtful.messageId, sure.messageId, ...reason)
    expect(aside.exitCode).toBe(1)
    expect(lines(aside.stdout)).toMatchObject([
      { id: doubtful.messageId, failures: [{ code: 'conflict' }] },
      { id: sure.messageId, state: 'set-aside', caseId: sure.caseId },
    ])
    const replayed = await command('replay', doubtful.messageId)
    expect(replayed).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse((await command('show', doubtful.messageId)).stdout)).toMatchObject({
      state: 'unknown',
      decisions: [{ decision: 'replayed', actor: { kind: 'operator', id: 'command-line' } }],
    })
    expect((await command('replay', doubtful.messageId)).exitCode).toBe(1)
    expect((await command('set-aside', sure.messageId)).stderr).toContain('--reason')
  })

  test('show strays that nothing proves to be of a business, and settle them', async () => {
    const { messageId, caseId } = await declareExample(api, tenant)
    const payload = `<MetaData>${newId('x')}`
    await api.server.inject({
      ...{ method: 'POST', url: '/exchange/uk-cds/notifications', payload },
      headers: { authorization: testSecurityToken, 'content-type': 'application/xml' },
    })
    const [stray] = lines((await command('strays')).stdout)
    expect(stray?.why).toMatch(/./)
    const strayId = String(stray?.id)
    expect((await command('show', strayId, '--raw')).stdout).toBe(payload)
    const assigned = await command('assign', strayId, '--case', caseId)
    expect(assigned.exitCode).toBe(1)
    expect((await command('assign', messageId, '--case', caseId)).exitCode).toBe(2)
    expect((await command('replay', strayId)).exitCode).toBe(1)
    const aside = await command('set-aside', strayId, '--reason', 'of another system')
    expect(aside).toMatchObject({ exitCode: 0, stderr: '' })
    expect((await command('strays')).stdout).toBe('')
    expect(lines((await command('strays', '--all')).stdout)).toMatchObject([
      { state: 'set-aside', settled: { actor: { kind: 'operator' }, reason: 'of another system' } },
    ])
  })

  test('say in one line where there is no installation', async () => {
    const environment = { TIDEWAITER_DATA: '/nowhere' }
    const { exitCode, stderr } = await run(['exchange', 'list'], { environment })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^tidewaiter: DATABASE_URL: It is not set.*\n$/)
  })
})
