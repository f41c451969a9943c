import { describe, expect, it } from 'vitest'
import { sampleProfile } from '../testing/trader-profile.ts'
import { readTraderProfile } from './read-trader-profile.ts'

function faultsOf(input: unknown) {
  const read = readTraderProfile(input)
  return read.ok ? [] : read.failures.map(({ code, path }) => [code, path])
}

describe('reading a trader profile', () => {
  it('hands back a profile that has the form', () => {
    expect(readTraderProfile(sampleProfile)).toEqual({ ok: true, value: sampleProfile })
  })

  it('asks for the guarantee of an account that was not waived it', () => {
    const deferment = { ...sampleProfile.deferment, guaranteeWaived: false }
    expect(faultsOf({ ...sampleProfile, deferment })).toEqual([
      ['fact-missing', '/deferment/guaranteeReference'],
    ])
    const secured = { ...deferment, guaranteeReference: 'GBCGU1' }
    expect(faultsOf({ ...sampleProfile, deferment: secured })).toEqual([])
  })

  it('refuses days that do not exist', () => {
    const power = {
      principalName: 'A Ltd',
      representation: 'direct',
      validFrom: '2026-02-30',
      validUntil: '2026-13-01',
      reference: 'P-1',
    }
    expect(faultsOf({ ...sampleProfile, standingAuthorities: [power] })).toEqual([
      ['invalid-input', '/standingAuthorities/0/validFrom'],
      ['invalid-input', '/standingAuthorities/0/validUntil'],
    ])
  })

  it('names what is missing', () => {
    expect(faultsOf({})).toEqual([
      ['invalid-input', '/declarant'],
      ['invalid-input', '/standingAuthorities'],
    ])
  })
})
