import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { handWrittenExport, handWrittenMovement } from './testing/hand-written-export.ts'
import { DECLARANT } from './testing/hand-written-h1.ts'
import { letterOffice } from './testing/letter-office.ts'
import { conversationOf, firstText, openAuthority, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority
let office: ReturnType<typeof letterOffice>

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  office = letterOffice(authority)
})

afterAll(() => authority.close())

const DAY = 86_400_000
const destroyed = {
  ...{ basis: 'rejected', isVatReclaimed: false, reason: 'Soles came off.' },
  goods: [{ goodsItem: 1, returned: '5', of: '20' }],
  destruction: { certificate: 'D-77', on: '2026-09-09' },
}

function claimFor(mrn: string, changes: object = {}) {
  return { kind: 'repayment-claim', mrn, claim: { ...destroyed, ...changes } }
}

const decide = (thread: string, decision: object) =>
  office.onThread(thread, 'decision', { reasons: 'The certificate was seen.', ...decision })

describe('a claim for repayment', () => {
  it('gives back the share of duty and VAT for what was destroyed, and leaves what was owed', async () => {
    const { mrn } = await office.revaluedShoes()
    const thread = await office.written(claimFor(mrn))
    expect((await decide(thread, { outcome: 'accepted' })).status).toBe(200)
    // A quarter of 72.00 duty and of 194.40 VAT.
    expect(await office.moneyOf(mrn)).toEqual(['E -66.60', 'E 266.40'])
    const { notice } = (await office.box.changes('0', 1000)).changes.at(-1) as { notice?: object }
    expect(notice).toMatchObject({
      ...{ kind: 'repayment', claim: thread },
      lines: [
        { taxType: 'A00', amountGbp: '18.00', method: 'E' },
        { taxType: 'B00', amountGbp: '48.60', method: 'E' },
      ],
    })
  })

  it('leaves the VAT to the return of a registered business, and may be granted in part', async () => {
    const { mrn } = await office.revaluedShoes()
    const thread = await office.written(claimFor(mrn, { isVatReclaimed: true }))
    expect((await decide(thread, { outcome: 'accepted-in-part' })).status).toBe(400)
    const goods = [{ goodsItem: 1, returned: '2', of: '20' }]
    expect((await decide(thread, { outcome: 'accepted-in-part', goods })).status).toBe(200)
    expect(await office.moneyOf(mrn)).toEqual(['E -7.20', 'E 266.40'])
  })

  it('does not make a later correction charge again what came back', async () => {
    const { mrn } = await office.revaluedShoes()
    await decide(await office.written(claimFor(mrn)), { outcome: 'accepted' })
    const correction = {
      items: [{ goodsItem: 1, what: 'customs-value', declared: '900', correct: '1000' }],
      reason: 'A second invoice.',
    }
    const told = await office.written({ kind: 'voluntary-correction', mrn, correction })
    const items = [{ sequence: 1, itemPrice: { amount: '1000.00', currency: 'GBP' } }]
    await decide(told, { outcome: 'accepted', items })
    // 8 % of 1000 and VAT on 1080 are 296.00, so 29.60 more than before.
    expect(await office.moneyOf(mrn)).toEqual(['E -66.60', 'E 29.60', 'E 266.40'])
  })

  it('is not taken without proof, for more than there was, or about an open file', async () => {
    const { mrn } = await office.revaluedShoes()
    const { destruction: _, ...withoutProof } = destroyed
    const send = async (letter: object) => (await office.send(letter)).json()
    expect(await send({ kind: 'repayment-claim', mrn, claim: withoutProof })).toMatchObject({
      path: '/claim/exportMrn',
    })
    const goods = [{ goodsItem: 1, returned: '21', of: '20' }]
    expect(await send(claimFor(mrn, { goods }))).toMatchObject({ path: '/claim/goods/0/returned' })
    const open = await office.lodge({ exporterName: 'Replica World Ltd' }, '13')
    expect(await send(claimFor(open.mrn))).toMatchObject({ path: '/mrn' })
  })

  it('shows the officer what the register of exports says of the one that it names', async () => {
    const { mrn } = await office.revaluedShoes({ importer: DECLARANT })
    const other = await office.revaluedShoes()
    const shown = async (exportMrn: string, about = mrn) => {
      const { destruction: _, ...named } = { ...destroyed, exportMrn }
      const thread = await office.written({ kind: 'repayment-claim', mrn: about, claim: named })
      return (await office.atDesk(thread)).claimedExport
    }
    const unknown = { isKnown: false, hasLeft: false, isOfImporter: false }
    expect(await shown('26GB000000000000X9')).toEqual(unknown)
    expect(await shown(mrn)).toEqual(unknown)
    const ducr = `6${DECLARANT}-BACK1`
    const answer = await authority.send(
      '/customs/declarations',
      handWrittenExport({ lrn: 'BACK-1', ducr, typeCode: 'EXA' }),
    )
    const conversation = conversationOf(answer)
    const told = await authority.notifications(conversation, '09')
    const exportMrn = firstText(told[0], 'ID') ?? ''
    expect(await shown(exportMrn)).toEqual({ isKnown: true, hasLeft: false, isOfImporter: true })
    expect(await shown(exportMrn, other.mrn)).toMatchObject({ isOfImporter: false })
    for (const movement of ['EAL', 'EDL'] as const) {
      const moved = await authority.send(
        '/customs/inventory-linking/exports',
        handWrittenMovement(movement, { ducr }),
      )
      await authority.notifications(conversationOf(moved), '')
    }
    await authority.notifications(conversation, '16')
    expect(await shown(exportMrn)).toEqual({ isKnown: true, hasLeft: true, isOfImporter: true })
  })

  it('has its last day by its basis', async () => {
    const { mrn } = await office.revaluedShoes()
    authority.clock.advance(91 * DAY)
    const withdrawn = await office.send(claimFor(mrn, { basis: 'withdrawn' }))
    expect(await withdrawn.json()).toMatchObject({ code: 'too-late' })
    expect((await office.send(claimFor(mrn))).status).toBe(201)
    authority.clock.advance(-91 * DAY)
  })
})
