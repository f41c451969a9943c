import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import type { Dossier } from './store/dossier-store.ts'
import { handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
import { conversationOf, firstText, openAuthority, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  const before = await authority.officer('GET', '/risk-rules')
  const response = await authority.officer(
    'PUT',
    '/risk-rules',
    { officer: 'Head', rules: [watched], untried: 'switch on without trying' },
    { 'if-match': before.headers.get('etag') ?? '' },
  )
  expect(response.status).toBe(200)
})

afterAll(() => authority.close())

/** Two findings, and the third entry is looked at. */
const watched = {
  id: 'exporter-with-findings',
  name: 'Exporters of whom something was found',
  words: 'An officer looks at the entry.',
  condition: { consignment: [{ field: 'exporterFindings', isAtLeast: '1' }] },
  action: 'review',
  weight: 30,
  enabled: true,
  position: 10,
}

async function lodge(wishes: H1Wishes, until: string): Promise<string> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const [first] = await authority.notifications(conversationOf(response), until)
  return firstText(first, 'ID') ?? ''
}

async function act(mrn: string, what: string, body: object): Promise<number> {
  const path = `/lodgements/${mrn}/${what}`
  const response = await authority.officer('POST', path, { officer: 'Ada', ...body })
  return response.status
}

/** Paid in cash, so that it stays accepted until somebody pays. */
const ofOddGoods: H1Wishes = { exporterName: 'Odd Goods Ltd', items: [{ paymentMethod: 'A' }] }

it('an entry in which officers found something counts once against its parties, and others do not', async () => {
  const first = await lodge(ofOddGoods, '13')
  const correction = { items: [{ sequence: 1, netMassKg: '9.5' }], reason: 'Weighed.' }
  expect(await act(first, 're-assessments', correction)).toBeLessThan(300)
  expect(await act(first, 're-assessments', correction)).toBeLessThan(300)
  await lodge({ exporterName: 'Plain Goods Ltd' }, '09')
  const looked = await lodge({ ...ofOddGoods, exporterName: ' odd goods ltd ' }, '13')
  const response = await authority.officer('GET', `/lodgements/${looked}`)
  const dossier = (await response.json()) as Dossier
  const [evaluation] = dossier.risk
  expect(evaluation?.outcomes).toMatchObject([
    { ruleId: 'exporter-with-findings', hit: true, evidence: [{ value: '1' }] },
  ])
  expect(evaluation?.facts).toMatchObject({
    consignment: { exporterEntries: '1', exporterFindings: '1', declarantEntries: '2' },
  })
})
