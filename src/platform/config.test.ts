import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { checkoutFolder } from './checkout.ts'
import { readConfig, type Config, type Environment } from './config.ts'

function accepted(environment: Environment): Config {
  const result = readConfig(environment)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

describe('reading the environment', () => {
  it('needs no variable at all', () => {
    expect(accepted({})).toEqual({
      dataFolder: join(checkoutFolder, 'var'),
      port: 8080,
      framedPages: [],
      stage: 'on',
      trustedProxies: [],
      authorityPort: 8090,
      publicUrl: 'http://localhost:8080',
      authorityPublicUrl: 'http://localhost:8090',
      logLevel: 'info',
      mailFrom: 'Tidewaiter <no-reply@localhost>',
      webhookReach: 'public',
      renderDocuments: 'on',
      channelLimitPerSecond: 3,
      ukCdsPullSeconds: 60,
      guaranteeDaysMax: 90,
      unsentPapersDays: 30,
    })
  })

  it('takes an application of the developer hub whose secret is kept elsewhere', () => {
    const config = accepted({
      TIDEWAITER_UK_CDS_CLIENT_ID: 'Hf8sfkiUkYp9I3R10qSnZ2ZUvoa',
      TIDEWAITER_UK_CDS_CLIENT_SECRET: 'file:/run/secrets/hmrc',
      TIDEWAITER_UK_CDS_PULL_SECONDS: 'off',
    })
    expect(config).toMatchObject({
      ukCdsClient: { id: 'Hf8sfkiUkYp9I3R10qSnZ2ZUvoa', secret: 'file:/run/secrets/hmrc' },
      ukCdsPullSeconds: 'off',
    })
  })

  it('refuses a secret that stands in the configuration, and an application without one', () => {
    const inClear = readConfig({
      TIDEWAITER_UK_CDS_CLIENT_ID: 'app',
      TIDEWAITER_UK_CDS_CLIENT_SECRET: 'hunter2hunter2',
    })
    expect(inClear).toMatchObject({
      ok: false,
      failures: [{ path: 'TIDEWAITER_UK_CDS_CLIENT_SECRET' }],
    })
    expect(JSON.stringify(inClear)).not.toContain('hunter2')
    expect(readConfig({ TIDEWAITER_UK_CDS_CLIENT_ID: 'app' })).toMatchObject({
      ok: false,
      failures: [{ path: 'TIDEWAITER_UK_CDS_CLIENT_SECRET' }],
    })
    expect(readConfig({ TIDEWAITER_UK_CDS_BADGE: 'abc' })).toMatchObject({
      ok: false,
      failures: [{ path: 'TIDEWAITER_UK_CDS_BADGE' }],
    })
  })

  it('takes an empty variable for an absent one', () => {
    expect(accepted({ DATABASE_URL: '', TIDEWAITER_PORT: ' ' })).toEqual(accepted({}))
  })

  it('takes what is given', () => {
    const config = accepted({
      DATABASE_URL: 'postgresql://owner:pw@db.example:5432/customs',
      TIDEWAITER_PUBLIC_URL: 'https://customs.example/',
      TIDEWAITER_CHANNEL_LIMIT_PER_SECOND: 'off',
      TIDEWAITER_GUARANTEE_DAYS_MAX: '30',
      TIDEWAITER_UNSENT_PAPERS_DAYS: '7',
      TIDEWAITER_RENDER_DOCUMENTS: 'off',
      SMTP_URL: 'smtp://mail.example:25',
      TIDEWAITER_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 ::1',
    })
    expect(config).toMatchObject({
      databaseUrl: 'postgresql://owner:pw@db.example:5432/customs',
      publicUrl: 'https://customs.example',
      channelLimitPerSecond: 'off',
      guaranteeDaysMax: 30,
      unsentPapersDays: 7,
      renderDocuments: 'off',
      smtpUrl: 'smtp://mail.example:25',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1'],
    })
  })

  it('opens no stage where others come in, unless told to', () => {
    const others = { TIDEWAITER_PUBLIC_URL: 'https://customs.example' }
    expect(accepted(others).stage).toBe('off')
    expect(accepted({ ...others, TIDEWAITER_STAGE: 'on' }).stage).toBe('on')
    expect(accepted({ TIDEWAITER_STAGE: 'off' }).stage).toBe('off')
    expect(accepted({ TIDEWAITER_PUBLIC_URL: 'http://localhost.example' }).stage).toBe('off')
  })

  it('makes the data folder absolute', () => {
    expect(accepted({ TIDEWAITER_DATA: 'here' }).dataFolder).toBe(join(process.cwd(), 'here'))
  })

  it.each([
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SMTP_URL', 'mail.example'],
    ['TIDEWAITER_TRUSTED_PROXIES', 'proxy.example'],
    ['TIDEWAITER_TRUSTED_PROXIES', '10.0.0.1 0.0.0.0/0'],
    ['TIDEWAITER_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TIDEWAITER_PORT', '80a'],
    ['TIDEWAITER_AUTHORITY_PORT', '65536'],
    ['TIDEWAITER_LOG_LEVEL', 'loud'],
    ['TIDEWAITER_RENDER_DOCUMENTS', 'yes'],
    ['TIDEWAITER_CHANNEL_LIMIT_PER_SECOND', '0'],
    ['TIDEWAITER_CHANNEL_LIMIT_PER_SECOND', '-1'],
    ['TIDEWAITER_GUARANTEE_DAYS_MAX', '0'],
    ['TIDEWAITER_GUARANTEE_DAYS_MAX', 'a year'],
    ['TIDEWAITER_UNSENT_PAPERS_DAYS', '0'],
  ])('refuses %s=%s and says how to mend it', (name, value) => {
    const result = readConfig({ [name]: value })
    if (result.ok) throw new Error('expected a refusal')
    expect(result.failures).toHaveLength(1)
    expect(result.failures[0]).toMatchObject({ code: 'configuration-invalid', path: name })
    expect(result.failures[0].message).toContain(name)
    expect(result.failures[0].mend).toBeTruthy()
  })

  it('reports every mistake at once', () => {
    const result = readConfig({ TIDEWAITER_PORT: '0', TIDEWAITER_LOG_LEVEL: 'loud' })
    expect(!result.ok && result.failures.map(({ path }) => path)).toEqual([
      'TIDEWAITER_PORT',
      'TIDEWAITER_LOG_LEVEL',
    ])
  })

  it('does not repeat a URL, which may hold a password', () => {
    const result = readConfig({ DATABASE_URL: 'mysql://owner:hunter2@localhost/x' })
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })
})
