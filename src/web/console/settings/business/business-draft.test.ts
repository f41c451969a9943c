import { describe, expect, it } from 'vitest'

import { carriedOver, changeBetween, changedParts, type BusinessDraft } from './business-draft.ts'

const before: BusinessDraft = {
  name: 'Harbour Shop',
  declareWhenReady: false,
  profile: {
    declarant: {
      name: 'Harbour Brokers Ltd',
      address: { lines: ['1 Quay Street'], city: 'Felixstowe', country: 'GB' },
      eori: 'GB123456789000',
      establishedIn: 'GB',
    },
    standingAuthorities: [],
  },
}

describe('a draft of a business', () => {
  it('changes nothing as long as it says the same, blank fields included', () => {
    const { declarant } = before.profile
    const address = { ...declarant.address, lines: ['1 Quay Street', ''], region: '' }
    const profile = { ...before.profile, declarant: { ...declarant, address }, contactEmail: '' }
    expect(changeBetween(before, { ...before, profile })).toEqual({})
  })

  it('changes what differs and leaves the rest alone', () => {
    expect(changeBetween(before, { ...before, name: 'Quay Shop' })).toEqual({ name: 'Quay Shop' })
    const profile = { ...before.profile, contactEmail: 'desk@quay.example' }
    expect(changeBetween(before, { ...before, profile })).toEqual({ profile })
  })

  it('carries over what it touches and takes the rest from who was faster', () => {
    const deferment = {
      accountNumber: '1234567',
      holderEori: 'GB123456789000',
      guaranteeWaived: true,
    }
    const mine = {
      ...before,
      profile: { ...before.profile, contactEmail: 'desk@quay.example', deferment },
    }
    const theirs = {
      ...before,
      name: 'Quay Shop',
      profile: {
        ...before.profile,
        contactEmail: 'other@quay.example',
        declarant: { ...before.profile.declarant, eori: 'GB999999999000' },
      },
    }
    const { name, profile } = carriedOver(before, mine, theirs)
    expect(name).toBe('Quay Shop')
    expect(profile).toMatchObject({ contactEmail: 'desk@quay.example', deferment })
    expect(profile.declarant.eori).toBe('GB999999999000')
  })

  it('takes away what was taken away, also from what somebody else has saved', () => {
    const { contactEmail: _, ...without } = { ...before.profile, contactEmail: 'a@quay.example' }
    const withContact = { ...before, profile: { ...without, contactEmail: 'a@quay.example' } }
    const theirs = { ...withContact, declareWhenReady: true }
    const merged = carriedOver(withContact, { ...before, profile: without }, theirs)
    expect(changeBetween(theirs, merged)).toEqual({ profile: without })
  })

  it('names the parts in which somebody else has been faster', () => {
    const profile = { ...before.profile, contactEmail: 'desk@quay.example' }
    const named = changedParts(before, { ...before, declareWhenReady: true, profile })
    expect(named.map(({ en }) => en)).toEqual(['When cases are declared', 'Contact'])
  })
})
