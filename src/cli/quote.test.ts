import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { run } from '../../test/terminal.ts'
import { checkoutFolder } from '../platform/checkout.ts'

const example = (name: string): string => join(checkoutFolder, 'examples', `${name}.json`)
const orderText = readFileSync(example('marketplace-cn-gb'), 'utf8')
const order = JSON.parse(orderText) as Record<string, unknown>
const on = ['--on', '2026-09-01']

describe('quote', () => {
  test('quotes the order of a file', async () => {
    const { exitCode, stdout, stderr } = await run(['quote', example('marketplace-cn-gb'), ...on])
    expect(exitCode).toBe(0)
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      consignmentReference: order.reference,
      on: '2026-09-01',
      totals: { dueAtImport: { currency: 'GBP' } },
    })
  })

  test('quotes the order on standard input, also after a byte order mark', async () => {
    const fromFile = await run(['quote', example('marketplace-cn-gb'), ...on])
    const fromInput = await run(['quote', ...on], { stdin: `\uFEFF${orderText}` })
    expect(fromInput).toEqual(fromFile)
  })

  test('an order that cannot be quoted is refused with its failures and exit code 1', async () => {
    const { exitCode, stdout } = await run(['quote', example('vague-and-incomplete'), ...on])
    expect(exitCode).toBe(1)
    const { failures } = JSON.parse(stdout) as { failures: { code: string }[] }
    expect(failures.map(({ code }) => code)).toContain('fact-missing')
  })

  test('quotes a sale to any destination that is known', async () => {
    const { exitCode, stdout } = await run(['quote', example('sale-cn-de'), ...on])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'exact',
      landedCost: {
        regime: { id: 'special-arrangement' },
        totals: { landedCost: { amount: '119.00' } },
      },
    })
  })

  test('quotes a sale with the fees of a table of one’s own', async () => {
    const fees = ['--fees', example('fees-of-a-carrier')]
    const { stdout } = await run(['quote', example('sale-cn-de'), ...fees, ...on])
    const { landedCost } = JSON.parse(stdout) as { landedCost: { charges: object[] } }
    expect(landedCost.charges).toContainEqual(
      expect.objectContaining({ rule: 'carrier-disbursement', ownFee: { vat: 'not-reckoned' } }),
    )
    const broken = ['--fees', example('sale-cn-de')]
    const refused = await run(['quote', example('sale-cn-de'), ...broken, ...on])
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
    expect(refused.stderr).toContain('sale-cn-de.json: ')
  })

  test('charges a sale by the starter tariff where goods bear duty', async () => {
    const sale = JSON.parse(readFileSync(example('sale-cn-de'), 'utf8')) as { lines: object[] }
    const shirts = { ...sale.lines[0], unitPrice: { amount: '60.00', currency: 'EUR' } }
    const stdin = JSON.stringify({ ...sale, lines: [shirts] })
    const { stdout } = await run(['quote', ...on], { stdin })
    expect(JSON.parse(stdout)).toMatchObject({
      landedCost: {
        totals: { customsDuty: { amount: '22.80', currency: 'EUR' } },
        inputs: { tariffEditions: ['eu-starter-2026-11'] },
      },
    })
  })

  test('a sale to a country of which nothing is known is refused by name', async () => {
    const sale = JSON.parse(readFileSync(example('sale-cn-de'), 'utf8')) as object
    const stdin = JSON.stringify({ ...sale, destination: { country: 'AQ' } })
    const { exitCode, stdout } = await run(['quote', ...on], { stdin })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('/destination/country')
  })

  test('a sale that has not the form is bad input', async () => {
    const { exitCode, stderr } = await run(['quote', ...on], {
      stdin: '{"destination":{"country":"DE"},"lines":[]}',
    })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^tidewaiter: standard input: \/shipFrom is missing\. State it\.\n/)
    expect(stderr).toContain('\n  /lines ')
  })

  test.each([
    ['no JSON', '{', /^tidewaiter: standard input: It is no JSON: .* Write one JSON object\.\n$/],
    ['nothing', '', /^tidewaiter: standard input: It is empty\. Write one JSON object\.\n$/],
    ['another form', '{"lines":[]}', /^tidewaiter: standard input: .*\/reference is missing.*\n/],
    ['many faults', '{"lines":[]}', /\n {2}\/\w+ .*\n/],
  ])('bad input (%s) ends with code 2 and a line for each fault', async (_, stdin, line) => {
    const { exitCode, stdout, stderr } = await run(['quote', ...on], { stdin })
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(line)
  })

  test.each([
    [['quote', 'no-such-file.json']],
    [['quote', '--batch', 'no-such-file.jsonl']],
    [['quote', '--on', '2026-02-30']],
    [['quote', '--colour']],
    [['duty', 'parse-text', '--schedule', 'eu']],
    [['order', 'submit', example('marketplace-cn-gb')]],
    [['key', 'list', '--tenant', 'tenant_1']],
    [['tenant', 'create', '--name', 'x']],
    [['migrate']],
    [['nonsense']],
    [['order']],
    [[]],
  ])('%j ends with code 2 and one line', async (words) => {
    const { exitCode, stdout, stderr } = await run(words)
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^tidewaiter: [^\n]+[^.]\.\n$/)
  })
})

describe('quote --batch', () => {
  const answersTo = async (lines: readonly string[]): Promise<Record<string, unknown>[]> => {
    const { exitCode, stdout } = await run(['quote', '--batch', ...on], {
      stdin: lines.join('\n'),
    })
    expect(exitCode).toBe(0)
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  }
  const line = (id: unknown, changes: object = {}): string =>
    JSON.stringify({ id, ...order, ...changes })

  test('answers each line under its id, in order', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `order ${index}`)
    const answers = await answersTo(ids.map((id) => line(id)))
    expect(answers.map(({ id }) => id)).toEqual(ids)
    for (const { id: _, ...quote } of answers) {
      const { id: __, ...first } = answers[0] ?? {}
      expect(quote).toEqual(first)
    }
  })

  test('says what is wrong with a line and goes on', async () => {
    const answers = await answersTo([
      line(1),
      '{"id":2,',
      '[]',
      '',
      '{"reference":"without id"}',
      line('six', { lines: [] }),
      line(7),
      Buffer.from(line(8), 'utf16le').toString('latin1'),
    ])
    expect(answers).toMatchObject([
      { id: 1, currency: 'GBP' },
      { id: null, line: 2, error: expect.stringContaining('Line 2 is no JSON') as string },
      { id: null, line: 3 },
      { id: null, line: 5, error: expect.stringContaining('"id"') as string },
      { id: 'six', failures: [{ code: 'invalid-input', path: '/lines' }] },
      { id: 7, currency: 'GBP' },
      { id: null, line: 8, error: expect.stringContaining('Save the file as UTF-8') as string },
    ])
  })
})

describe('help', () => {
  test('every command shows an example', async () => {
    const commands = [
      'quote',
      'order check',
      'order submit',
      'tracking create',
      'tracking list',
      'tracking revoke',
      'tenant create',
      'key create',
      'key list',
      'key revoke',
      'migrate',
      'serve api',
      'serve worker',
      'serve authority',
      'life-cycle',
    ]
    for (const command of commands) {
      const { exitCode, stdout } = await run([...command.split(' '), '--help'])
      expect(exitCode).toBe(0)
      expect(stdout).toContain(`$ `)
      expect(stdout).toContain(`bin/tidewaiter ${command}`)
    }
  })
})
