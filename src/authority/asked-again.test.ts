import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { handWrittenAmendment, handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
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
  readonly controls: readonly {
    readonly id: string
    readonly kind: string
    readonly state: string
  }[]
  readonly risk: readonly {
    readonly version: number
    readonly outcomes: readonly { readonly ruleId: string; readonly hit: boolean }[]
  }[]
  readonly history: readonly { readonly what: string }[]
}

interface Lodged {
  readonly conversation: string
  readonly mrn: string
}

/** Paid in cash, so that an accepted declaration waits for the cashier. */
const shoes = (price: string): H1Wishes => ({
  items: [
    {
      commodityCode: '6403999690',
      description: 'Men’s shoes, uppers of bovine leather, soles of rubber',
      paymentMethod: 'A',
      price,
      supplementaryQuantity: '20',
    },
  ],
})

async function lodge(wishes: H1Wishes, until: string): Promise<Lodged> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const conversation = conversationOf(response)
  const [first] = await authority.notifications(conversation, until)
  return { conversation, mrn: firstText(first, 'ID') ?? '' }
}

async function amendPrice({ mrn }: Lodged, amount: string): Promise<void> {
  const xml = handWrittenAmendment(mrn, {
    places: ['67A/68A#1/23A/79A/112'],
    body: `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><InvoiceLine><ItemChargeAmount currencyID="GBP">${amount}</ItemChargeAmount></InvoiceLine></Commodity></GovernmentAgencyGoodsItem></GoodsShipment>`,
  })
  const response = await authority.send('/customs/declarations/amend', xml)
  const [, answer] = await authority.notifications(conversationOf(response), '11')
  expect(firstText(answer, 'NameCode')).toBe('39')
}

async function act(mrn: string, path: string, body: object): Promise<void> {
  const answer = await authority.officer('POST', `/lodgements/${mrn}/${path}`, {
    officer: 'Ada',
    ...body,
  })
  expect(answer.status).toBe(200)
}

async function dossierOf(mrn: string): Promise<Dossier> {
  return (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as Dossier
}

function kindsOpen({ controls }: Dossier): readonly string[] {
  return controls.filter(({ state }) => state === 'open').map(({ kind }) => kind)
}

async function toldOf({ conversation }: Lodged, until: string): Promise<readonly string[]> {
  return (await authority.notifications(conversation, until)).map(functionCode)
}

describe('an accepted entry that is amended', () => {
  it('is selected when what it says now is what a rule looks for', async () => {
    const lodged = await lodge(shoes('1000.00'), '13')
    expect(kindsOpen(await dossierOf(lodged.mrn))).toEqual([])
    await amendPrice(lodged, '40.00')
    expect(await toldOf(lodged, '05')).toEqual(['01', '13', '13', '05'])
    const dossier = await dossierOf(lodged.mrn)
    expect(kindsOpen(dossier)).toEqual(['inspection'])
    expect(dossier.risk.map(({ version }) => version)).toEqual([1, 2])
    expect(dossier.history.map(({ what }) => what)).toContain('selected after a change')
  })

  it('is not examined twice for what was found in order, and is for what is new', async () => {
    const lodged = await lodge(shoes('40.00'), '05')
    const [inspection] = (await dossierOf(lodged.mrn)).controls
    await act(lodged.mrn, `inspections/${inspection!.id}/findings`, {
      findings: [{ sequence: 1, result: 'satisfied', reason: 'worn samples, as declared' }],
    })
    await amendPrice(lodged, '1000.00')
    await amendPrice(lodged, '40.00')
    const same = await dossierOf(lodged.mrn)
    expect(kindsOpen(same)).toEqual([])
    expect(same.history.at(-1)?.what).toBe('asked the rules again, nothing new')
    await amendPrice(lodged, '30.00')
    expect(kindsOpen(await dossierOf(lodged.mrn))).toEqual(['inspection'])
  })

  it('is one entry in the past of its parties', async () => {
    const entriesOf = async (): Promise<string | undefined> => {
      const { mrn } = await lodge(shoes('1000.00'), '13')
      const { risk } = (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as {
        risk: readonly { facts: { consignment: Readonly<Record<string, string>> } }[]
      }
      return risk[0]?.facts.consignment.exporterEntries
    }
    const lodged = await lodge(shoes('1000.00'), '13')
    const before = Number(await entriesOf())
    await amendPrice(lodged, '900.00')
    expect(Number(await entriesOf())).toBe(before + 1)
  })
})

describe('an entry that an officer corrects', () => {
  const toShoes = {
    reason: 'The labels say leather.',
    items: [
      {
        sequence: 1,
        commodityCode: '6403999690',
        itemPrice: { amount: '40.00', currency: 'GBP' },
        supplementaryQuantity: '20',
      },
    ],
  }
  const shirts: H1Wishes = { items: [{ paymentMethod: 'A' }] }

  it('is selected for what it is held to be', async () => {
    const lodged = await lodge(shirts, '13')
    await act(lodged.mrn, 're-assessments', toShoes)
    expect(await toldOf(lodged, '05')).toEqual(['01', '13', '07', '13', '05'])
    expect(kindsOpen(await dossierOf(lodged.mrn))).toEqual(['inspection'])
  })

  it('is not sent to be examined by whoever has just examined it', async () => {
    const lodged = await lodge(shirts, '13')
    await act(lodged.mrn, 'inspections', { reason: 'The labels are to be seen.' })
    const [inspection] = (await dossierOf(lodged.mrn)).controls
    await act(lodged.mrn, 're-assessments', { ...toShoes, inspectionId: inspection!.id })
    const dossier = await dossierOf(lodged.mrn)
    expect(kindsOpen(dossier)).toEqual([])
    expect(dossier.risk.at(-1)?.outcomes.some(({ hit }) => hit)).toBe(true)
  })
})
