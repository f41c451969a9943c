import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import type { Assessment } from './assessment/assessment.ts'
import { DEFERMENT_ACCOUNT, handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
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
  readonly assessments: readonly { readonly data: Assessment }[]
  readonly register: { readonly state: string; readonly version: number }
  readonly controls: readonly {
    readonly id: string
    readonly kind: string
    readonly state: string
  }[]
  readonly risk: readonly { readonly outcomes: readonly { ruleId: string; hit: boolean }[] }[]
  readonly charges: readonly { readonly method: string; readonly amountGbp: string }[]
  readonly history: readonly { readonly what: string; readonly actor: string }[]
  readonly files: readonly { readonly reference: string; readonly fileName: string }[]
}

/** Lodges a declaration and waits for the notification that shows what the office did first. */
async function lodge(
  wishes: H1Wishes,
  until: string,
): Promise<{ conversation: string; mrn: string }> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const conversation = conversationOf(response)
  const notifications = await authority.notifications(conversation, until)
  return { conversation, mrn: firstText(notifications[0], 'ID') ?? '' }
}

async function dossierOf(mrn: string): Promise<Dossier> {
  return (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as Dossier
}

async function act(mrn: string, path: string, body: object): Promise<Response> {
  return authority.officer('POST', `/lodgements/${mrn}/${path}`, { officer: 'Ada', ...body })
}

const cheapShoes: H1Wishes = {
  items: [
    {
      commodityCode: '6403999690',
      description: 'Men’s shoes, uppers of bovine leather, soles of rubber',
      price: '40.00',
      supplementaryQuantity: '20',
    },
  ],
}

describe('an inspection', () => {
  it('is ordered by a risk rule and ends in a higher assessment', async () => {
    const { conversation, mrn } = await lodge(cheapShoes, '05')
    const selected = await dossierOf(mrn)
    const inspection = selected.controls[0]
    expect(inspection).toMatchObject({ kind: 'inspection', state: 'open' })
    expect(
      selected.risk[0]?.outcomes.filter((rule) => rule.hit).map((rule) => rule.ruleId),
    ).toEqual(['leather-shoes-undervalued-per-pair', 'leather-shoes-undervalued-per-kg'])
    const early = await act(mrn, 'release', { reason: 'too early' })
    expect(early.status).toBe(409)

    const findings = [
      {
        sequence: 1,
        result: 're-valued',
        reason: 'the seller’s shop asks 900 pounds for these shoes',
        itemPrice: { amount: '900.00', currency: 'GBP' },
      },
    ]
    const recorded = await act(mrn, `inspections/${inspection?.id}/findings`, { findings })
    expect(recorded.status).toBe(200)
    const reassessed = await act(mrn, 're-assessments', {
      reason: 'Price of identical goods',
      inspectionId: inspection?.id,
      items: [{ sequence: 1, itemPrice: { amount: '900.00', currency: 'GBP' } }],
    })
    expect(await reassessed.json()).toMatchObject({ version: 2 })

    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['01', '13', '05', '07', '13', '09'])
    const [, before, , result, after] = all
    expect(firstText(before, 'AdValoremTaxBaseAmount')).toBe('40.00')
    expect(firstText(after, 'AdValoremTaxBaseAmount')).toBe('900.00')
    expect(firstText(after, 'VersionID')).toBe('2')
    expect(result).toContain('<ChangeReasonCode>16</ChangeReasonCode>')
    expect(result).toContain('<DocumentSectionCode>79A</DocumentSectionCode><TagID>112</TagID>')
    expect(firstText(result, 'StatementDescription')).toBe('Price of identical goods')
    expect((await dossierOf(mrn)).charges).toMatchObject([{ method: 'E', amountGbp: '266.40' }])
  })

  it('lets the goods go when every item is as declared', async () => {
    const { conversation, mrn } = await lodge(cheapShoes, '05')
    const id = (await dossierOf(mrn)).controls[0]?.id
    const findings = [{ sequence: 1, result: 'satisfied', reason: 'worn samples, as declared' }]
    await act(mrn, `inspections/${id}/findings`, { findings })
    expect((await authority.notifications(conversation, '09')).map(functionCode)).toEqual([
      '01',
      '13',
      '05',
      '13',
      '09',
    ])
  })

  it('needs to know what an item should have been declared as', async () => {
    const { mrn } = await lodge(cheapShoes, '05')
    const id = (await dossierOf(mrn)).controls[0]?.id
    const findings = [{ sequence: 1, result: 're-classified', reason: 'they are boots' }]
    const response = await act(mrn, `inspections/${id}/findings`, { findings })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ failures: [{ code: 'fact-missing' }] })
  })
})

describe('a doubt about the origin', () => {
  it('takes the preference away, names the origin found, and charges the duty of third countries', async () => {
    const preferred = {
      paymentMethod: 'A',
      origin: 'PT',
      preferenceCode: '300',
      preferentialOrigin: 'EU',
      proof: 'U112',
    }
    const { conversation, mrn } = await lodge({ items: [preferred] }, '13')
    await act(mrn, 'inspections', { reason: 'The labels are to be seen.' })
    const id = (await dossierOf(mrn)).controls[0]?.id
    const found = { sequence: 1, originCountry: 'CN', preferenceCode: '100' }
    const finding = { ...found, result: 'origin-doubted', reason: 'Labelled as made in China.' }
    const recorded = await act(mrn, `inspections/${id}/findings`, { findings: [finding] })
    expect(recorded.status).toBeLessThan(300)
    const order = { reason: finding.reason, items: [found], inspectionId: id }
    expect((await act(mrn, 're-assessments', order)).status).toBeLessThan(300)
    const bodies = await authority.notifications(conversation, '07')
    const changed = bodies.find((body) => functionCode(body) === '07') ?? ''
    expect(changed).toContain('<DutyRegimeCode>100</DutyRegimeCode>')
    expect(changed).toContain(
      '<Origin><CountryCode>CN</CountryCode><TypeCode>1</TypeCode></Origin>',
    )
    const { assessments } = await dossierOf(mrn)
    // A thousand pounds of T-shirts: nothing under the preference, 12 % without.
    const duties = assessments.map(({ data }) =>
      data.items[0]?.taxLines.find(({ taxType }) => taxType === 'A00'),
    )
    expect(duties.map((duty) => duty?.payableGbp)).toEqual(['0.00', '120.00'])
  })
})

describe('a re-assessment', () => {
  const items = [{ sequence: 1, itemPrice: { amount: '900.00', currency: 'GBP' } }]

  it('refuses an item that was not declared, and changes nothing', async () => {
    const { mrn } = await lodge(cheapShoes, '05')
    const refused = await act(mrn, 're-assessments', {
      reason: 'Price of identical goods',
      items: [...items, { ...items[0], sequence: 7 }],
    })
    expect(refused.status).toBe(404)
    expect(await refused.json()).toMatchObject({
      failures: [{ code: 'not-found', path: '/items/1/sequence' }],
    })
    expect((await dossierOf(mrn)).register.version).toBe(1)
  })

  it('does not close a control that is no inspection', async () => {
    const { mrn } = await lodge({ items: [{ description: 'Gift' }] }, '06')
    const inspectionId = (await dossierOf(mrn)).controls[0]?.id
    const refused = await act(mrn, 're-assessments', {
      reason: 'Price of identical goods',
      inspectionId,
      items,
    })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      failures: [{ code: 'conflict', path: '/inspectionId' }],
    })
    const { register, controls } = await dossierOf(mrn)
    expect(register.version).toBe(1)
    expect(controls).toMatchObject([{ id: inspectionId, state: 'open' }])
  })
})

describe('a request for documents', () => {
  it('comes from a rule on vague descriptions, takes the files, and is closed by an officer', async () => {
    const { conversation, mrn } = await lodge({ items: [{ description: 'Gift' }] }, '06')
    const upload = await authority.send(
      '/customs/declarations/file-upload',
      `<FileUploadRequest xmlns="hmrc:fileupload"><DeclarationID>${mrn}</DeclarationID><FileGroupSize>1</FileGroupSize><Files><File><FileSequenceNo>1</FileSequenceNo><DocumentType>commercial invoice</DocumentType></File></Files></FileUploadRequest>`,
    )
    expect(upload.status).toBe(200)
    const href = firstText(await upload.text(), 'Href') ?? ''
    const form = new FormData()
    form.set('key', href.split('/').at(-1) ?? '')
    form.set('file', new Blob(['%PDF-1.7 test'], { type: 'application/pdf' }), 'invoice.pdf')
    expect((await fetch(href, { method: 'POST', body: form })).status).toBe(204)
    const again = new FormData()
    again.set('file', new Blob(['other']), 'other.pdf')
    expect((await fetch(href, { method: 'POST', body: again })).status).toBe(404)

    const dossier = await dossierOf(mrn)
    expect(dossier.files).toMatchObject([{ fileName: 'invoice.pdf' }])
    const file = await authority.officer('GET', `/files/${dossier.files[0]?.reference}`)
    expect(await file.text()).toBe('%PDF-1.7 test')
    await act(mrn, `controls/${dossier.controls[0]?.id}/closure`, { reason: 'papers in order' })
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['01', '13', '06', '13', '09'])
  })

  it('can stay open while the goods go: 08, and 09 once it is closed', async () => {
    const { conversation, mrn } = await lodge({ items: [{ description: 'Gift' }] }, '06')
    const id = (await dossierOf(mrn)).controls[0]?.id
    await act(mrn, 'release', { reason: 'original may follow', stayOpen: [id] })
    await authority.notifications(conversation, '08')
    await act(mrn, `controls/${id}/closure`, { reason: 'original has come' })
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['01', '13', '06', '13', '08', '09'])
  })
})

describe('a decision of an officer', () => {
  const copies: H1Wishes = { items: [{ marks: 'REPLICA watches 1-20' }] }

  it('refuses an entry that a rule put before them, once', async () => {
    const { conversation, mrn } = await lodge(copies, '13')
    const refused = await act(mrn, 'refusal', { reason: 'Counterfeit marks' })
    expect(await refused.json()).toMatchObject({ state: 'refused' })
    const last = (await authority.notifications(conversation, '10')).at(-1)
    expect(firstText(last, 'StatementCode')).toBe('R1')
    expect(firstText(last, 'StatementDescription')).toBe('Counterfeit marks')
    expect((await act(mrn, 'refusal', { reason: 'again' })).status).toBe(409)
    expect(
      (await act(mrn, 'disposal', { disposal: 'restored', reason: 'not possible' })).status,
    ).toBe(409)
    const disposed = await act(mrn, 'disposal', { disposal: 'destroyed', reason: 'at own cost' })
    expect(await disposed.json()).toMatchObject({ state: 'disposed' })
  })

  it('seizes goods', async () => {
    const { conversation, mrn } = await lodge(copies, '13')
    await act(mrn, 'seizure', { reason: 'Dangerous batteries' })
    const last = (await authority.notifications(conversation, '17')).at(-1)
    expect(firstText(last, 'StatementCode')).toBe('S1')
  })

  it('asks a question and goes on when it is answered', async () => {
    const { conversation, mrn } = await lodge(copies, '13')
    await act(mrn, 'questions', { question: 'Who holds the licence of the brand?' })
    const asked = (await authority.notifications(conversation, '51')).at(-1)
    expect(firstText(asked, 'StatementDescription')).toBe('Who holds the licence of the brand?')
    await act(mrn, 'release', { reason: 'licence shown' })
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['01', '13', '51', '13', '09'])
    expect((await dossierOf(mrn)).history.map((entry) => entry.what)).toContain('agreed to release')
  })
})

describe('payment', () => {
  it('waits for money on the account, reminds, and clears after a payment into it', async () => {
    const account = `/deferment-accounts/${DEFERMENT_ACCOUNT}`
    await authority.officer('PUT', account, { limitGbp: '0', state: 'active' })
    const { conversation } = await lodge({ items: [{ price: '500.00' }] }, '14')
    authority.clock.advance(2 * 86_400_000)
    const reminded = await authority.notifications(conversation, '15')
    const shortfall = reminded.at(-1)
    expect(firstText(shortfall, 'PaymentAmount')).toBe('172.00')
    expect(firstText(shortfall, 'ReferenceID')).toBe('SANDGB2LXXX')
    expect(shortfall).toContain(`<ReferenceID>${DEFERMENT_ACCOUNT}</ReferenceID>`)
    await authority.officer('POST', `${account}/payments`, { amountGbp: '100000' })
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['01', '13', '14', '15', '13', '09'])
    authority.clock.advance(-2 * 86_400_000)
    await authority.officer('PUT', account, { limitGbp: '1000000', state: 'active' })
  })

  it('in cash is waited for and recorded by the cashier', async () => {
    const { conversation, mrn } = await lodge({ items: [{ paymentMethod: 'A' }] }, '13')
    await act(mrn, 'payments', { amountGbp: '300.00', reference: 'first part' })
    await act(mrn, 'payments', { amountGbp: '44.00', reference: 'the rest' })
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['01', '13', '13', '09'])
  })

  it('postponed VAT is assessed and not charged', async () => {
    const { mrn } = await lodge({ postponedVatNumber: 'GB987654321' }, '09')
    expect((await dossierOf(mrn)).charges).toMatchObject([{ amountGbp: '120.00' }])
  })
})

describe('the queue and the rules', () => {
  it('lists by state and control, newest first, page by page', async () => {
    const page = async (query: string) =>
      (await (await authority.officer('GET', `/lodgements?${query}`)).json()) as {
        lodgements: { id: string; mrn: string; state: string; openControls: string[] }[]
        next?: string
      }
    const held = await page('openControl=inspection')
    expect(held.lodgements.length).toBeGreaterThan(0)
    expect(held.lodgements.every((line) => line.openControls.includes('inspection'))).toBe(true)
    const first = await page('limit=2')
    const second = await page(`limit=2&after=${first.next}`)
    expect(second.lodgements[0]!.id < first.lodgements[1]!.id).toBe(true)
  })

  it('tries rules on past lodgements before they are changed, under an ETag', async () => {
    const current = await authority.officer('GET', '/risk-rules')
    const { rules } = (await current.json()) as { rules: object[] }
    const cotton = {
      id: 'cotton-shirts',
      name: 'Cotton shirts',
      words: 'Every consignment with cotton shirts, to see the rule work.',
      condition: { anyItem: [{ field: 'commodityCode', startsWithOneOf: ['6109'] }] },
      action: 'inspect',
      weight: 30,
      enabled: true,
      position: 50,
    }
    const trial = await authority.officer('POST', '/risk-rules/dry-run', { rules: [cotton] })
    const { byRule } = (await trial.json()) as { byRule: { ruleId: string; hits: number }[] }
    expect(byRule[0]?.hits).toBeGreaterThan(0)

    const put = (wanted: readonly object[], tag: string | null) =>
      authority.officer(
        'PUT',
        '/risk-rules',
        { officer: 'Ada', rules: wanted },
        tag === null ? {} : { 'if-match': tag },
      )
    expect((await put([...rules, cotton], null)).status).toBe(428)
    const tag = current.headers.get('etag')
    const changed = await put([...rules, cotton], tag)
    expect(changed.status).toBe(200)
    await lodge({}, '05')
    expect((await put(rules, tag)).status).toBe(412)
    expect((await put(rules, changed.headers.get('etag'))).status).toBe(200)
    const broken = { ...cotton, condition: { anyItem: [{ field: 'shoeSize', is: '42' }] } }
    expect((await put([broken], tag)).status).toBe(400)
  })

  it('are changed by one of those who change them at the same time', async () => {
    const before = await authority.officer('GET', '/risk-rules')
    const { rules } = (await before.json()) as { rules: { weight: number }[] }
    const tag = { 'if-match': before.headers.get('etag') ?? '' }
    const answers = await Promise.all(
      [11, 12, 13, 14].map((weight) => {
        const heavier = rules.map((rule) => ({ ...rule, weight }))
        return authority.officer('PUT', '/risk-rules', { officer: 'Ada', rules: heavier }, tag)
      }),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
    await authority.officer('PUT', '/risk-rules', { officer: 'Ada', rules }, { 'if-match': '*' })
  })

  it.each([
    ['a list with nothing on it', { field: 'description', containsOneOf: [] }],
    ['a limit of amount for a text', { field: 'description', isBelow: '8' }],
    ['a list of words for an amount', { field: 'customsValueGbp', isOneOf: ['8'] }],
    ['a field without a test', { field: 'description' }],
  ])('refuse a rule that has %s', async (_what, test) => {
    const before = await (await authority.officer('GET', '/risk-rules')).json()
    const rule = {
      id: 'never-hits',
      name: 'Never hits',
      words: 'A rule that could hold for nothing or for everything.',
      condition: { anyItem: [test] },
      action: 'inspect',
      weight: 30,
      enabled: true,
      position: 60,
    }
    const put = await authority.officer(
      'PUT',
      '/risk-rules',
      { officer: 'Ada', rules: [rule] },
      { 'if-match': '*' },
    )
    expect(put.status).toBe(400)
    expect(await (await authority.officer('GET', '/risk-rules')).json()).toEqual(before)
  })

  it('is closed to those without the officer token', async () => {
    const response = await fetch(`${authority.url}/officers/lodgements`)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})
