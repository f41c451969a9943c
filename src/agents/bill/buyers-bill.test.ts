import { describe, expect, it } from 'vitest'

import { agentOrder } from '../../../test/agent-orders.ts'
import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { NewCaseEvent } from '../../clearance/events/case-event.ts'
import { replay } from '../../clearance/evolve.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import { money } from '../../customs/money/money.ts'
import type { Charge, Quote } from '../../customs/quote/quote.ts'
import { buyersBill, type BuyersBill } from './buyers-bill.ts'

const consignment = consignmentFromOrder(
  agentOrder('TSB-1', 'rowan', { freight: money('1500', 'JPY') }),
)

const charge = {
  formula: { en: 'as quoted', zh: '报价' },
  borneBy: 'buyer',
  timing: 'at-import',
} as const
const charges: readonly Charge[] = [
  {
    ...charge,
    ...{ kind: 'customs-duty', taxType: 'A00', collector: 'customs' },
    name: { en: 'Customs duty', zh: '关税' },
    amount: money('3.36', 'GBP'),
  },
  {
    ...charge,
    ...{ kind: 'fee', collector: 'purchasing-agent' },
    name: { en: "Purchasing agent's fee", zh: '代购服务费' },
    amount: money('4.80', 'GBP'),
  },
  {
    ...charge,
    ...{ kind: 'fee', collector: 'carrier' },
    name: { en: 'Disbursement fee', zh: '垫付费' },
    amount: money('12', 'GBP'),
  },
]
const quote = { charges } as Quote

function billOf(
  payer: 'buyer' | 'seller',
  since: readonly NewCaseEvent[] = [],
  known: { readonly quote?: Quote } = { quote },
): BuyersBill {
  const events = lodgedCaseEvents('LRN-1').map((event) =>
    event.type === 'parties-decided' ? { ...event, data: { ...event.data, payer } } : event,
  )
  const record = recorded([...events, ...since])
  return buyersBill({ consignment, state: replay(record), events: record, ...known })
}

function inShort({ lines }: BuyersBill): readonly string[] {
  return lines.map(({ kind, amount }) => `${kind} ${amount.amount} ${amount.currency}`)
}

function incurred(taxType: string, amount: string): NewCaseEvent {
  const data = { debtId: taxType, taxType, amount: money(amount, 'GBP'), payer: 'buyer' }
  return { type: 'debt-incurred', data }
}

describe("the buyer's bill", () => {
  it('says for each amount how sure it is, and for the whole whether it is final', () => {
    const standings = (bill: BuyersBill) => bill.lines.map(({ standing }) => standing)
    const { charges: _, ...withoutFees } = quote
    const duty = { quote: { ...withoutFees, charges: charges.slice(0, 1) } as Quote }
    const quoted = billOf('buyer', [], duty)
    expect(standings(quoted)).toEqual(['agreed', 'agreed', 'agreed', 'estimated'])
    expect(quoted.standing).toBe('expected')
    const assessed = billOf('buyer', [incurred('A00', '4.1')], duty)
    expect(standings(assessed).at(-1)).toBe('assessed')
    expect(assessed).toMatchObject({ standing: 'expected', importCharges: 'assessed' })
    const paid: NewCaseEvent = { type: 'debt-paid', data: { debtId: 'A00', how: 'deferment' } }
    const settled = billOf('buyer', [incurred('A00', '4.1'), paid], duty)
    expect(standings(settled).at(-1)).toBe('settled')
    expect(settled).toMatchObject({ standing: 'final', importCharges: 'settled' })
    expect(billOf('seller', [], duty).standing).toBe('final')
    expect(billOf('buyer', [], {}).standing).toBe('expected')
  })

  it('names the costs that the prices contain, with nothing to pay for them', () => {
    const { freight: _, ...silent } = consignment
    const linesUnder = (code: 'CIF' | 'CPT' | 'FCA', stated: Partial<typeof consignment> = {}) => {
      const sold = { ...silent, ...stated, incoterm: { code, place: 'Bristol' } }
      const bill = buyersBill({ consignment: sold, state: replay(record), events: record })
      return bill.lines.slice(2).map(({ text, amount }) => [text.en, text.zh, amount.amount])
    }
    const record = recorded(lodgedCaseEvents('LRN-1'))
    const inPrices = ['Freight, in the prices under CIF', '运费（按 CIF 已含在价格内）', '0']
    expect(linesUnder('CIF')[0]).toEqual(inPrices)
    expect(linesUnder('CIF')[1]?.[0]).toBe('Insurance, in the prices under CIF')
    expect(linesUnder('CIF', { freight: money('0', 'JPY') })[0]).toEqual(inPrices)
    expect(linesUnder('CPT')).toEqual([
      ['Freight, in the prices under CPT', '运费（按 CPT 已含在价格内）', '0'],
    ])
    expect(linesUnder('CPT', { freight: money('300', 'JPY') })).toEqual([
      ['Freight', '运费', '300'],
    ])
    expect(linesUnder('FCA')).toEqual([])
    expect(linesUnder('FCA', { freight: money('0', 'JPY') })).toEqual([['Freight', '运费', '0']])
  })

  it('follows a re-assessment up and down, also after customs was paid', () => {
    const paid: NewCaseEvent = { type: 'debt-paid', data: { debtId: 'A00', how: 'deferment' } }
    const raised = billOf('buyer', [
      incurred('A00', '4.1'),
      paid,
      { ...incurred('A00', '2.4'), data: { ...incurred('A00', '2.4').data, debtId: 'A00:2' } },
    ] as NewCaseEvent[])
    expect(raised.lines.filter(({ kind }) => kind === 'customs-duty')).toMatchObject([
      { standing: 'assessed', amount: money('2.40', 'GBP') },
      { standing: 'settled', amount: money('4.10', 'GBP') },
    ])
    expect(raised).toMatchObject({ standing: 'expected', importCharges: 'assessed' })
    expect(raised.total).toContainEqual(money('18.50', 'GBP'))
    const by = money('1.1', 'GBP')
    const lowered = billOf('buyer', [
      incurred('A00', '4.1'),
      { type: 'debt-reduced', data: { debtId: 'A00', by } },
    ])
    expect(inShort(lowered)).toContain('customs-duty 3.00 GBP')
    const refunded = billOf('buyer', [
      incurred('A00', '4.1'),
      paid,
      { type: 'debt-refunded', data: { debtId: 'A00', by } },
    ])
    expect(inShort(refunded)).toContain('customs-duty 3.00 GBP')
    expect(refunded.importCharges).toBe('settled')
  })

  it('takes an assessment that owes nothing for final, not for a quote', () => {
    const data = {
      ...{ assessmentId: 'a', versionId: '1', notificationId: 'n', differences: [] },
      lines: [
        { itemNumber: 1, taxType: 'B00', assessed: money('9', 'GBP'), payable: money('0', 'GBP') },
      ],
      payable: money('0', 'GBP'),
    }
    const notified = billOf('buyer', [{ type: 'assessment-notified', data }])
    expect(notified.importCharges).toBe('assessed')
    const relieved = billOf('buyer', [{ type: 'assessment-final', data }])
    expect(relieved.importCharges).toBe('settled')
    expect(inShort(relieved)).not.toContain('customs-duty 3.36 GBP')
  })

  it('shows what was assessed before it is owed', () => {
    const line = { itemNumber: 1, taxType: 'A00' }
    const data = {
      ...{ assessmentId: 'a', versionId: '1', notificationId: 'n', differences: [] },
      lines: ['1.5', '2.5'].map((amount) => ({
        ...{ ...line, assessed: money(amount, 'GBP'), payable: money(amount, 'GBP') },
      })),
      payable: money('4', 'GBP'),
    }
    const bill = billOf('buyer', [{ type: 'assessment-notified', data }])
    expect(inShort(bill)).toContain('customs-duty 4.00 GBP')
    expect(bill).toMatchObject({ standing: 'expected', importCharges: 'assessed' })
  })

  it('expects no duty of goods that were not let in', () => {
    const refused: NewCaseEvent = { type: 'entry-refused', data: { reason: 'counterfeit' } }
    const accepted: NewCaseEvent = { type: 'declaration-accepted', data: { mrn: '26GB' } }
    const bill = billOf('buyer', [accepted, refused], {})
    expect(bill).toMatchObject({ standing: 'final', importCharges: 'settled' })
  })

  it('shows goods, buying commission and freight apart, and duty as quoted so far', () => {
    const bill = billOf('buyer')
    expect(inShort(bill)).toEqual([
      'goods 5600 JPY',
      'buying-commission 900 JPY',
      'freight 1500 JPY',
      'customs-duty 3.36 GBP',
      'other-charge 12.00 GBP',
    ])
    expect(bill.importCharges).toBe('quoted')
    expect(bill.total).toEqual([money('8000', 'JPY'), money('15.36', 'GBP')])
    expect(bill.due).toEqual(bill.total)
  })

  it('shows duty and tax as customs has charged them, and what has been paid', () => {
    const bill = billOf('buyer', [
      incurred('A00', '4.1'),
      incurred('B00', '11.2'),
      incurred('A30', '1'),
      {
        type: 'charges-settled',
        data: { payer: 'buyer', amount: money('10', 'GBP'), reference: 'transfer 1' },
      },
    ])
    expect(bill.importCharges).toBe('assessed')
    expect(inShort(bill).slice(3)).toEqual([
      'customs-duty 4.10 GBP',
      'import-vat 11.20 GBP',
      'other-charge 1.00 GBP',
      'other-charge 12.00 GBP',
    ])
    expect(bill.lines.map(({ text }) => text.en)).toContain('Anti-dumping duty')
    expect(bill.paid).toEqual([money('10.00', 'GBP')])
    expect(bill.due).toEqual([money('8000', 'JPY'), money('18.30', 'GBP')])
  })

  it('leaves out duty and tax that another party bears', () => {
    const bill = billOf('seller', [incurred('A00', '4.1')])
    expect(bill.importChargesBorneBy).toBe('seller')
    expect(inShort(bill)).not.toContain('customs-duty 4.10 GBP')
  })

  it('leaves out what is not owed any more', () => {
    const bill = billOf('buyer', [
      incurred('A00', '4.1'),
      { type: 'debt-written-off', data: { debtId: 'A00', why: 'the entry ended as refused' } },
    ])
    expect(inShort(bill).filter((line) => line.includes('duty'))).toEqual([])
  })

  it('says that duty and tax are not known yet before there is a quote', () => {
    const bill = billOf('buyer', [], {})
    expect(bill.importCharges).toBe('not-known-yet')
    expect(bill.total).toEqual([money('8000', 'JPY')])
  })
})
