import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lodgedCase, lodgedCaseEvents, recorded } from '../../test/lodged-case.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import { money } from '../customs/money/money.ts'
import type { CaseEvent, CaseEventType, NewCaseEvent } from './events/case-event.ts'
import { upcast } from './events/upcasters.ts'
import { evolve, replay } from './evolve.ts'
import { IllegalTransition } from './life-cycle/life-cycle.ts'

function replayed(...more: readonly NewCaseEvent[]) {
  return replay(recorded([...lodgedCaseEvents('LRN-1'), ...more]))
}

const accepted: NewCaseEvent = {
  type: 'declaration-accepted',
  data: { mrn: '26GB1', acceptedAt: '2026-09-01T12:00:00Z' },
}

describe('the state of a case', () => {
  it('follows from its events', () => {
    const state = replayed(accepted)
    expect(state.main).toBe('accepted')
    expect(state.version).toBe(lodgedCaseEvents('LRN-1').length + 1)
    expect(state.declaration).toMatchObject({ lrn: 'LRN-1', mrn: '26GB1', additionalType: 'D' })
  })

  it('says that preparation failed until one comes to an end', () => {
    const failed: NewCaseEvent = {
      type: 'preparation-failed',
      data: { failures: [{ code: 'preparation-failed', path: '', message: 'tried in vain' }] },
    }
    const [opened] = lodgedCaseEvents('LRN-1')
    expect(replay(recorded([opened!, failed]))).toMatchObject({
      ...{ main: 'draft', obstacles: [{ code: 'preparation-failed' }] },
    })
    const started: NewCaseEvent = { type: 'preparation-started', data: {} }
    const checked: NewCaseEvent = { type: 'checks-completed', data: { findings: [], failures: [] } }
    expect(replay(recorded([opened!, started, failed, checked])).obstacles).toEqual([])
  })

  it('cannot be released before it is accepted', () => {
    expect(() => replayed({ type: 'goods-released', data: {} })).toThrow(IllegalTransition)
  })

  it('refuses a record with a gap', () => {
    const state = lodgedCase('LRN-1')
    const [late] = recorded([accepted])
    expect(() => evolve(state, { ...late!, sequence: state.version + 2 })).toThrow(RangeError)
  })

  it('remembers the references of rejected attempts', () => {
    const state = replayed(
      { type: 'declaration-rejected', data: { lrn: 'LRN-1', errors: [] } },
      { type: 'checks-passed', data: {} },
      {
        type: 'declaration-filled',
        data: {
          declaration: { factId: 'fact_2', sha256: '1' },
          origins: { factId: 'fact_3', sha256: '2' },
          lrn: 'LRN-2',
          ducr: '6GB1-Y',
        },
      },
    )
    expect(state.earlierLrns).toEqual(['LRN-1'])
    expect(state.declaration?.lrn).toBe('LRN-2')
  })

  it('keeps an issued certificate as long as its application says the same', () => {
    const draft = (factId: string, contentSha256: string): NewCaseEvent => ({
      type: 'documents-prepared',
      data: {
        documents: [
          { kind: 'certificate-of-origin', document: { factId, sha256: '1' }, contentSha256 },
        ],
      },
    })
    const issue: NewCaseEvent = {
      type: 'document-issued',
      data: {
        kind: 'certificate-of-origin',
        draftFactId: 'fact_draft',
        document: { factId: 'fact_issued', sha256: '2' },
        contentSha256: 'issued',
        number: 'CCPIT 1',
        issuedOn: localDate('2026-09-01'),
        attachmentId: 'attachment_1',
      },
    }
    const papers = (...events: readonly NewCaseEvent[]) =>
      replayed(draft('fact_draft', 'as applied for'), issue, ...events).documents
    expect(papers(draft('fact_anew', 'as applied for'))).toMatchObject([
      { document: { factId: 'fact_issued' }, issued: { number: 'CCPIT 1' } },
    ])
    const ofOtherGoods = papers(draft('fact_anew', 'other goods'))
    expect(ofOtherGoods).toMatchObject([{ document: { factId: 'fact_anew' } }])
    expect(ofOtherGoods[0]).not.toHaveProperty('issued')
  })

  it('keeps what was signed when the other papers are made anew, until it is signed anew', () => {
    const paper = (factId: string) => ({ document: { factId, sha256: '1' }, contentSha256: '2' })
    const invoice = { kind: 'commercial-invoice', ...paper('fact_invoice') } as const
    const madeAnew: NewCaseEvent = { type: 'documents-prepared', data: { documents: [invoice] } }
    const signed = (factId: string): NewCaseEvent => ({
      type: 'preference-statement-signed',
      data: {
        ...{ agreement: 'gb-eu-tca', invoiceNumber: 'INV-1', signedOn: localDate('2026-09-01') },
        ...paper(factId),
      },
    })
    const { documents } = replayed(signed('fact_first'), madeAnew, signed('fact_again'), madeAnew)
    expect(documents.map(({ document }) => document.factId)).toEqual(['fact_invoice', 'fact_again'])
  })

  it('keeps the statements of two sellers whose invoices have the same number', () => {
    const signed = (factId: string, firstItemNumber?: number): NewCaseEvent => ({
      type: 'preference-statement-signed',
      data: {
        ...{ agreement: 'gb-eu-tca', invoiceNumber: 'INV-1', signedOn: localDate('2026-09-01') },
        ...(firstItemNumber !== undefined && { firstItemNumber }),
        ...{ document: { factId, sha256: '1' }, contentSha256: '2' },
      },
    })
    const kept = (...events: readonly NewCaseEvent[]) =>
      replayed(...events).documents.map(({ document }) => document.factId)
    expect(kept(signed('of_a', 1), signed('of_b', 3))).toEqual(['of_a', 'of_b'])
    expect(kept(signed('of_a', 1), signed('of_b', 3), signed('of_a_anew', 1))).toEqual([
      ...['of_b', 'of_a_anew'],
    ])
    expect(kept(signed('of_an_earlier_version'), signed('anew', 1))).toEqual(['anew'])
  })

  it('lowers a debt by what is taken back', () => {
    const debt = { debtId: 'A00:1', taxType: 'A00', amount: money('20.00', 'GBP'), payer: 'seller' }
    const state = replayed(
      accepted,
      { type: 'debt-incurred', data: debt },
      { type: 'debt-reduced', data: { debtId: 'A00:1', by: money('5.00', 'GBP') } },
    )
    expect(state.debts).toEqual([{ ...debt, amount: money('15', 'GBP'), state: 'due' }])
  })
})

describe('a record written by an earlier version', () => {
  it('is lifted to the present shapes and replayed', () => {
    const path = new URL('./events/stored-stream-v1.json', import.meta.url)
    const stored = JSON.parse(readFileSync(path, 'utf8')) as readonly {
      readonly type: CaseEventType
      readonly schemaVersion: number
      readonly data: Record<string, unknown>
    }[]
    const events = stored.map(
      (event) =>
        ({ ...event, data: upcast(event.type, event.data, event.schemaVersion) }) as CaseEvent,
    )
    const state = replay(events)
    expect(state.orderIds).toEqual(['order_01m81dq21v2vbwwecq4kg03a5d'])
    expect(state.main).toBe('preparing')
  })

  it('is refused where a newer program wrote it', () => {
    expect(() => upcast('case-opened', {}, 99)).toThrow(/newer program/)
  })
})
