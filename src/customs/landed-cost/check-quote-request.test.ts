import { expect, test } from 'vitest'
import { vocabulary } from '../../../test/landed-cost.ts'
import { readQuoteRequest } from './read-quote-request.ts'

const sale = {
  shipFrom: { country: 'CN' },
  destination: { country: 'DE' },
  incoterm: 'DAP',
  channel: 'courier',
  purpose: 'sale',
  buyer: { kind: 'private-person' },
  registrations: [],
  lines: [{ origin: 'CN', quantity: 1, unitPrice: { amount: '20.00', currency: 'EUR' } }],
}
const [line] = sale.lines

function faultsOf(input: unknown): readonly (readonly [string, string])[] {
  const read = readQuoteRequest(input, vocabulary())
  return read.ok ? [] : read.failures.map(({ code, path }) => [code, path])
}

test('a sale that speaks of codes that exist is read', () => {
  expect(faultsOf(sale)).toEqual([])
  expect(faultsOf({ ...sale, registrations: ['VOEC', 'CN-CBEC', 'CL-IVA'] })).toEqual([])
})

test.each([
  ['a day that does not exist', { on: '2026-02-30' }, 'invalid-input', '/on'],
  ['a country of no code', { shipFrom: { country: 'QQ' } }, 'unknown-country', '/shipFrom/country'],
  [
    'an origin of no code',
    { lines: [{ ...line, origin: 'ZZ' }] },
    'unknown-country',
    '/lines/0/origin',
  ],
  [
    'a currency of no code',
    { freight: { amount: '1', currency: 'QQQ' } },
    'unknown-currency',
    '/freight/currency',
  ],
  [
    'a currency of the shop of no code',
    { shopCurrency: 'QQQ' },
    'unknown-currency',
    '/shopCurrency',
  ],
  [
    'a unit that nothing is counted in',
    { lines: [{ ...line, quantities: { FOO: '1' } }] },
    'invalid-input',
    '/lines/0/quantities/FOO',
  ],
  [
    'a scheme that no destination has',
    { registrations: ['IOSS', 'VOECC'] },
    'invalid-input',
    '/registrations/1',
  ],
  [
    'a weight below zero',
    { lines: [{ ...line, netWeightKg: '-1' }] },
    'invalid-input',
    '/lines/0/netWeightKg',
  ],
  [
    'goods that weigh more than with their packaging',
    { lines: [{ ...line, netWeightKg: '2', grossWeightKg: '1' }] },
    'invalid-input',
    '/lines/0/netWeightKg',
  ],
  [
    'an amount as a number, which passes through a float',
    { freight: { amount: 1.1, currency: 'EUR' } },
    'invalid-input',
    '/freight/amount',
  ],
])('%s is refused with its place', (_, change, code, path) => {
  expect(faultsOf({ ...sale, ...change })).toEqual([[code, path]])
})
