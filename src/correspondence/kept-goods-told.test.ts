import { describe, expect, it } from 'vitest'

import type { CaseState } from '../clearance/case-state.ts'
import { withKeptGoods } from '../clearance/evolve-kept-goods.ts'
import { type KeptGoodsNotice, readOfficeNotice } from '../exchange/letters/office-notice.ts'
import { keptGoodsEvents } from './kept-goods-told.ts'

const detained: KeptGoodsNotice = {
  ...{ kind: 'kept-goods', mrn: '24GBMRN', number: 1, standing: 'detained' },
  items: [{ sequence: 2, kept: '3', of: '10' }],
  ...{ reason: 'They bear a mark that is doubted.', law: 'CEMA 1979, s. 139(1)', version: 2 },
  ...{ decidedOn: '2026-11-01', reviewBy: '2026-11-30' },
}

const { reviewBy: _, ...ended } = detained

function after(...notices: readonly KeptGoodsNotice[]): CaseState {
  const none = { caseId: 'case_1' } as unknown as CaseState
  return notices.reduce(
    (state, notice) =>
      keptGoodsEvents(state, notice, 'thread_1').reduce(
        (before, event) => withKeptGoods(before, event as Parameters<typeof withKeptGoods>[1]),
        state,
      ),
    none,
  )
}

const typesAfter = (before: readonly KeptGoodsNotice[], notice: KeptGoodsNotice) =>
  keptGoodsEvents(after(...before), notice, 'thread_2').map(({ type }) => type)

describe('what a letter says of goods that are kept back', () => {
  it('counts once, however often it is told', () => {
    expect(typesAfter([], detained)).toEqual(['goods-kept-back'])
    expect(typesAfter([detained], detained)).toEqual([])
    const seized = { ...detained, standing: 'seized' } as const
    expect(typesAfter([detained], seized)).toEqual(['kept-goods-seized'])
    expect(typesAfter([detained, seized], seized)).toEqual([])
    expect(after(detained, seized).keptGoods).toMatchObject([{ state: 'kept', as: 'seized' }])
  })

  it('names the items and pieces, and why, until it is decided', () => {
    expect(after(detained).keptGoods).toMatchObject([
      { as: 'detained', items: [{ itemNumber: 2, kept: '3', of: '10' }], reviewBy: '2026-11-30' },
    ])
    const destroyed = { ...ended, standing: 'destroyed', reason: 'Copies.' } as const
    const [lost] = after(detained, destroyed).keptGoods ?? []
    expect(lost).toMatchObject({ state: 'lost', became: 'destroyed', decidedBecause: 'Copies.' })
    expect(lost).not.toHaveProperty('reviewBy')
  })

  it('is made up for where a later letter comes first', () => {
    const restored = { ...ended, standing: 'restored' } as const
    expect(typesAfter([], restored)).toEqual(['goods-kept-back', 'kept-goods-restored'])
    expect(typesAfter([restored], detained)).toEqual([])
  })

  it('is read as the office writes it, and not otherwise', () => {
    expect(readOfficeNotice(detained)).toEqual(detained)
    expect(readOfficeNotice({ ...detained, items: [] })).toBeUndefined()
  })
})
