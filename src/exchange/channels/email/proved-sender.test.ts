import { describe, expect, it } from 'vitest'
import { isSenderProved } from './proved-sender.ts'

describe('whether a sender is proved', () => {
  const proved = (...results: readonly string[]) =>
    isSenderProved(
      results.map((line) => ({
        key: 'authentication-results',
        line: `Authentication-Results: ${line}`,
      })),
      'mx.shop.example',
      'Office@Authority.example',
    )

  it('is what our own server found by DMARC for the domain of the sender', () => {
    expect(
      proved('mx.shop.example; spf=pass; dmarc=pass (p=reject) header.from=authority.example'),
    ).toBe(true)
    expect(proved('mx.shop.example 1;\r\n dmarc=pass header.from=authority.example')).toBe(true)
  })

  it.each([
    ['mx.shop.example; dmarc=fail header.from=authority.example'],
    ['mx.shop.example; dmarc=pass header.from=elsewhere.example'],
    ['mx.shop.example; dkim=pass header.d=authority.example'],
    ['mx.elsewhere.example; dmarc=pass header.from=authority.example'],
    ['mx.shop.example; none (dmarc=pass; dmarc=pass header.from=authority.example)'],
  ])('is not what %s says', (line) => {
    expect(proved(line)).toBe(false)
  })

  it('is not what stands below the line of our own server', () => {
    const good = 'mx.shop.example; dmarc=pass header.from=authority.example'
    expect(proved('mx.shop.example; dmarc=fail header.from=authority.example', good)).toBe(false)
    expect(proved()).toBe(false)
  })
})
