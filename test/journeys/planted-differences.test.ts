import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Overview } from '../../src/api/overview.ts'
import type { CaseView } from '../../src/api/views/case-view.ts'
import type { ReferenceData } from '../../src/clearance/reference-data.ts'
import { copyAuthorityLaw } from '../authority-law.ts'
import { withBritishMeasures, withPercent } from '../planted-measures.ts'
import { sentDeclaration } from '../sent-declaration.ts'
import {
  arriveAndRelease,
  caseIn,
  type InstallationSettings,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'

// The two sides know the law each from its own data and speak only by messages. What one side has
// wrong therefore has to show on the other, with its cause, or one of them does not look.

const T_SHIRT = '6109100010'
const SPEAKER = '8518210000'
const SHOES = '6403999690'

describe('a difference planted on one side', () => {
  const closers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  })

  const install = async (settings: InstallationSettings = {}): Promise<Sides> => {
    const installation = await startTestInstallation(settings)
    closers.push(() => installation.close())
    return { installation, trader: await installation.addTenant('e-commerce-platform') }
  }

  /** A copy of the authority's tariff that a test may write into. */
  const tariffCopy = async (): Promise<string> => {
    const folder = await copyAuthorityLaw()
    closers.push(() => rm(folder, { recursive: true }))
    return join(folder, 'gb-tariff')
  }

  it("shows a wrong rate in the authority's tariff, with both rates", async () => {
    const folder = await tariffCopy()
    await changeLine(folder, T_SHIRT, (line) => line.replace(',0.12,', ',0.16,'))
    const { trader } = await install({ authorityTariffFolder: folder })

    const { assessment } = await clear(trader)

    const [duty, vat, ...others] = assessment!.differences
    expect(duty).toMatchObject({
      ...{ itemNumber: 1, taxType: 'A00', cause: 'rate-differs' },
      quoted: { amount: '6.95' },
      assessed: { amount: '9.26' },
    })
    expect(duty!.explanation.en).toBe('Customs charged 16% where gb-starter-2026-11 has 12%.')
    expect(vat).toMatchObject({ itemNumber: 1, taxType: 'B00', cause: 'follows-from-duty' })
    expect(others).toEqual([])
    // 2.31 more duty and a fifth of it in VAT, told on the start page as well.
    expect(await trader.client.get<Overview>('/v1/overview')).toMatchObject({
      releases: { count: 1, newest: [{}] },
      assessments: {
        ...{ count: 1, asQuoted: 0 },
        furthestApart: [{ difference: { amount: '2.77', currency: 'GBP' } }],
      },
    })
  })

  it('shows a wrong rate in our own tariff, with both rates', async () => {
    const { trader } = await install({ ourReference: withDuty(SHOES, '6.5') })

    const { assessment } = await clear(trader)

    const [duty] = assessment!.differences
    expect(duty).toMatchObject({ itemNumber: 3, taxType: 'A00', cause: 'rate-differs' })
    expect(duty!.explanation.en).toBe('Customs charged 8% where gb-starter-2026-11 has 6.5%.')
    expect(assessment!.differences).toHaveLength(2)
  })

  it('shows a later edition that the authority has and we have not', async () => {
    const folder = await tariffCopy()
    await addEdition(folder, '2021-06-01', `${SHOES},0.10,,,,,0.20,2021-06-01,,later`)
    const { trader } = await install({ authorityTariffFolder: folder })

    const { assessment } = await clear(trader)

    const [duty] = assessment!.differences
    expect(duty).toMatchObject({ itemNumber: 3, taxType: 'A00', cause: 'rate-differs' })
    expect(duty!.explanation.en).toBe('Customs charged 10% where gb-starter-2026-11 has 8%.')
    expect(assessment!.differences).toHaveLength(2)
  })

  it('shows an edition of the authority that has run out while we still use its code', async () => {
    const folder = await tariffCopy()
    await changeLine(folder, SPEAKER, (line) =>
      line.replace(',2021-01-01,,', ',2021-01-01,2021-06-01,'),
    )
    const { trader } = await install({ authorityTariffFolder: folder })

    const caseId = await declare(trader)
    const rejected = await caseIn(trader, caseId, 'preparing')

    expect(rejected.obstacles).toHaveLength(1)
    expect(rejected.obstacles[0]).toMatchObject({
      code: 'declaration-invalid',
      path: '/goodsShipment/goodsItems/1/commodity/classifications/0/code',
    })
    expect(rejected.obstacles[0]!.message).toMatch(
      /^CDS40013: Item 2: the tariff of [-\d]{10} has no commodity code 8518210000\.$/,
    )
  })

  it('has two swapped elements refused with their place and cause', async () => {
    const { installation, trader } = await install()
    const sent = await sentDeclaration(installation, trader, await declare(trader))
    const swapped = sent.replace(
      /(<TypeCode>IMD<\/TypeCode>)(\s*)(<GoodsItemQuantity>3<\/GoodsItemQuantity>)/,
      '$3$2$1',
    )
    expect(swapped).not.toBe(sent)
    const line = swapped.slice(0, swapped.indexOf('<TypeCode>IMD')).split('\n').length

    const answer = await lodge(installation, swapped)

    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(
      `line ${line}, /MetaData/Declaration/TypeCode: ` +
        'TypeCode stands after GoodsItemQuantity, but must stand before it',
    )
  })
})

interface Sides {
  readonly installation: TestInstallation
  readonly trader: TestTrader
}

async function clear(trader: TestTrader): Promise<CaseView> {
  const caseId = await declare(trader)
  return arriveAndRelease(trader, caseId)
}

async function declare(trader: TestTrader): Promise<string> {
  const order = await exampleOrder('marketplace-cn-gb')
  const { caseId } = await trader.client.post<{ readonly caseId: string }>('/v1/orders', order)
  await caseIn(trader, caseId, 'ready')
  await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
  return caseId
}

/** Our knowledge with another duty for one code, as a mistyped figure in the data would have it. */
function withDuty(code: string, percent: string) {
  return (shipped: ReferenceData): ReferenceData => ({
    ...shipped,
    quoting: {
      book: withBritishMeasures(shipped.quoting.book, (measures, of) =>
        of === code ? withPercent(measures, '103', percent) : measures,
      ),
    },
  })
}

async function changeLine(
  folder: string,
  code: string,
  change: (line: string) => string,
): Promise<void> {
  const path = join(folder, '2021-01-01.csv')
  const lines = (await readFile(path, 'utf8')).split('\n')
  const changed = lines.map((line) => (line.startsWith(`${code},`) ? change(line) : line))
  expect(changed, 'the planted line').not.toEqual(lines)
  await writeFile(path, changed.join('\n'))
}

async function addEdition(folder: string, name: string, line: string): Promise<void> {
  const [heading] = (await readFile(join(folder, '2021-01-01.csv'), 'utf8')).split('\n')
  await writeFile(join(folder, `${name}.csv`), `${heading}\n${line}\n`)
}

function lodge({ authorityUrl, authorityToken }: TestInstallation, xml: string): Promise<Response> {
  return fetch(`${authorityUrl}/customs/declarations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${authorityToken}`,
      accept: 'application/vnd.hmrc.3.0+xml',
      'content-type': 'application/xml; charset=UTF-8',
    },
    body: xml,
  })
}
