import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { run } from '../../test/terminal.ts'
import type { Declaration } from '../customs/declaration/declaration.ts'
import { readDeclaration } from '../customs/formats/uk-cds/read-declaration.ts'
import { money } from '../customs/money/money.ts'
import type { Order } from '../customs/order/order.ts'
import { checkoutFolder } from '../platform/checkout.ts'

const example = (name: string): string => join(checkoutFolder, 'examples', `${name}.json`)
const order = JSON.parse(readFileSync(example('shop-gb-us'), 'utf8')) as Order
const byProfile = ['--profile', example('trader-profile-platform')]
const words = ['declare', ...byProfile, '--on', '2026-09-01', '--lrn', 'HW-1', '--format']
const { exit } = order
if (exit === undefined) throw new Error('the example is no export')

function declare(format: string, changes: Partial<Order> = {}) {
  return run([...words, format], { stdin: JSON.stringify({ ...order, ...changes }) })
}

async function declared(changes: Partial<Order> = {}): Promise<Declaration> {
  const { stdout, stderr, exitCode } = await declare('uk-cds-b1', changes)
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  const read = readDeclaration(new TextEncoder().encode(stdout))
  if (!read.ok) throw new Error(read.failures[0].message)
  return read.value
}

const valuesOf = ({ goodsShipment }: Declaration) =>
  goodsShipment?.goodsItems?.map(({ statisticalValue }) => statisticalValue?.amount)

describe('declare, of goods that leave', () => {
  test('writes the full export declaration of an order, each time the same', async () => {
    expect(await declared()).toMatchObject({
      typeCode: 'EXD',
      exitOffice: { id: 'GB000084' },
      exporter: { id: 'GB614830275000' },
      declarant: { id: 'GB731905284000' },
      agent: { functionCode: '2' },
      goodsShipment: {
        consignee: { name: 'Harborview Home Goods Inc.' },
        destination: { countryCode: 'US' },
        goodsItems: [
          {
            transactionNatureCode: '11',
            commodity: {
              classifications: [
                { code: '69120023', typeCode: 'TSP' },
                { code: 'VATZ', typeCode: 'GN' },
              ],
            },
          },
          { commodity: { goodsMeasure: { tariffQuantity: { value: '40' } } } },
        ],
      },
    })
    expect(await declare('uk-cds-b1')).toEqual(await declare('uk-cds-b1'))
  })

  // 780.00 and 1520.00 at the door: 46.00 of carriage to the airport are shared 15.60 and 30.40.
  test('states what the goods are worth at the border, by the terms of delivery', async () => {
    expect(valuesOf(await declared())).toEqual(['795.60', '1550.40'])
    const { freight: _, insurance: __, ...whole } = order
    const delivered = {
      ...whole,
      incoterm: { code: 'DAP', place: 'New York' },
      exit: { ...exit, carriageBeyondBorder: money('230.00', 'GBP') },
    }
    const { stdout } = await run([...words, 'uk-cds-b1'], { stdin: JSON.stringify(delivered) })
    const read = readDeclaration(new TextEncoder().encode(stdout))
    expect(read.ok && valuesOf(read.value)).toEqual(['702.00', '1368.00'])
    const onBoard = await declared({ incoterm: { code: 'FOB', place: 'London' } })
    expect(valuesOf(onBoard)).toEqual(['780.00', '1520.00'])
  })

  test('sends goods back by the import that brought them', async () => {
    const returnOf = { importMrn: '26GB1234567890ABC1', reason: 'rejected' } as const
    const { goodsShipment } = await declared({ exit: { ...exit, returnOf } })
    expect(goodsShipment?.previousDocuments).toContainEqual({
      ...{ categoryCode: 'Z', typeCode: 'MRN', id: '26GB1234567890ABC1' },
    })
    expect(goodsShipment?.goodsItems?.[0]).toMatchObject({
      transactionNatureCode: '21',
      governmentProcedures: [{ currentCode: '10', previousCode: '40' }, { currentCode: '3RI' }],
    })
  })

  test('names all that is missing at once', async () => {
    const { exit: _, authorityToAct: __, ...without } = order
    const [line] = order.lines
    const { exportCommodityCode: ___, ...uncoded } = line!
    const stdin = JSON.stringify({ ...without, lines: [uncoded] })
    const { exitCode, stdout, stderr } = await run([...words, 'uk-cds-b1'], { stdin })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    for (const path of [
      '/exit: ',
      '/exit/carriageToBorder: ',
      '/authorityToAct: ',
      '/lines/0/exportCommodityCode: ',
    ]) {
      expect(stderr).toContain(path)
    }
  })

  test.each<[string, Partial<Order>, string]>([
    [
      'goods that do not leave Great Britain',
      { shipFrom: { ...order.shipFrom, country: 'FR' } },
      '/shipFrom/country',
    ],
    [
      'goods that leave Northern Ireland',
      { shipFrom: { ...order.shipFrom, postcode: 'BT1 5GS' } },
      '/shipFrom/country',
    ],
    [
      'goods that go to Jersey',
      { deliverTo: { ...order.deliverTo, country: 'JE' } },
      '/deliverTo/country',
    ],
    [
      'an exporter without EORI',
      { seller: { ...order.seller, eori: 'FR12345678901234' } },
      '/seller/eori',
    ],
    [
      'an exporter abroad with a direct representative',
      { seller: { ...order.seller, address: { ...order.seller.address, country: 'FR' } } },
      '/authorityToAct',
    ],
    [
      'a code that is that of other goods',
      { lines: [{ ...order.lines[0]!, exportCommodityCode: '61091000' }] },
      '/lines/0/exportCommodityCode',
    ],
    [
      'carriage in another currency than the prices',
      { exit: { ...exit, carriageToBorder: money('46.00', 'EUR') } },
      '/exit/carriageToBorder',
    ],
    [
      'excise goods',
      { lines: [{ ...order.lines[0]!, additionalCodes: ['X333'] }] },
      '/lines/0/additionalCodes',
    ],
  ])('refuses %s', async (_what, changes, path) => {
    const { exitCode, stdout, stderr } = await declare('uk-cds-b1', changes)
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain(path)
  })

  test('in short needs the authorisation, and says what is owed after', async () => {
    expect((await declare('uk-cds-c1')).stderr).toContain('/profile/simplifiedDeclarations')
    const profile = JSON.parse(readFileSync(example('trader-profile-platform'), 'utf8')) as object
    const folder = mkdtempSync(join(tmpdir(), 'exporter-'))
    const file = join(folder, 'profile.json')
    const simplifiedDeclarations = {
      holderEori: 'GB614830275000',
      decisionNumber: 'GBSDE614830275000E2026',
    }
    writeFileSync(file, JSON.stringify({ ...profile, simplifiedDeclarations }))
    const { exitCode, stdout, stderr } = await run(
      [
        'declare',
        '--profile',
        file,
        '--on',
        '2026-09-01',
        '--lrn',
        'HW-2',
        '--format',
        'uk-cds-c1',
      ],
      { stdin: JSON.stringify(order) },
    )
    rmSync(folder, { recursive: true })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('>EXF<')
    expect(stdout).toContain('GBSDE614830275000E2026')
    expect(stderr).toContain('supplementary declaration (type Y)')
  })
})
