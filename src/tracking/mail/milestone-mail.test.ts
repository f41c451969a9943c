import { describe, expect, it } from 'vitest'

import type { Instant } from '../../customs/calendar/local-date.ts'
import { money } from '../../customs/money/money.ts'
import type { MilestoneMessage } from '../milestone-message.ts'
import { shopperSentences } from '../shopper/shopper-sentences.ts'
import { milestoneMail } from './milestone-mail.ts'

const message: MilestoneMessage = {
  type: 'goods.released',
  timestamp: '2026-09-01T12:00:00.000Z' as Instant,
  data: {
    caseId: 'case_1',
    reference: 'A&B-<7>',
    title: { en: 'Released by customs', zh: '海关已放行' },
    state: 'released',
    waitingFor: 'carrier',
    sequence: 12,
    sentences: shopperSentences.released,
    money: [
      {
        ...{ standing: 'due', from: 'you', to: 'shop-or-agent' },
        amount: money('40.5', 'GBP'),
        why: { en: 'Duty and tax.', zh: '税费。' },
      },
    ],
    links: { case: 'https://tidewaiter.example/v1/cases/case_1' },
  },
}

describe('the mail about a milestone', () => {
  it('says in both languages what happened, what comes next, what to do, and the money', () => {
    const { subject, text } = milestoneMail(
      message,
      'buyer',
      'https://tidewaiter.example/track/abc',
    )
    expect(subject).toBe('A&B-<7>: Released by customs · 海关已放行')
    expect(text).toBe(
      [
        'Order A&B-<7>: Released by customs',
        '',
        'Customs has released your parcel.',
        'Next, the delivery company brings it to you.',
        'You do not need to do anything.',
        '',
        '- £40.50, due (you → shop or agent): Duty and tax.',
        '',
        'See how it stands:',
        'https://tidewaiter.example/track/abc',
        '',
        '---',
        '',
        '订单 A&B-<7>：海关已放行',
        '',
        '海关已放行您的包裹。',
        '接下来快递公司将为您派送。',
        '您无需进行任何操作。',
        '',
        '- £40.50，待付（您 → 商家或代购）：税费。',
        '',
        '查看进度：',
        'https://tidewaiter.example/track/abc',
      ].join('\n'),
    )
  })

  it('has no link and no list where there is nothing to show', () => {
    const plain = { ...message, data: { ...message.data, money: [] } }
    const { text, html } = milestoneMail(plain, 'buyer', undefined)
    expect(text).not.toContain('See how it stands')
    expect(html).not.toContain('<a ')
    expect(html).not.toContain('<ul>')
  })

  it('shows what a shop wrote as text, never as markup', () => {
    const { html } = milestoneMail(message, 'buyer', 'https://tidewaiter.example/?a="><script>')
    expect(html).toContain('A&amp;B-&lt;7&gt;')
    expect(html).not.toContain('<script>')
    expect(html).toContain('<div lang="zh">')
  })

  it('tells those who run the case what it waits for, not what a shopper is told', () => {
    const { subject, text } = milestoneMail(message, 'tenant-contact', message.data.links.case)
    expect(subject).toBe('A&B-<7>: Released by customs · 海关已放行')
    expect(text).toContain('The case waits for the carrier to report their delivery.')
    expect(text).toContain('https://tidewaiter.example/v1/cases/case_1')
    expect(text).not.toMatch(/You do not|GBP/)
    const ended = { ...message, data: { ...message.data, waitingFor: null } }
    expect(milestoneMail(ended, 'tenant-contact', undefined).text).toContain('The case has ended.')
  })
})
