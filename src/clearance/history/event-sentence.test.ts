import { describe, expect, it } from 'vitest'

import { lodgedCaseEvents } from '../../../test/lodged-case.ts'
import { money } from '../../customs/money/money.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { eventSentence, subjectOf } from './event-sentence.ts'

const assessment = {
  ...{ assessmentId: 'a', versionId: '1', notificationId: 'n', lines: [] },
  payable: money('24.36', 'GBP'),
  differences: [],
}

describe('an event in words', () => {
  it.each<[NewCaseEvent, string, string]>([
    [
      { type: 'declaration-registered', data: { mrn: '26GB01' } },
      'Customs registered the declaration as 26GB01; it waits for the goods.',
      '海关已登记报关单，编号 26GB01，等待货物到港。',
    ],
    [
      { type: 'debt-paid', data: { debtId: 'A00:n1', how: 'deferment:7319052' } },
      'Customs duty was paid from deferment account 7319052.',
      '关税已由延期付款账户 7319052 支付。',
    ],
    [
      { type: 'assessment-final', data: assessment },
      'Customs assessed finally GBP 24.36, as quoted.',
      '海关最终核定税费 GBP 24.36，与报价一致。',
    ],
    [
      { type: 'question-asked', data: { questionId: 'q', text: 'Who owns the trade mark?' } },
      'Customs ask: Who owns the trade mark?',
      '海关提出问题：Who owns the trade mark?',
    ],
  ])('says what happened and with which figures', (event, en, zh) => {
    expect(eventSentence(event)).toEqual({ en, zh })
  })

  it('counts one thing as one', () => {
    const attached = (count: number) =>
      eventSentence({
        type: 'goods-data-changed',
        data: {
          consignment: { factId: 'f', sha256: '0' },
          what: Array.from({ length: count }, () => '/freight'),
        },
      }).en
    expect(attached(1)).toBe('The goods data were mended in 1 place.')
    expect(attached(2)).toBe('The goods data were mended in 2 places.')
  })

  it('leaves no gap in any sentence of a whole way to the authority', () => {
    for (const event of lodgedCaseEvents('LRN-1')) {
      const { en, zh } = eventSentence(event)
      expect(`${en} ${zh}`, event.type).not.toMatch(/undefined|\[object/)
      expect(zh, event.type).toMatch(/\p{Script=Han}/u)
    }
  })

  it('shows a code that is not in its list rather than nothing', () => {
    const unknown = eventSentence({
      type: 'document-attached',
      data: { attachmentId: 'a', kind: 'fumigation-note', sha256: '0' },
    })
    expect(unknown.en).toBe('A paper was uploaded: fumigation note.')
  })

  it('belongs to one part of the clearance', () => {
    expect(subjectOf('goods-released')).toBe('decisions')
    expect(subjectOf('debt-paid')).toBe('money')
  })
})
