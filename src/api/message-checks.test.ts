import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { ask } from '../../test/api-requests.ts'
import type { Problem } from './http/problem.ts'

const declaration = `<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
<FunctionCode>9</FunctionCode><FunctionalReferenceID>TW-1</FunctionalReferenceID><TypeCode>IMA</TypeCode>
<GoodsItemQuantity>2</GoodsItemQuantity><GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>
<GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure></GovernmentAgencyGoodsItem>
</GoodsShipment></Declaration></md:MetaData>`

describe('messages by themselves', () => {
  let api: TestApi
  let tenant: TestTenant
  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const post = (url: string, text: string) =>
    ask(api, tenant.keys.viewer, { method: 'POST', url, payload: { text } })

  it('are read', async () => {
    const text =
      '<Response><FunctionCode>11</FunctionCode><Status><NameCode>39</NameCode></Status></Response>'
    const answer = await post('/v1/messages/read', text)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toEqual({
      format: 'uk-cds-notification',
      kind: 'notification',
      functionCode: '11',
      outcome: 'granted',
      errors: [],
      taxes: [],
    })
  })

  it('are checked by the rules of a day', async () => {
    const answer = await post('/v1/messages/check?on=2026-11-23', declaration)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({ format: 'uk-cds-h1', valid: false })
    expect(answer.json<{ findings: object[] }>().findings).toContainEqual(
      expect.objectContaining({ id: 'item-count-agrees', line: 3, pointer: '/goodsItemQuantity' }),
    )
  })

  it.each(['/v1/messages/read', '/v1/messages/check'])(
    'that are not understood are refused by %s with the place, in both languages',
    async (url) => {
      const answer = await post(url, '<MetaData>\n<Response></MetaData>')
      expect(answer.statusCode).toBe(400)
      expect(answer.json<Problem>()).toMatchObject({
        type: '/problems/message-unreadable',
        failures: [
          {
            path: '/text',
            message: expect.stringMatching(/^Line 2, column \d+: /) as string,
            zh: { message: expect.stringMatching(/^第2行/) as string },
          },
        ],
      })
    },
  )

  it('with a document type or larger than the limit are refused', async () => {
    const dtd = await post('/v1/messages/read', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    expect(dtd.statusCode).toBe(400)
    const large = await post('/v1/messages/read', 'x'.repeat(4 * 1024 * 1024))
    expect(large.statusCode).toBe(413)
  })

  it('a day that does not exist is refused', async () => {
    const answer = await post('/v1/messages/check?on=2026-02-30', declaration)
    expect(answer.statusCode).toBe(400)
  })
})
