import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { DEFERMENT_ACCOUNT, handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
import { sendPaper } from './testing/send-paper.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from './testing/trader.ts'

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
})

afterAll(() => authority.close())

interface Dossier {
  readonly register: {
    readonly state: string
    readonly version: number
    readonly paymentState: string
  }
  readonly securities: readonly {
    readonly id: string
    readonly state: string
    readonly takenGbp: string | null
    readonly lines: readonly object[]
  }[]
  readonly charges: readonly { readonly method: string; readonly amountGbp: string }[]
  readonly controls: readonly { readonly id: string; readonly kind: string }[]
  readonly possibleActs: readonly string[]
  readonly history: readonly { readonly what: string; readonly actor: string }[]
}

interface Lodged {
  readonly conversation: string
  readonly mrn: string
}

async function lodge(wishes: H1Wishes): Promise<Lodged> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const conversation = conversationOf(response)
  const [first] = await authority.notifications(conversation, '13')
  return { conversation, mrn: firstText(first, 'ID') ?? '' }
}

async function act(mrn: string, path: string, body: object): Promise<Response> {
  return authority.officer('POST', `/lodgements/${mrn}/${path}`, { officer: 'Ada', ...body })
}

async function dossierOf(mrn: string): Promise<Dossier> {
  return (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as Dossier
}

async function owed(): Promise<string> {
  const { accounts } = (await (await authority.officer('GET', '/deferment-accounts')).json()) as {
    accounts: readonly { readonly number: string; readonly owedGbp: string }[]
  }
  return accounts.find(({ number }) => number === DEFERMENT_ACCOUNT)?.owedGbp ?? ''
}

async function told({ conversation }: Lodged, until: string): Promise<readonly string[]> {
  return authority.notifications(conversation, until)
}

function sumsByMethod({ charges }: Dossier): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { method, amountGbp } of charges) {
    sums[method] = Math.round(((sums[method] ?? 0) + Number(amountGbp)) * 100) / 100
  }
  return sums
}

/** Held by a review, so that an officer has time; customs value 1,000 pounds, duty 12 %, VAT 20 %. */
const watched: H1Wishes = { exporterName: 'Replica World Ltd' }

const doubt = {
  typeCode: 'MOD',
  reason: 'The price is far below that of like goods.',
  items: [{ sequence: 1, itemPrice: { amount: '2000.00', currency: 'GBP' } }],
}

async function released(): Promise<Lodged & { readonly securityId: string }> {
  const lodged = await lodge(watched)
  expect((await act(lodged.mrn, 'securities', doubt)).status).toBe(200)
  expect((await act(lodged.mrn, 'release', { reason: 'on security' })).status).toBe(200)
  await told(lodged, '08')
  const [security] = (await dossierOf(lodged.mrn)).securities
  return { ...lodged, securityId: security!.id }
}

const DAY = 86_400_000

function foundAt(amount: string) {
  return { reason: 'as found', items: [{ sequence: 1, itemPrice: { amount, currency: 'GBP' } }] }
}

async function releasedForCash(): Promise<Lodged & { readonly securityId: string }> {
  const lodged = await lodge({ ...watched, items: [{ paymentMethod: 'A' }] })
  await act(lodged.mrn, 'securities', doubt)
  await act(lodged.mrn, 'release', { reason: 'on security' })
  await act(lodged.mrn, 'payments', { amountGbp: '688.00', reference: 'receipt' })
  await told(lodged, '08')
  const [security] = (await dossierOf(lodged.mrn)).securities
  return { ...lodged, securityId: security!.id }
}

/** The dossier once the payment stands so. */
async function dossierWith(mrn: string, paymentState: string): Promise<Dossier> {
  let dossier = await dossierOf(mrn)
  await expect
    .poll(async () => (dossier = await dossierOf(mrn)).register.paymentState, { timeout: 10_000 })
    .toBe(paymentState)
  return dossier
}

describe('security', () => {
  it('lets goods go that are doubted, by what each tax would cost more', async () => {
    const lodged = await lodge(watched)
    const preview = await authority.officer(
      'POST',
      `/lodgements/${lodged.mrn}/securities/preview`,
      {
        typeCode: 'MOD',
        items: doubt.items,
      },
    )
    expect(((await preview.json()) as { lines: object[] }).lines).toHaveLength(2)
    const before = Number(await owed())
    await act(lodged.mrn, 'securities', doubt)
    await act(lodged.mrn, 'release', { reason: 'on security' })
    const all = await told(lodged, '08')
    expect(all.map(functionCode)).toEqual(['01', '13', '07', '13', '08'])
    expect(all[2]).toContain('<DocumentSectionCode>94A</DocumentSectionCode><TagID>107</TagID>')
    expect(all[3]).toContain(
      '<DutyTaxFee><TypeCode>MOD</TypeCode><Payment><TaxAssessedAmount currencyID="GBP">344.00</TaxAssessedAmount></Payment></DutyTaxFee>',
    )
    const dossier = await dossierOf(lodged.mrn)
    expect(dossier.register).toMatchObject({ state: 'released', version: 2 })
    expect(dossier.securities).toMatchObject([
      {
        state: 'held',
        lines: [
          { sequence: 1, taxType: 'A00', method: 'R', amountGbp: '120.00' },
          { sequence: 1, taxType: 'B00', method: 'R', amountGbp: '224.00' },
        ],
      },
    ])
    expect(sumsByMethod(dossier)).toEqual({ E: 344, R: 344 })
    expect(Number(await owed()) - before).toBe(688)
    expect(dossier.possibleActs).toEqual(['release-security', 'take-security', 'penalise'])
  })

  it('goes back when the doubt is gone, and the file is closed', async () => {
    const lodged = await released()
    const before = Number(await owed())
    const reason = 'The invoice and the payment agree.'
    const answer = await act(lodged.mrn, `securities/${lodged.securityId}/release`, { reason })
    expect(answer.status).toBe(200)
    const all = await told(lodged, '09')
    expect(all.slice(5).map(functionCode)).toEqual(['13', '09'])
    expect(all[5]).not.toContain('<TypeCode>MOD</TypeCode>')
    expect(firstText(all[5], 'StatementDescription')).toBe(reason)
    expect(firstText(all[5], 'VersionID')).toBe('3')
    const dossier = await dossierOf(lodged.mrn)
    expect(dossier.securities).toMatchObject([{ state: 'released', takenGbp: '0.00' }])
    expect(sumsByMethod(dossier)).toEqual({ E: 344, R: 0 })
    expect(Number(await owed()) - before).toBe(-344)
    const again = await act(lodged.mrn, `securities/${lodged.securityId}/release`, { reason })
    expect(again.status).toBe(409)
  })

  it('becomes duty as far as the doubt was right, and the rest goes back', async () => {
    const lodged = await released()
    const before = Number(await owed())
    const answer = await act(lodged.mrn, `securities/${lodged.securityId}/taking`, {
      reason: 'Like goods cost 1,500 pounds.',
      items: [{ sequence: 1, itemPrice: { amount: '1500.00', currency: 'GBP' } }],
    })
    expect(answer.status).toBe(200)
    const all = await told(lodged, '09')
    expect(all.slice(5).map(functionCode)).toEqual(['07', '13', '09'])
    expect(firstText(all[6], 'PaymentAmount')).toBe('180.00')
    const dossier = await dossierOf(lodged.mrn)
    expect(dossier.securities).toMatchObject([{ state: 'taken', takenGbp: '172.00' }])
    expect(sumsByMethod(dossier)).toEqual({ E: 516, R: 0 })
    expect(Number(await owed()) - before).toBe(-172)
  })

  it('is not taken for nothing', async () => {
    const lodged = await released()
    const taken = await act(
      lodged.mrn,
      `securities/${lodged.securityId}/taking`,
      foundAt('1000.00'),
    )
    expect(taken.status).toBe(409)
    expect((await dossierOf(lodged.mrn)).securities).toMatchObject([{ state: 'held' }])
  })

  it('is taken whole where more is owed, and the rest is charged to the account', async () => {
    const lodged = await released()
    const before = Number(await owed())
    await act(lodged.mrn, `securities/${lodged.securityId}/taking`, foundAt('3000.00'))
    const all = await told(lodged, '09')
    expect(all.slice(5).map(functionCode)).toEqual(['07', '13', '09'])
    const dossier = await dossierOf(lodged.mrn)
    expect(dossier.securities).toMatchObject([{ state: 'taken', takenGbp: '344.00' }])
    expect(sumsByMethod(dossier)).toEqual({ E: 1032, R: 0 })
    expect(Number(await owed()) - before).toBe(344)
  })

  it('leaves the file open until an account has room for what is demanded beside it', async () => {
    const lodged = await released()
    const limit = (limitGbp: string) =>
      authority.officer('PUT', `/deferment-accounts/${DEFERMENT_ACCOUNT}`, {
        ...{ officer: 'Head', limitGbp, state: 'active' },
      })
    expect((await limit('1.00')).status).toBe(200)
    await act(lodged.mrn, `securities/${lodged.securityId}/taking`, foundAt('3000.00'))
    await told(lodged, '14')
    const open = await dossierOf(lodged.mrn)
    expect(open.register).toMatchObject({ state: 'released' })
    expect(sumsByMethod(open)).toEqual({ E: 688, R: 0 })
    await limit('1000000.00')
    await told(lodged, '09')
    expect(sumsByMethod(await dossierOf(lodged.mrn))).toEqual({ E: 1032, R: 0 })
  })

  it('leaves a demand in cash that is reminded of, recovered and closed once it is paid', async () => {
    const lodged = await releasedForCash()
    await act(lodged.mrn, `securities/${lodged.securityId}/taking`, foundAt('3000.00'))
    const demanded = await dossierWith(lodged.mrn, 'awaiting-cash')
    expect(demanded.register.state).toBe('released')
    expect(sumsByMethod(demanded)).toEqual({ A: 688, M: 0 })
    expect(demanded.possibleActs).toEqual(['record-payment', 'penalise'])
    expect(demanded.history.map(({ what }) => what)).toContain('demanded payment')
    authority.clock.advance(11 * DAY)
    await lodge({})
    expect((await dossierWith(lodged.mrn, 'overdue')).register.state).toBe('released')
    authority.clock.advance(35 * DAY)
    await lodge({})
    await dossierWith(lodged.mrn, 'referred')
    const paid = { amountGbp: '344.00', reference: 'receipt C18' }
    expect((await act(lodged.mrn, 'payments', paid)).status).toBe(200)
    await told(lodged, '09')
    expect(sumsByMethod(await dossierOf(lodged.mrn))).toEqual({ A: 1032, M: 0 })
    authority.clock.advance(-46 * DAY)
    expect((await act(lodged.mrn, 'payments', paid)).status).toBe(409)
  })

  it('is paid at the counter where the taxes are, and paid back there', async () => {
    const lodged = await lodge({ ...watched, items: [{ paymentMethod: 'A' }] })
    await act(lodged.mrn, 'securities', doubt)
    await act(lodged.mrn, 'release', { reason: 'on security' })
    await act(lodged.mrn, 'payments', { amountGbp: '344.00', reference: 'receipt 1' })
    expect((await dossierOf(lodged.mrn)).register.state).toBe('accepted')
    await act(lodged.mrn, 'payments', { amountGbp: '344.00', reference: 'receipt 2' })
    await told(lodged, '08')
    const held = await dossierOf(lodged.mrn)
    expect(sumsByMethod(held)).toEqual({ A: 344, M: 344 })
    const { id } = held.securities[0]!
    await act(lodged.mrn, `securities/${id}/release`, { reason: 'as declared' })
    await told(lodged, '09')
    expect(sumsByMethod(await dossierOf(lodged.mrn))).toEqual({ A: 344, M: 0 })
  })

  it('is not required where the doubt costs nothing, twice for an item, or for what the office does not know', async () => {
    const { mrn } = await lodge(watched)
    const cheaper = [{ sequence: 1, itemPrice: { amount: '10.00', currency: 'GBP' } }]
    expect((await act(mrn, 'securities', { ...doubt, items: cheaper })).status).toBe(409)
    expect((await act(mrn, 'securities', { ...doubt, typeCode: 'XYZ' })).status).toBe(404)
    expect((await act(mrn, 'securities', doubt)).status).toBe(200)
    expect((await act(mrn, 'securities', doubt)).status).toBe(409)
    const reassessed = await act(mrn, 're-assessments', { reason: 'as well', items: doubt.items })
    expect(reassessed.status).toBe(409)
  })

  it('ends with an entry that is refused, and nothing stays with the office', async () => {
    const { mrn } = await lodge({ ...watched, items: [{ paymentMethod: 'A' }] })
    await act(mrn, 'securities', doubt)
    await act(mrn, 'payments', { amountGbp: '688.00', reference: 'receipt 3' })
    await act(mrn, 'refusal', { reason: 'A copy of a brand.' })
    const dossier = await dossierOf(mrn)
    expect(dossier.securities).toMatchObject([{ state: 'released' }])
    expect(sumsByMethod(dossier)).toEqual({ A: 0 })
  })
})

describe('security in an office that decides by itself', () => {
  const LANE_SECONDS = 3_600
  const LIMIT_SECONDS = 10 * 86_400

  async function releasedOnItsOwn(typeCode: string) {
    await authority.set({ decisions: 'by-officers' })
    const lodged = await lodge(watched)
    await act(lodged.mrn, 'securities', { ...doubt, typeCode })
    await act(lodged.mrn, 'release', { reason: 'on security' })
    await told(lodged, '08')
    await authority.set({
      ...{ decisions: 'by-office', yellowLaneSeconds: LANE_SECONDS },
      documentRequestSeconds: LIMIT_SECONDS,
    })
    return lodged
  }

  it('goes back once the time for looking has gone by, where no paper is awaited', async () => {
    const lodged = await releasedOnItsOwn('MOD')
    await lodge({})
    expect((await dossierOf(lodged.mrn)).securities).toMatchObject([{ state: 'held' }])
    authority.clock.advance(LANE_SECONDS * 1000)
    await lodge({})
    const all = await told(lodged, '09')
    expect(all.slice(5).map(functionCode)).toEqual(['13', '09'])
    const { securities, history } = await dossierOf(lodged.mrn)
    expect(securities).toMatchObject([{ state: 'released', decidedBy: 'office' }])
    expect(history).toContainEqual(
      expect.objectContaining({ what: 'released security', actor: 'office' }),
    )
  })

  it('goes back after a proof that was awaited has come, and is taken where none has', async () => {
    const [proven, unproven] = [await releasedOnItsOwn('MDP'), await releasedOnItsOwn('MDP')]
    await sendPaper(authority, proven.mrn)
    authority.clock.advance(LANE_SECONDS * 1000)
    await lodge({})
    await told(proven, '09')
    expect((await dossierOf(proven.mrn)).securities).toMatchObject([{ state: 'released' }])
    expect((await dossierOf(unproven.mrn)).securities).toMatchObject([{ state: 'held' }])
    authority.clock.advance(LIMIT_SECONDS * 1000)
    await lodge({})
    const all = await told(unproven, '09')
    expect(all.slice(5).map(functionCode)).toEqual(['07', '13', '09'])
    const dossier = await dossierOf(unproven.mrn)
    expect(dossier.securities).toMatchObject([{ state: 'taken', takenGbp: '344.00' }])
    expect(sumsByMethod(dossier)).toEqual({ E: 688, R: 0 })
  })

  it('is taken with what was wanted in writing and has not come', async () => {
    await authority.set({ decisions: 'by-officers' })
    const lodged = await lodge(watched)
    await act(lodged.mrn, 'document-requests', { wanted: ['Invoice'], reason: 'To see the price.' })
    await told(lodged, '06')
    await act(lodged.mrn, 'securities', doubt)
    const wanted = (await dossierOf(lodged.mrn)).controls.find(({ kind }) => kind === 'documents')
    const stayOpen = [wanted?.id]
    await act(lodged.mrn, 'release', { reason: 'on security', stayOpen })
    await told(lodged, '08')
    await authority.set({ decisions: 'by-office', documentRequestSeconds: LIMIT_SECONDS })
    authority.clock.advance((LIMIT_SECONDS + LANE_SECONDS) * 1000)
    await lodge({})
    await told(lodged, '09')
    const { securities, controls } = await dossierOf(lodged.mrn)
    expect(securities).toMatchObject([{ state: 'taken' }])
    expect(controls.find(({ kind }) => kind === 'documents')).toMatchObject({
      outcome: { result: 'not-satisfied' },
    })
  })
})
