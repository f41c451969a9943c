import { describe, expect, it } from 'vitest'

import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { NewCaseEvent } from '../../clearance/events/case-event.ts'
import { replay } from '../../clearance/evolve.ts'
import { money } from '../../customs/money/money.ts'
import { changedCharges } from './changed-charges.ts'

/** A case that was quoted GBP 224.00 and assessed otherwise, borne by the given party. */
function changeOf(
  assessed: string,
  causes: readonly string[],
  { payer = 'buyer', before = [] }: { payer?: string; before?: readonly NewCaseEvent[] } = {},
) {
  const events = lodgedCaseEvents('LRN-1').map((event) =>
    event.type === 'parties-decided'
      ? { ...event, data: { ...event.data, payer: payer as 'buyer' } }
      : event,
  )
  const payable = money(assessed, 'GBP')
  const record = recorded([
    ...events,
    { type: 'declaration-accepted', data: { mrn: '26GB1' } },
    ...before,
    {
      type: 'assessment-notified',
      data: {
        assessmentId: 'a',
        notificationId: 'a',
        versionId: '1',
        lines: [{ itemNumber: 1, taxType: 'B00', assessed: payable, payable }],
        payable,
        differences: causes.map((cause) => ({
          ...{ itemNumber: 1, taxType: 'B00', quoted: money('224.00', 'GBP'), assessed: payable },
          cause,
          explanation: { en: 'Item 1 ...', zh: '第1项……' },
        })),
      },
    },
  ])
  return changedCharges(replay(record), record)
}

describe('charges that came out otherwise', () => {
  it('are told with both amounts and each reason once, in plain words', () => {
    const change = changeOf('260.40', ['value-differs', 'value-differs', 'follows-from-duty'])
    expect(change).toMatchObject({
      expected: money('224.00', 'GBP'),
      charged: money('260.40', 'GBP'),
    })
    expect(change?.why.map(({ en }) => en)).toEqual([
      'Customs counts the goods at another value than the papers said.',
    ])
  })

  it('say first that customs has looked at the goods, where it has', () => {
    const examined: NewCaseEvent = { type: 'examination-ordered', data: { controlId: 'c' } }
    const change = changeOf('260.40', ['extra-line'], { before: [examined] })
    expect(change?.why.map(({ en }) => en)).toEqual([
      'Customs has looked at the goods.',
      expect.stringContaining('another rate') as string,
    ])
  })

  it('have a reason even where the cause has an unknown name', () => {
    expect(changeOf('1.00', ['a-cause-of-later-times'])?.why).toHaveLength(1)
  })

  it('are nothing where the amount is as expected or the shopper does not bear it', () => {
    expect(changeOf('224.00', [])).toBeUndefined()
    expect(changeOf('260.40', ['value-differs'], { payer: 'seller' })).toBeUndefined()
  })
})
