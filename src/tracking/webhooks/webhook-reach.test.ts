import { describe, expect, it } from 'vitest'

import { checkWebhookUrl, mayReach } from './webhook-reach.ts'

const isPublic = (address: string) => mayReach(address, 'public')

describe('the reach of webhooks', () => {
  it('is the open internet', () => {
    expect(['93.184.215.14', '2606:2800:21f:cb07::1'].filter(isPublic)).toHaveLength(2)
  })

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '100.100.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.5', '198.18.0.1'],
    ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '64:ff9b::1'],
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254'],
  ])('does not include %s', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  it('is widened by the operator only to what the setting names', () => {
    expect(mayReach('127.0.0.1', 'development')).toBe(true)
    expect(mayReach('::1', 'development')).toBe(true)
    expect(mayReach('10.0.0.1', 'development')).toBe(false)
    expect(mayReach('10.0.0.1', 'private-network')).toBe(true)
    expect(mayReach('fd00::1', 'private-network')).toBe(true)
    expect(mayReach('127.0.0.1', 'private-network')).toBe(false)
    for (const reach of ['public', 'development', 'private-network'] as const) {
      expect(mayReach('169.254.169.254', reach)).toBe(false)
      expect(mayReach('93.184.215.14', reach)).toBe(true)
    }
  })
})

describe('the address of a webhook', () => {
  it('is https', () => {
    expect(checkWebhookUrl('https://shop.example/hooks?x=1', 'public')).toMatchObject({
      ok: true,
      value: { href: 'https://shop.example/hooks?x=1' },
    })
  })

  it.each([
    ['nonsense', 'is no URL'],
    [`https://shop.example/${'x'.repeat(2_100)}`, 'is no URL'],
    ['http://shop.example/hooks', 'is not https'],
    ['ftp://shop.example/hooks', 'is not https'],
    ['https://user:word@shop.example/', 'holds a user name or password'],
    ['https://127.0.0.1/', 'not public'],
    ['https://2130706433/', 'not public'],
    ['https://0x7f.1/', 'not public'],
    ['https://[::1]/', 'not public'],
    ['https://[::ffff:169.254.169.254]/', 'not public'],
    ['http://localhost:9000/', 'is not https'],
  ])('refuses %s', (url, problem) => {
    const checked = checkWebhookUrl(url, 'public')
    expect(checked.ok ? '' : checked.failures[0].message).toContain(problem)
    expect(checked.ok ? '' : checked.failures[0].path).toBe('/url')
  })

  it('may be plain http for this machine only, while developing', () => {
    expect(checkWebhookUrl('http://localhost:9000/', 'development').ok).toBe(true)
    expect(checkWebhookUrl('http://127.0.0.1:9000/', 'development').ok).toBe(true)
    expect(checkWebhookUrl('http://shop.example/', 'development').ok).toBe(false)
    expect(checkWebhookUrl('http://localhost:9000/', 'private-network').ok).toBe(false)
  })
})
