import { beforeAll, describe, expect, it } from 'vitest'

import { consolidatedOrders } from '../../../test/agent-orders.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { exampleProfile } from '../../../test/shipped-examples.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { joinOrders } from '../../customs/consignment/join-orders.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import { readReferenceData, type ReferenceData, referenceParts } from '../reference-data.ts'
import { isReady, prepare } from './prepare.ts'
import { britishBook } from '../../../test/british-book.ts'

const on = localDate('2026-09-10')
const whole = valueOf(
  joinOrders(consolidatedOrders, undefined, {
    reference: 'NRT-9-1',
    packages: { count: 1, type: 'CT' },
  }),
)

describe('what is said to be missing', () => {
  let reference: ReferenceData
  let profile: TraderProfile

  beforeAll(async () => {
    reference = valueOf(
      readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
    )
    profile = await exampleProfile('purchasing-agent')
  })

  const missingOf = (consignment: Consignment) =>
    prepare({ consignment, profile, on, reference }).failures.map(({ code, path }) => [code, path])

  it('names what the quote and what the declaration needs at once', () => {
    const { freight: _, packages: __, ...rest } = whole
    const { identity: ___, ...transport } = whole.transport
    const [{ grossWeightKg: ____, ...first }, ...others] = rest.goodsItems as [
      Consignment['goodsItems'][number],
      ...Consignment['goodsItems'],
    ]
    const missing = missingOf({ ...rest, transport, goodsItems: [first, ...others] })
    expect(missing).toEqual(
      expect.arrayContaining([
        ['fact-missing', '/freight'],
        ['fact-missing', '/packages'],
        ['fact-missing', '/transport/identity'],
        ['fact-missing', '/goodsItems/0/grossWeightKg'],
      ]),
    )
    expect(new Set(missing.map(String)).size).toBe(missing.length)
  })

  it('warns of what the rules on declarations would have looked at, once for each place', () => {
    const { declarationCodes } = reference
    const nothingListed = { isComplete: false, has: () => false }
    const lists = { ...declarationCodes.lists, currencies: nothingListed }
    const unlisted = { ...reference, declarationCodes: { ...declarationCodes, lists } }
    const known = prepare({ consignment: whole, profile, on, reference })
    const doubted = prepare({ consignment: whole, profile, on, reference: unlisted })
    expect([isReady(known), isReady(doubted)]).toEqual([true, true])
    expect(known.warnings).toEqual([])
    expect(new Set(doubted.warnings.map(({ rule }) => rule))).toEqual(
      new Set(['code-listed-currency']),
    )
    for (const { message } of doubted.warnings) expect(message.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it('decides the parties though no figure can be given yet', () => {
    const { freight: _, ...consignment } = whole
    const { quote, lane, parties } = prepare({ consignment, profile, on, reference })
    expect(quote).toBeUndefined()
    expect(lane?.lane).toBe('gb-h1-low-value')
    expect(parties?.importerOfRecord.value.role).toBe('buyer')
  })

  it('asks for nothing further where no declaration of ours could come of it', () => {
    const { packages: _, ...consignment } = whole
    const deliverTo = { ...consignment.deliverTo, country: 'FR' }
    const missing = missingOf({ ...consignment, deliverTo })
    expect(missing.map(([code]) => code)).toContain('not-covered')
    expect(missing).not.toContainEqual(['fact-missing', '/packages'])
  })
})
