import type { Instant, LocalDate } from '../src/customs/calendar/local-date.ts'
import { money } from '../src/customs/money/money.ts'
import type { CaseState } from '../src/clearance/case-state.ts'
import type { CaseEvent, NewCaseEvent } from '../src/clearance/events/case-event.ts'
import { replay } from '../src/clearance/evolve.ts'

const reference = { factId: 'fact_01', sha256: '00' }
const now = '2026-09-01T12:00:00.000Z' as Instant

/** Gives events their places in a record. */
export function recorded(events: readonly NewCaseEvent[]): readonly CaseEvent[] {
  return events.map((event, index) => ({
    ...event,
    caseId: 'case_01',
    sequence: index + 1,
    schemaVersion: 1,
    at: now,
    actor: { kind: 'worker', id: 'test' },
    cause: { kind: 'job', id: 'test' },
  }))
}

/** What has happened to a case whose declaration has just gone out. */
export function lodgedCaseEvents(lrn: string): readonly NewCaseEvent[] {
  return [
    {
      type: 'case-opened',
      data: {
        reference: 'ORDER-1',
        orderIds: ['order_01'],
        consignment: reference,
        destination: 'GB',
        goodsItemCount: 1,
      },
    },
    { type: 'preparation-started', data: {} },
    {
      type: 'lane-decided',
      data: { decision: reference, lane: 'gb-h1-standard', vat: 'import-vat' },
    },
    {
      type: 'parties-decided',
      data: {
        decision: reference,
        importerOfRecord: 'buyer',
        representation: 'direct',
        payer: 'seller',
      },
    },
    {
      type: 'quote-made',
      data: {
        quote: reference,
        on: '2026-09-01' as LocalDate,
        customsValue: money('1000.00', 'GBP'),
        dueAtImport: money('224.00', 'GBP'),
      },
    },
    { type: 'checks-passed', data: {} },
    {
      type: 'declaration-filled',
      data: { declaration: reference, origins: reference, lrn, ducr: '6GB1-X' },
    },
    {
      type: 'declaration-sent',
      data: { messageId: 'message_01', lrn, sha256: '00', additionalType: 'D' },
    },
  ]
}

export function lodgedCase(lrn: string): CaseState {
  return replay(recorded(lodgedCaseEvents(lrn)))
}
