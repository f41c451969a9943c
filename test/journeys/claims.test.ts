import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseView } from '../../src/api/views/case-view.ts'
import type { ReferenceData } from '../../src/clearance/reference-data.ts'
import type { Order, OrderLine } from '../../src/customs/order/order.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import type { Measure } from '../../src/customs/measures/measure.ts'
import { decimal } from '../../src/customs/money/decimal.ts'
import { copyAuthorityLaw } from '../authority-law.ts'
import { withBritishMeasures } from '../planted-measures.ts'
import { sentDeclaration } from '../sent-declaration.ts'
import {
  arriveAndRelease,
  caseIn,
  type InstallationSettings,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'

// A claim lowers what is charged, so both sides have to agree that the law gives it: the trader, who
// quotes it, and the authority, which knows the law from its own data. Each test has its own office.

const T_SHIRT = '6109100010'
const SHOES = '6403999690'

describe('what goods claim', () => {
  const closers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  })

  const install = async (settings: InstallationSettings = {}): Promise<Sides> => {
    const installation = await startTestInstallation(settings)
    closers.push(() => installation.close())
    const profile = await exampleProfile('e-commerce-platform')
    const trader = await installation.addTenant('e-commerce-platform', {
      ...profile,
      exporterRegistrations: [registration],
    })
    return { installation, trader }
  }

  /** The authority's law with one of its files changed. */
  const authorityWith = async (
    name: string,
    change: (text: string) => string,
  ): Promise<InstallationSettings> => {
    const folder = await copyAuthorityLaw()
    closers.push(() => rm(folder, { recursive: true }))
    const file = join(folder, name)
    const text = await readFile(file, 'utf8')
    const changed = change(text)
    expect(changed, 'the planted text').not.toBe(text)
    await writeFile(file, changed)
    return { authorityDataFolder: folder }
  }

  describe('of VAT', () => {
    it("brings young children's clothes to release with no VAT, and their duty charged", async () => {
      const { trader } = await install()

      const released = await clear(trader, await hand(trader, childrensClothes))

      expect(released.quote!.dueAtImport).toEqual({ amount: '24.36', currency: 'GBP' })
      const { lines, differences, payable } = released.assessment!
      expect(differences).toEqual([])
      expect(payable.amount).toBe('24.36') // 203.00 x 12 %
      expect(
        lines.map(({ taxType, ratePercent, assessed }) => [taxType, ratePercent, assessed.amount]),
      ).toEqual([
        ['A00', '12.00', '24.36'],
        ['B00', '0.00', '0.00'],
      ])
    })

    it('stops a claim that the law does not give the goods before anything is declared', async () => {
      const { trader } = await install()
      const caseId = await hand(trader, { commodityCode: SHOES, vatRelief: 'VATZ' })

      const stopped = await caseIn(trader, caseId, 'preparing')

      expect(stopped.obstacles).toMatchObject([
        { code: 'invalid-input', path: '/goodsItems/0/vatRelief' },
      ])
      await expect(declare(trader, caseId)).rejects.toThrow(/cannot be declared/)
    })

    it('is refused by the authority where our data give it to goods that cannot have it', async () => {
      const { trader } = await install({ ourReference: withZeroRate(SHOES) })
      const caseId = await hand(trader, { commodityCode: SHOES, vatRelief: 'VATZ' })
      await caseIn(trader, caseId, 'ready')
      await declare(trader, caseId)

      const rejected = await caseIn(trader, caseId, 'preparing')

      expect(rejected.obstacles.map(({ message }) => message)).toContain(
        `CDS40013: Item 1: there is no VAT rate under VATZ for ${SHOES}.`,
      )
    })

    it('is refused by an authority whose law gives it no longer', async () => {
      const { trader } = await install(
        await authorityWith('vat-claims.csv', (text) =>
          text.replace(new RegExp(`^VATZ,${T_SHIRT},.*\\n`, 'm'), ''),
        ),
      )
      const caseId = await hand(trader, childrensClothes)
      await caseIn(trader, caseId, 'ready')
      await declare(trader, caseId)

      const rejected = await caseIn(trader, caseId, 'preparing')

      expect(rejected.obstacles[0]!.message).toContain(`no VAT rate under VATZ for ${T_SHIRT}`)
    })

    it('shows with both rates where the authority gives another one for it', async () => {
      const { trader } = await install(
        await authorityWith('vat-claims.csv', (text) =>
          text.replace(`VATZ,${T_SHIRT},0,`, `VATZ,${T_SHIRT},0.05,`),
        ),
      )

      const { assessment } = await clear(trader, await hand(trader, childrensClothes, {}))

      expect(assessment!.differences).toMatchObject([
        { itemNumber: 1, taxType: 'B00', cause: 'rate-differs' },
      ])
      expect(assessment!.differences[0]!.explanation.en).toMatch(/^Customs charged 5% where /)
    })
  })

  describe('of origin', () => {
    const fromItaly = {
      commodityCode: SHOES,
      origin: 'IT',
      preference: { agreement: 'gb-eu-tca', proof: 'statement-on-origin', reference: 'INV' },
    }

    const sign = (trader: TestTrader, caseId: string) =>
      trader.client.post(`/v1/cases/${caseId}/preference-statement/sign`, {
        agreement: 'gb-eu-tca',
        signature: {
          signatory: 'Giulia Ferraro',
          place: 'Fermo',
          signedOn: new Date().toISOString().slice(0, 10),
        },
      })

    it('brings goods to release without duty once their exporter has stated it', async () => {
      const { installation, trader } = await install()
      const caseId = await handFromItaly(trader, fromItaly)
      const waiting = await caseIn(trader, caseId, 'preparing')
      expect(waiting.obstacles.map(({ path }) => path)).toEqual(['/documents/preference-statement'])
      await sign(trader, caseId)

      const released = await clear(trader, caseId)

      const { lines, differences } = released.assessment!
      expect(differences).toEqual([])
      expect(lines[0]).toMatchObject({ taxType: 'A00', ratePercent: '0.00' })
      expect(released.assessment!.payable.amount).toBe('40.6') // 203.00 x 20 %
      const sent = await sentDeclaration(installation, trader, caseId)
      expect(sent).toContain('<DutyRegimeCode>300</DutyRegimeCode>')
      expect(sent).toMatch(/<CountryCode>EU<\/CountryCode>\s*<TypeCode>2<\/TypeCode>/)
      expect(sent).toMatch(/<CategoryCode>U<\/CategoryCode>\s*<ID>BW-INV-20418<\/ID>/)
    })

    it('is refused by an authority that has no such preference', async () => {
      const { trader } = await install(
        await authorityWith('preferences.json', (text) =>
          text.replace('"from": "2021-01-01"', '"from": "2021-01-01", "until": "2022-01-01"'),
        ),
      )
      const caseId = await handFromItaly(trader, fromItaly)
      await sign(trader, caseId)
      await caseIn(trader, caseId, 'ready')
      await declare(trader, caseId)

      const rejected = await caseIn(trader, caseId, 'preparing')

      expect(rejected.obstacles[0]!.message).toMatch(
        /^CDS40013: Item 1: there is no rate under preference 300 for origin EU on [-\d]{10}\.$/,
      )
    })

    it('shows with both rates where the authority charges another duty under it', async () => {
      const { trader } = await install(
        await authorityWith('preferences.json', (text) =>
          text.replace('"dutyAdValorem": "0"', '"dutyAdValorem": "0.04"'),
        ),
      )
      const caseId = await handFromItaly(trader, fromItaly)
      await sign(trader, caseId)

      const { assessment } = await clear(trader, caseId)

      const [duty, vat] = assessment!.differences
      expect(duty).toMatchObject({ taxType: 'A00', cause: 'rate-differs' })
      expect(duty!.explanation.en).toBe('Customs charged 4% where gb-starter-2026-11 has 0%.')
      expect(vat).toMatchObject({ taxType: 'B00', cause: 'follows-from-duty' })
    })
  })
})

interface Sides {
  readonly installation: TestInstallation
  readonly trader: TestTrader
}

/** So that the limit of value need not be converted at a rate of the day. */
const registration = {
  exporterName: 'Calzaturificio Brentana S.r.l.',
  number: 'ITREX12345678901',
  agreement: 'gb-eu-tca',
  validFrom: '2025-01-01',
} as NonNullable<TraderProfile['exporterRegistrations']>[number]

const childrensClothes: Partial<OrderLine> = {
  description: "Children's T-shirt, knitted, 100% cotton, for ages 4 to 5",
  commodityCode: T_SHIRT,
  vatRelief: 'VATZ',
}

/** Hands in an order whose maker in Italy sells and sends it from there. */
function handFromItaly(trader: TestTrader, change: Partial<OrderLine>): Promise<string> {
  const inFermo = { lines: ['4 Via del Porto'], city: 'Fermo', postcode: '63900', country: 'IT' }
  return handOrder(trader, [change], (order) => ({
    ...order,
    seller: { ...order.seller, name: registration.exporterName, address: inFermo },
    shipFrom: inFermo,
  }))
}

function hand(trader: TestTrader, ...changes: readonly Partial<OrderLine>[]): Promise<string> {
  return handOrder(trader, changes, (order) => order)
}

/** Hands in an order of lines at 189.00 GBP each, which together cost 14.00 GBP to carry. */
async function handOrder(
  trader: TestTrader,
  changes: readonly Partial<OrderLine>[],
  sold: (order: Order) => Order,
): Promise<string> {
  const order = await exampleOrder('marketplace-cn-gb')
  const shoes = order.lines.find(({ commodityCode }) => commodityCode === SHOES)!
  const unitPrice = { amount: '189.00', currency: 'GBP' } as OrderLine['unitPrice']
  const lines: Order['lines'] = changes.map((change) => ({ ...shoes, unitPrice, ...change }))
  const { caseId } = await trader.client.post<{ readonly caseId: string }>('/v1/orders', {
    ...sold(order),
    lines,
  })
  return caseId
}

function declare(trader: TestTrader, caseId: string): Promise<unknown> {
  return trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
}

async function clear(trader: TestTrader, caseId: string): Promise<CaseView> {
  await caseIn(trader, caseId, 'ready')
  await declare(trader, caseId)
  return arriveAndRelease(trader, caseId)
}

/** Our knowledge with a VAT rate that the law does not give these goods. */
function withZeroRate(code: string) {
  return (shipped: ReferenceData): ReferenceData => ({
    ...shipped,
    quoting: {
      book: withBritishMeasures(shipped.quoting.book, (measures, of) =>
        of === code ? [...measures, zeroRate(measures.at(-1)!)] : measures,
      ),
    },
  })
}

function zeroRate(duty: Measure): Measure {
  const additionalCode = { code: 'VATZ' }
  const expression = [{ kind: 'ad-valorem', percent: decimal('0') }] as const
  return { ...duty, id: 'planted-zero-rate', type: '305', additionalCode, expression }
}
