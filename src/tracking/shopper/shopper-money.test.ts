import { describe, expect, it } from 'vitest'

import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { NewCaseEvent } from '../../clearance/events/case-event.ts'
import { replay } from '../../clearance/evolve.ts'
import { money } from '../../customs/money/money.ts'
import { type MoneyLine, owedByShopper, shopperMoney } from './shopper-money.ts'

/** A case whose charges are borne by the given party, and what happened to it since. */
function moneyOf(payer: 'buyer' | 'seller', since: readonly NewCaseEvent[]): readonly MoneyLine[] {
  const events = lodgedCaseEvents('LRN-1').map((event) =>
    event.type === 'parties-decided' ? { ...event, data: { ...event.data, payer } } : event,
  )
  const record = recorded([
    ...events,
    { type: 'declaration-accepted', data: { mrn: '26GB1' } },
    ...since,
  ])
  return shopperMoney(replay(record), record)
}

function incurred(debtId: string, amount: string, payer = 'buyer'): NewCaseEvent {
  return {
    type: 'debt-incurred',
    data: { debtId, taxType: 'A00', amount: money(amount, 'GBP'), payer },
  }
}

function settled(amount: string): NewCaseEvent {
  const data = { payer: 'buyer', amount: money(amount, 'GBP'), reference: 'bank transfer' }
  return { type: 'charges-settled', data }
}

const paid: NewCaseEvent = { type: 'debt-paid', data: { debtId: 'a', how: 'deferment:1234567' } }

function inShort(lines: readonly MoneyLine[]): readonly string[] {
  return lines.map(
    ({ standing, from, to, amount }) =>
      `${standing} ${amount.amount} ${amount.currency} ${from} > ${to}`,
  )
}

describe('the money of a case', () => {
  it('is what the quote expects until customs has charged', () => {
    expect(inShort(moneyOf('seller', []))).toEqual(['expected 224.00 GBP shop-or-agent > customs'])
    expect(inShort(moneyOf('buyer', []))).toEqual(['expected 224.00 GBP you > shop-or-agent'])
  })

  it('is expected no more once customs has refused the goods', () => {
    const refused: NewCaseEvent = { type: 'entry-refused', data: { reason: 'not allowed' } }
    expect(inShort(moneyOf('buyer', [refused]))).toEqual([])
  })

  it('shows what was paid in advance beside what is expected', () => {
    expect(inShort(moneyOf('buyer', [settled('224')]))).toEqual([
      'expected 224.00 GBP you > shop-or-agent',
      'paid 224 GBP you > shop-or-agent',
    ])
  })

  it('asks nothing of a shopper whose seller bears the charges', () => {
    const lines = moneyOf('seller', [incurred('a', '100', 'seller'), incurred('b', '20', 'seller')])
    expect(inShort(lines)).toEqual(['due 120 GBP shop-or-agent > customs'])
    expect(owedByShopper(lines)).toEqual([])
  })

  it('keeps what customs got apart from what the shopper owes', () => {
    const lines = moneyOf('buyer', [incurred('a', '100'), paid, settled('60')])
    expect(inShort(lines)).toEqual([
      'paid 100 GBP shop-or-agent > customs',
      'paid 60 GBP you > shop-or-agent',
      'due 40 GBP you > shop-or-agent',
    ])
    expect(owedByShopper(lines)).toEqual([money('40', 'GBP')])
  })

  it('gives back what was paid beyond the charges', () => {
    const refund: NewCaseEvent = {
      type: 'debt-refunded',
      data: { debtId: 'a', by: money('30', 'GBP') },
    }
    const lines = moneyOf('buyer', [incurred('a', '100'), paid, settled('100'), refund])
    expect(inShort(lines)).toEqual([
      'paid 70 GBP shop-or-agent > customs',
      'refunded 30 GBP customs > shop-or-agent',
      'paid 100 GBP you > shop-or-agent',
      'due 30 GBP shop-or-agent > you',
    ])
  })

  it('owes nothing after an entry that was refused, and returns what was paid', () => {
    const lines = moneyOf('buyer', [
      incurred('a', '100'),
      settled('100'),
      { type: 'debt-written-off', data: { debtId: 'a', why: 'the entry ended as refused' } },
      { type: 'entry-refused', data: { reason: 'not allowed' } },
    ])
    expect(inShort(lines)).toEqual([
      'paid 100 GBP you > shop-or-agent',
      'due 100 GBP shop-or-agent > you',
    ])
  })
})
