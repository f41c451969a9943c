import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { statusQueries } from '../../src/exchange/uk-cds/status-queries.ts'
import {
  type ConnectorUnderTest,
  openConnectorUnderTest,
} from '../hmrc-service/connector-under-test.ts'
import { errorBody } from '../hmrc-service/hmrc-service.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

let under: ConnectorUnderTest

beforeAll(async () => {
  under = await openConnectorUnderTest()
})
afterAll(() => under.close())
beforeEach(() => under.reset())
/** Every request that any test has led to is held against HMRC's own contracts. */
afterEach(() => expect(under.breaches()).toEqual([]))

const queries = () =>
  statusQueries(under.connection(), under.exchange.tenantId, { take: () => Promise.resolve() })

const root = '/customs/declarations-information'

describe('a question about a declaration', () => {
  it('is asked by DUCR and by MRN of what was lodged', async () => {
    await under.connectBusiness()
    await under.commit()
    await under.attempt()
    const { ducr, mrn } = under.hmrc.taken[0]!
    const known = { kind: 'answered', value: [{ mrn, version: 1, roe: '6', ics: '14' }] }
    expect(await queries().status('ducr', ducr)).toMatchObject(known)
    expect(await queries().status('mrn', mrn)).toMatchObject(known)
  })

  it('about one that HMRC does not have is answered so, and only with its own code', async () => {
    await under.connectBusiness()
    expect(await queries().status('mrn', '26GB99999999999999')).toEqual({ kind: 'not-known' })
    const body = errorBody('MATCHING_RESOURCE_NOT_FOUND')
    under.hmrc.faults.push({ on: `GET ${root}/`, answer: { status: 404, body } })
    expect(await queries().status('mrn', '26GB99999999999999')).toMatchObject({
      ...{ kind: 'no-answer', httpStatus: 404 },
    })
  })

  it.each([
    [400, errorBody('CDS60002'), { kind: 'refused' }],
    [500, errorBody('INTERNAL_SERVER_ERROR'), { kind: 'no-answer', httpStatus: 500 }],
    [200, '<html>', { kind: 'no-answer', httpStatus: 200 }],
    [403, errorBody('INVALID_SCOPE'), { kind: 'no-answer', httpStatus: 403 }],
  ])('that is answered with %i is understood', async (status, body, understood) => {
    await under.connectBusiness()
    under.hmrc.faults.push({ on: `GET ${root}/`, answer: { status, body } })
    expect(await queries().status('mrn', '26GB99999999999999')).toMatchObject(understood)
  })

  it('that is answered with 429 keeps everybody from asking, on every node', async () => {
    await under.connectBusiness()
    const { connection, exchange } = under
    const turns = { take: () => Promise.resolve() }
    const heeding = () => statusQueries(connection(), exchange.tenantId, turns, exchange)
    const answer = {
      ...{ status: 429, body: errorBody('MESSAGE_THROTTLED_OUT') },
      headers: { 'retry-after': '30' },
    }
    under.hmrc.faults.push({ on: `GET ${root}/`, answer })
    const wanted = '26GB99999999999999'
    expect(await heeding().status('mrn', wanted)).toMatchObject({ httpStatus: 429 })
    expect(await heeding().status('mrn', wanted)).toMatchObject({ retryAfterSeconds: 30 })
    await under.commit()
    await under.attempt()
    expect(under.hmrc.requests).toHaveLength(1)
    exchange.clock.advance(31_000)
    await under.attempt()
    expect(under.hmrc.taken).toHaveLength(1)
    expect(await heeding().status('mrn', wanted)).toEqual({ kind: 'not-known' })
  })

  it('of a business that has given no permission is not asked', async () => {
    expect(await queries().status('mrn', '26GB99999999999999')).toMatchObject({
      ...{ kind: 'no-answer', waitsFor: 'connection' },
    })
    expect(under.hmrc.requests).toEqual([])
  })
})

describe.skipIf(!hasSharedMaterial)(
  hasSharedMaterial ? "HMRC's own examples" : `HMRC's own examples: ${sharedMaterialAbsent}`,
  () => {
    const answers = async (path: string, example: string) => {
      await under.connectBusiness()
      under.hmrc.information.set(`${root}/${path}`, exampleOf(example))
      return queries()
    }

    it('of a status by UCR', async () => {
      const asked = await answers('ucr/9GB010969918000-5A8BD3F/status', 'UcrStatus')
      expect(await asked.status('ucr', '9GB010969918000-5A8BD3F')).toMatchObject({
        kind: 'answered',
        value: [
          {
            ...{ mrn: '20GB52P2RHNIEFGVR5', version: 1, ics: '22', typeCode: 'IMZ' },
            releasedAt: '2020-05-07T20:36:08Z',
            references: [{ type: 'DCR', id: '8GB796458895018-G27F2A' }],
          },
        ],
      })
    })

    it('of a status by inventory reference, which may hold anything', async () => {
      const path = 'inventory-reference/GB%2F1234-%3A3333HZ/status'
      const asked = await answers(path, 'InventoryReferenceStatus')
      expect(await asked.status('inventory-reference', 'GB/1234-:3333HZ')).toMatchObject({
        ...{ kind: 'answered', value: [{ version: 1 }] },
      })
    })

    it('of the versions of a declaration', async () => {
      const asked = await answers('mrn/18GB9JLC3CU1LFGVR2/version', 'MrnVersion')
      expect(await asked.versions('18GB9JLC3CU1LFGVR2')).toMatchObject({
        kind: 'answered',
        value: [
          {
            ...{ mrn: '18GB9JLC3CU1LFGVR2', version: 1, lrn: '20GBAKZ81EQJ2WXYZ' },
            createdAt: '2020-07-15T12:30:00Z',
          },
        ],
      })
    })

    it('of a search', async () => {
      const asked = await answers('search', 'Search')
      const found = await asked.search({ declarationCategory: 'ALL', dateFrom: '2021-04-09' })
      expect(found).toMatchObject({
        kind: 'answered',
        value: { page: 1, pages: 1, total: 1, declarations: [{ mrn: '18GB9JLC3CU1LFGVR2' }] },
      })
    })

    it('of a whole declaration, which is handed on as it is', async () => {
      const mrn = '20GB52P19SNIHX8PA6'
      await under.connectBusiness()
      under.hmrc.information.set(`${root}/mrn/${mrn}/full`, '<p:DeclarationFullResponse/>')
      expect(await queries().full(mrn, 2)).toEqual({
        kind: 'answered',
        value: Buffer.from('<p:DeclarationFullResponse/>'),
      })
    })
  },
)

/** The text of an example in HMRC's contract, which stands there indented. */
function exampleOf(name: string): string {
  const file = sharedPath('messages', 'cds', 'openapi-declarations-information-2.0.yaml')
  const text = readFileSync(file, 'utf8').replaceAll('\r', '')
  const heading = `\n    CustomsDeclarationsInformation${name}ResponseExample:`
  const block = text.slice(text.indexOf(heading) + heading.length)
  const value = block.slice(block.indexOf('value: |') + 'value: |'.length)
  return value.slice(0, /\n {4}\S|\n {2}\S/.exec(value)?.index).trim()
}
