import { describe, expect, it } from 'vitest'

import { recorded } from '../../test/lodged-case.ts'
import type { NewCaseEvent } from '../clearance/events/case-event.ts'
import { mainLifeCycle } from '../clearance/life-cycle/main-life-cycle.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import { money } from '../customs/money/money.ts'
import { milestones, milestonesAmong } from './milestones.ts'

function typesAmong(events: readonly NewCaseEvent[]): readonly string[] {
  return milestonesAmong(recorded(events)).map(({ milestone }) => milestone.type)
}

function debt(debtId: string): NewCaseEvent {
  const amount = money('1', 'GBP')
  return { type: 'debt-incurred', data: { debtId, taxType: debtId, amount, payer: 'buyer' } }
}

describe('milestones', () => {
  it('tell of every step of the main line but those that nobody waits for', () => {
    const told: ReadonlySet<string> = new Set(milestones.flatMap((milestone) => milestone.events))
    const untold = mainLifeCycle.transitions
      .map((edge) => edge.event)
      .filter((event) => !told.has(event))
    expect([...new Set(untold)].sort()).toEqual([
      'file-closed',
      'goods-data-changed',
      'preparation-started',
    ])
  })

  it('have a type of their own, and no two of them mean the same event', () => {
    const types = milestones.map((milestone) => milestone.type)
    const events = milestones.flatMap((milestone) => milestone.events)
    expect(new Set(types).size).toBe(types.length)
    expect(new Set(events).size).toBe(events.length)
  })

  it('tell once of what several events of a moment mean', () => {
    expect(typesAmong([debt('A00'), debt('B00')])).toEqual(['payment.due'])
    const [first, second] = recorded([debt('A00'), debt('B00')])
    const later = { ...second!, at: '2026-09-02T12:00:00.000Z' as Instant }
    expect(milestonesAmong([first!, later])).toHaveLength(2)
  })

  it('tell again of what happens again', () => {
    const wanted = (controlId: string): NewCaseEvent => ({
      type: 'documents-requested',
      data: { controlId, wanted: 'an invoice' },
    })
    expect(typesAmong([wanted('1'), debt('A00'), wanted('2')])).toEqual([
      'documents.requested',
      'payment.due',
      'documents.requested',
    ])
  })

  it('tell of checks only where something stands in the way', () => {
    const finding = {
      id: 'net-weight-missing' as const,
      path: '/goodsItems/0',
      message: { en: 'No weight.', zh: '无重量。' },
      mend: { en: 'State it.', zh: '请填写。' },
    }
    const checked = (severity: 'warning' | 'blocking'): NewCaseEvent => ({
      type: 'checks-completed',
      data: { findings: [{ ...finding, severity }], failures: [] },
    })
    expect(typesAmong([checked('warning')])).toEqual([])
    expect(typesAmong([checked('blocking')])).toEqual(['case.needs-data'])
    const undecided = { code: 'no-lawful-importer', path: '', message: 'Nobody may.' } as const
    expect(
      typesAmong([{ type: 'checks-completed', data: { findings: [], failures: [undecided] } }]),
    ).toEqual(['case.needs-data'])
  })
})
