import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Quote } from '../../src/customs/quote/quote.ts'
import { dataFile } from '../gb-reference-data.ts'
import { exampleOrder } from '../shipped-examples.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { run } from '../terminal.ts'
import {
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

const title = hasSharedMaterial
  ? 'a case is quoted from an imported tariff'
  : `a case is quoted from an imported tariff: ${sharedMaterialAbsent}`

/** Asses stand in the recorded body, and not in the starter tariff that comes with the program. */
const ASSES = '0101300000'
const SHIRTS = '6109100010'
const { tariffs } = dataFile('tariff/editions.json') as {
  readonly tariffs: readonly { readonly territory: string; readonly id: string }[]
}
const starter = tariffs.find(({ territory }) => territory === 'GB')!.id
const body = sharedPath('data', 'uk', 'api-responses', `api_uk_commodities_${ASSES}.json`)

describe.skipIf(!hasSharedMaterial)(title, () => {
  let installation: TestInstallation
  let platform: TestTrader

  beforeAll(async () => {
    installation = await startTestInstallation()
    platform = await installation.addTenant('e-commerce-platform')
  })
  afterAll(() => installation.close())

  const tariff = async (...words: readonly string[]): Promise<string> => {
    const url = installation.databaseOwnerUrl
    const environment = { DATABASE_URL: url, DATABASE_APP_URL: url }
    const { exitCode, stdout, stderr } = await run(['tariff', ...words], { environment })
    expect([exitCode, stderr]).toEqual([0, ''])
    return stdout
  }

  /** The example order with the goods of its lines declared by other codes. */
  const orderOf = async (reference: string, ...codes: readonly string[]) => {
    const order = await exampleOrder('marketplace-cn-gb')
    const unitPrice = { amount: '100.00', currency: 'GBP' }
    const lines = codes.map((commodityCode, index) => {
      return { ...order.lines[index]!, commodityCode, unitPrice }
    })
    return { ...order, reference, lines }
  }

  /** The quote of the case that an order becomes, or the codes of what stands in its way. */
  const quoteOfCase = async (order: object): Promise<Quote | readonly string[]> => {
    const { client } = platform
    const { caseId } = await client.post<{ readonly caseId: string }>('/v1/orders', order)
    for (;;) {
      const { quote, obstacles } = await client.get<{
        readonly quote?: object
        readonly obstacles: readonly { readonly code: string }[]
      }>(`/v1/cases/${caseId}`)
      if (quote !== undefined) return client.get<Quote>(`/v1/cases/${caseId}/quote`)
      if (obstacles.length > 0) return obstacles.map(({ code }) => code)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  it('once the edition is in, which the quote names; before that the goods are not known', async () => {
    expect(await quoteOfCase(await orderOf('before', ASSES))).toContain('unknown-commodity-code')
    await tariff('import', 'uk-trade-tariff', body, '--effective', '2025-07-14')
    expect(await tariff('editions')).toMatch(/uk-2025-07-14/)
    await installation.takeInEditions()

    const quote = (await quoteOfCase(await orderOf('after', ASSES))) as Quote
    expect(quote.inputs.tariffEditions).toEqual(['uk-2025-07-14'])
    const duty = quote.charges.find(({ kind }) => kind === 'customs-duty')!
    // Three at 100.00, carriage 12.40 and insurance 1.60: 314.00 x 6 %.
    expect(duty).toMatchObject({
      rate: { text: '6%', edition: 'uk-2025-07-14' },
      amount: { amount: '18.84', currency: 'GBP' },
    })
  })

  it('with goods that the edition does not hold, for which the starter tariff stands in', async () => {
    const quote = (await quoteOfCase(await orderOf('both', ASSES, SHIRTS))) as Quote
    expect(quote.inputs.tariffEditions.toSorted()).toEqual([starter, 'uk-2025-07-14'].toSorted())
    const rates = quote.charges
      .filter(({ kind }) => kind === 'customs-duty')
      .map(({ rate }) => [rate?.text, rate?.edition])
    expect(rates).toEqual([
      ['6%', 'uk-2025-07-14'],
      ['12%', starter],
    ])
  })
})
