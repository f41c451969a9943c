import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { run } from '../../test/terminal.ts'
import { readDeclaration } from '../customs/formats/uk-cds/read-declaration.ts'
import { checkoutFolder } from '../platform/checkout.ts'

const example = (name: string): string => join(checkoutFolder, 'examples', `${name}.json`)
const textOf = (name: string): string => readFileSync(example(name), 'utf8')
const words = ['declare', '--format', 'uk-cds-h1', '--on', '2026-09-01']
const byProfile = ['--profile', example('trader-profile-platform')]

describe('declare', () => {
  test('writes the message of an order and nothing else', async () => {
    const stdin = textOf('marketplace-cn-gb')
    const declared = await run([...words, ...byProfile, '--lrn', 'pb_104417/a'], { stdin })
    expect(declared).toMatchObject({ exitCode: 0, stderr: '' })
    const read = readDeclaration(new TextEncoder().encode(declared.stdout))
    expect(read).toMatchObject({
      ok: true,
      value: { lrn: 'pb_104417/a', typeCode: 'IMD', goodsItemQuantity: 3 },
    })
    expect(declared.stdout).toContain('6GB731905284000-PB-104417-A')
  })

  test('gives the same bytes for the same input, and a reference of its own where none is named', async () => {
    const again = [...words, ...byProfile, '--lrn', 'SAME', example('marketplace-cn-gb')]
    expect(await run(again)).toEqual(await run(again))
    const unnamed = [...words, ...byProfile, example('marketplace-cn-gb')]
    const [one, other] = [await run(unnamed), await run(unnamed)]
    expect(one.exitCode).toBe(0)
    expect(one.stdout).not.toBe(other.stdout)
  })

  test('declares goods that have arrived as such', async () => {
    const { stdout } = await run([
      ...words,
      ...byProfile,
      '--arrived',
      example('marketplace-cn-gb'),
    ])
    expect(stdout).toContain('>IMA<')
  })

  test('says one line for each thing that stands against an order', async () => {
    const refused = await run([...words, ...byProfile, example('vague-and-incomplete')])
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' })
    const lines = refused.stderr.trimEnd().split('\n')
    expect(lines).toContainEqual(expect.stringMatching(/^\/lines\/0\/description: .+\. .+\.$/))
    expect(lines).toContainEqual(expect.stringMatching(/^\/lines\/1\/origin: /))
    expect(lines).toContainEqual(expect.stringMatching(/^\/packages: /))
  })

  test('simplifies under the authorisation of the profile, and completes afterwards', async () => {
    const profile = join(await mkdtemp(join(tmpdir(), 'tidewaiter-')), 'profile.json')
    const platform = JSON.parse(textOf('trader-profile-platform')) as object
    const simplifiedDeclarations = {
      holderEori: 'GB731905284000',
      decisionNumber: 'GBSDE731905284000I',
    }
    await writeFile(profile, JSON.stringify({ ...platform, simplifiedDeclarations }))
    const command = ['declare', '--on', '2026-09-01', '--profile', profile]
    const order = example('marketplace-cn-gb')
    const simplified = await run([...command, '--format', 'uk-cds-i1', order])
    expect(simplified).toMatchObject({ exitCode: 0, stderr: '' })
    expect(simplified.stdout).toContain('>IMF<')
    expect(simplified.stdout).toContain('>GBSDE731905284000I<')
    const completing = [...command, '--format', 'uk-cds-h1-supplementary']
    const initial = ['--supplements', '26GB34F7Y1O2CX8PT4', '--accepted-at', '2026-08-31T08:15:00Z']
    const supplementary = await run([...completing, ...initial, order])
    expect(supplementary).toMatchObject({ exitCode: 0, stderr: '' })
    expect(supplementary.stdout).toContain('>IMY<')
    expect(supplementary.stdout).toContain('>26GB34F7Y1O2CX8PT4<')
    expect(await run([...completing, order])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('needs the MRN of the simplified one') as string,
    })
    const half = await run([...completing, '--supplements', '26GB34F7Y1O2CX8PT4', order])
    expect(half).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--accepted-at: ') as string,
    })
  })

  test('simplifies for nobody without an authorisation', async () => {
    const order = example('marketplace-cn-gb')
    const refused = await run([
      'declare',
      '--format',
      'uk-cds-i1',
      '--on',
      '2026-09-01',
      ...byProfile,
      order,
    ])
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' })
    expect(refused.stderr).toContain('(SDE)')
  })

  test('says whose broker declares where no profile is named', async () => {
    const { exitCode, stderr } = await run([...words, example('marketplace-cn-gb')])
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/^tidewaiter: No profile is named.*--profile\.\n$/)
  })

  test.each<[string, readonly string[], string]>([
    ['an unknown format', ['--format', 'uk-cds-h99'], 'uk-cds-h99'],
    ['a reference that is none', ['--lrn', 'no reference'], '--lrn: '],
    ['a day that is none', ['--on', '2026-02-30'], '--on: '],
    ['a profile that is none', ['--profile', example('sale-cn-de')], 'sale-cn-de.json: '],
    ['a file that is none', ['nowhere.json'], 'nowhere.json: '],
  ])('refuses %s as bad input', async (_what, more, told) => {
    const bad = await run([...words, ...more], { stdin: textOf('marketplace-cn-gb') })
    expect(bad).toMatchObject({ exitCode: 2, stdout: '' })
    expect(bad.stderr).toContain(told)
  })

  test('answers each line of a batch by itself', async () => {
    const order = JSON.parse(textOf('marketplace-cn-gb')) as object
    const vague = JSON.parse(textOf('vague-and-incomplete')) as object
    const lines = [
      { id: 'a', lrn: 'BATCH-A', ...order },
      { id: 2, ...vague },
      { id: 3, lrn: 'not one', ...order },
      { id: 4 },
    ]
    const stdin = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nno JSON\n`
    const { exitCode, stdout } = await run([...words, ...byProfile, '--batch'], { stdin })
    expect(exitCode).toBe(0)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(answers).toMatchObject([
      { id: 'a', format: 'uk-cds-h1', lrn: 'BATCH-A' },
      { id: 2, failures: expect.arrayContaining([expect.objectContaining({ path: '/packages' })]) },
      { id: 3, failures: [{ path: '/lrn' }] },
      { id: 4, failures: expect.anything() },
      { id: null, line: 5 },
    ])
    expect(answers[0]!.message).toContain('BATCH-A')
  })

  test('writes the super-reduced declaration of goods to Northern Ireland while its relief holds', async () => {
    const toBelfast = ['declare', '--format', 'uk-cds-h7', ...byProfile, '--lrn', 'NI-1']
    const order = example('marketplace-cn-ni-one-stop-shop')
    const declared = await run([...toBelfast, '--on', '2026-06-01', order])
    expect(declared).toMatchObject({ exitCode: 0, stderr: '' })
    const read = readDeclaration(new TextEncoder().encode(declared.stdout))
    expect(read).toMatchObject({
      ok: true,
      value: {
        declarant: { id: 'XI731905284000' },
        goodsShipment: {
          taxParties: [{ id: 'IM5532027340', roleCode: 'FR5' }],
          goodsItems: [{ customsValueAmount: { amount: '54', currency: 'GBP' } }],
        },
      },
    })
    const late = await run([...toBelfast, '--on', '2026-07-01', order])
    expect(late).toMatchObject({ exitCode: 1, stdout: '' })
    expect(late.stderr).toContain('ended on 1 July 2026')
  })

  test('writes the declaration of goods from Great Britain to Northern Ireland, and says of a consumer’s parcel that none is due', async () => {
    const words = ['declare', '--format', 'uk-cds-h8', ...byProfile, '--on', '2026-11-02']
    const declared = await run([...words, example('wholesale-gb-ni-not-at-risk')])
    expect(declared).toMatchObject({ exitCode: 0, stderr: '' })
    const read = readDeclaration(new TextEncoder().encode(declared.stdout))
    expect(read).toMatchObject({
      ok: true,
      value: {
        exporter: { id: 'GB604417283000' },
        authorisationHolders: [{ id: 'XI718305926000', categoryCode: 'UKIM' }],
        goodsShipment: { importer: { id: 'XI718305926000' } },
      },
    })
    const order = JSON.parse(textOf('wholesale-gb-ni-not-at-risk')) as { buyer: object }
    const stdin = JSON.stringify({ ...order, buyer: { ...order.buyer, kind: 'private' } })
    const toConsumer = await run(words, { stdin })
    expect(toConsumer).toMatchObject({ exitCode: 1, stdout: '' })
    expect(toConsumer.stderr).toContain('needs no customs declaration')
  })

  test('writes one bulk declaration of many orders, under the authorisation of the profile', async () => {
    const bulk = ['declare', '--format', 'uk-cds-birds', '--on', '2026-09-01', '--lrn', 'BULK-1']
    const order = JSON.parse(textOf('agent-jp-gb-low-value-vat-charged')) as object
    const stdin = ['JP-1', 'JP-2']
      .map((reference, index) =>
        JSON.stringify({
          ...order,
          ...{ id: index, reference },
          deliverTo: {
            lines: [`${index + 1} Mill Lane`],
            city: 'York',
            postcode: 'YO1 7HH',
            country: 'GB',
          },
        }),
      )
      .join('\n')
    const unauthorised = await run([...bulk, ...byProfile], { stdin })
    expect(unauthorised).toMatchObject({ exitCode: 1, stdout: '' })
    expect(unauthorised.stderr).toMatch(/^\/profile\/bulkAuthorisation: /)

    const profile = JSON.parse(textOf('trader-profile-platform')) as object
    const file = join(mkdtempSync(join(tmpdir(), 'tidewaiter-bulk-')), 'profile.json')
    const bulkAuthorisation = { holderEori: 'GB731905284000', number: 'GBBRD731905284' }
    writeFileSync(file, JSON.stringify({ ...profile, bulkAuthorisation }))
    const declared = await run([...bulk, '--profile', file, '--arrived'], { stdin })
    expect(declared).toMatchObject({ exitCode: 0, stderr: '' })
    const read = readDeclaration(new TextEncoder().encode(declared.stdout))
    expect(read).toMatchObject({
      ok: true,
      value: { typeCode: 'IMJ', goodsItemQuantity: 2, lrn: 'BULK-1' },
    })
  })
})
