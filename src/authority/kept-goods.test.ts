import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { letterOffice } from './testing/letter-office.ts'
import type { H1Wishes } from './testing/hand-written-h1.ts'
import { functionCode, openAuthority, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority
let office: ReturnType<typeof letterOffice>

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  office = letterOffice(authority)
})

afterAll(() => authority.close())

/** Held by a review, so that an officer has time; two items of 1,000 pounds, duty 12 %, VAT 20 %. */
const twoItems: H1Wishes = { exporterName: 'Replica World Ltd', items: [{}, {}] }

const keep = { as: 'detained', reason: 'They bear a mark that is doubted.' }

async function heldEntry(): Promise<{ readonly mrn: string; readonly conversation: string }> {
  return office.lodge(twoItems, '13')
}

async function owedOn(mrn: string): Promise<number> {
  const money = (await office.moneyOf(mrn)).map((line) => Number(line.slice(2)))
  return Math.round(money.reduce((sum, amount) => sum + amount, 0) * 100) / 100
}

async function noticesAbout(mrn: string): Promise<readonly { readonly notice?: object }[]> {
  const { changes } = await office.box.changes('0', 1000)
  return (changes as readonly { mrn?: string; notice?: object }[]).filter(
    (change) => change.mrn === mrn && change.notice !== undefined,
  )
}

async function released(items: readonly object[]) {
  const entry = await heldEntry()
  expect((await office.onEntry(entry.mrn, 'kept-goods', { ...keep, items })).status).toBe(200)
  await office.onEntry(entry.mrn, 'release', { reason: 'the rest is in order' })
  await authority.notifications(entry.conversation, '09')
  return entry
}

describe('goods that are kept back', () => {
  it('leave the declaration, and the rest goes and is charged alone', async () => {
    const { mrn, conversation } = await released([{ sequence: 2 }])
    const told = await authority.notifications(conversation, '09')
    expect(told.map(functionCode)).toEqual(['01', '13', '07', '13', '09'])
    expect(told[2]).toContain('They bear a mark that is doubted.')
    expect(told[3]).not.toContain('<SequenceNumeric>2</SequenceNumeric>')
    expect(await owedOn(mrn)).toBe(344)
    expect(await noticesAbout(mrn)).toMatchObject([
      {
        notice: {
          ...{ kind: 'kept-goods', mrn, number: 1, standing: 'detained', version: 2 },
          items: [{ sequence: 2 }],
          reason: keep.reason,
          law: 'Customs and Excise Management Act 1979, section 139(1)',
        },
      },
    ])
  })

  it('may be some pieces of an item, by their share', async () => {
    const { mrn } = await released([{ sequence: 1, kept: '1', of: '4' }])
    // Three quarters of 344 and the whole of the other item.
    expect(await owedOn(mrn)).toBe(602)
    const { declaration } = await office.dossierOf(mrn)
    expect(declaration.items[0]).toMatchObject({ keptBack: { kept: '1', of: '4' } })
  })

  it('are declared and charged again when they are given back', async () => {
    const { mrn, conversation } = await released([{ sequence: 2 }])
    const decision = { becomes: 'restored', reason: 'The holder of the mark has agreed.' }
    expect((await office.onEntry(mrn, 'kept-goods/1/decision', decision)).status).toBe(200)
    expect(await owedOn(mrn)).toBe(688)
    const told = await authority.notifications(conversation, '09')
    expect(told.map(functionCode).slice(5)).toEqual(['07', '13'])
    expect((await noticesAbout(mrn)).at(-1)).toMatchObject({
      notice: { standing: 'restored', version: 3, reason: decision.reason },
    })
    const again = await office.onEntry(mrn, 'kept-goods/1/decision', decision)
    expect(again.status).toBe(409)
  })

  it('are forfeited only after they were seized', async () => {
    const { mrn } = await released([{ sequence: 2 }])
    const decide = (becomes: string) =>
      office.onEntry(mrn, 'kept-goods/1/decision', { becomes, reason: 'They are copies.' })
    expect((await decide('forfeited')).status).toBe(409)
    expect((await decide('seized')).status).toBe(200)
    expect((await decide('destroyed')).status).toBe(200)
    const standings = (await noticesAbout(mrn)).map(
      ({ notice }) => (notice as { standing: string }).standing,
    )
    expect(standings).toEqual(['detained', 'seized', 'destroyed'])
    expect(await owedOn(mrn)).toBe(344)
  })

  it('come back by a review that cancels the decision', async () => {
    const { mrn } = await released([{ sequence: 2 }])
    const thread = await office.written(office.appeal(mrn, { decision: 'seizure' }))
    const cancel = { outcome: 'cancelled', reasons: 'The mark is their own.' }
    expect((await office.onThread(thread, 'decision', cancel)).status).toBe(200)
    expect(await owedOn(mrn)).toBe(688)
    expect((await noticesAbout(mrn)).at(-1)).toMatchObject({ notice: { standing: 'restored' } })
  })

  it('are not all of the goods, and no more than there are', async () => {
    const { mrn } = await heldEntry()
    const kept = (items: readonly object[]) => office.onEntry(mrn, 'kept-goods', { ...keep, items })
    expect((await kept([{ sequence: 1 }, { sequence: 2 }])).status).toBe(409)
    expect((await kept([{ sequence: 1, kept: '5', of: '4' }])).status).toBe(400)
    expect((await kept([{ sequence: 1, kept: '5' }])).status).toBe(400)
    expect((await kept([{ sequence: 3 }])).status).toBe(404)
    expect((await kept([{ sequence: 1 }, { sequence: 1 }])).status).toBe(400)
    expect((await kept([{ sequence: 1 }])).status).toBe(200)
    expect((await kept([{ sequence: 1 }])).status).toBe(409)
    const items = [{ sequence: 1, netMassKg: '1' }]
    const corrected = await office.onEntry(mrn, 're-assessments', { reason: 'Lighter.', items })
    expect(corrected.status).toBe(409)
  })
})
