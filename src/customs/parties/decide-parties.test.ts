import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { britishLaws, valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import { decideLane } from '../lane/decide-lane.ts'
import { money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import type { Result } from '../result.ts'
import {
  businessBuyer,
  foreignSeller,
  marketplace,
  orderWithout,
  privateBuyer,
  purchasingAgent,
  sampleDay,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import { profileWithAuthority, sampleProfile } from '../testing/trader-profile.ts'
import { decideParties } from './decide-parties.ts'
import type { PartiesDecision } from './parties-decision.ts'
import type { TraderProfile } from './trader-profile.ts'

const data = { book: britishBook(), laws: britishLaws() }

function partiesOf(order: Order, profile: TraderProfile = sampleProfile): Result<PartiesDecision> {
  const consignment = consignmentFromOrder(order)
  const lane = valueOf(decideLane({ ...data, consignment, on: sampleDay }))
  return decideParties({ consignment, lane, profile, on: sampleDay, laws: data.laws })
}

function decided(order: Order, profile?: TraderProfile): PartiesDecision {
  return valueOf(partiesOf(order, profile))
}

function firstFailure(result: Result<PartiesDecision>) {
  if (result.ok) throw new Error('a failure was expected')
  return result.failures[0]
}

const registeredSeller = { ...foreignSeller, eori: 'GB402817365000' }
const ddp = { incoterm: { code: 'DDP', place: 'York' }, dutiesBilledTo: 'seller' } as const
const sellersPower = {
  givenBy: 'seller',
  representation: 'indirect',
  givenOn: '2026-01-05' as LocalDate,
  reference: 'POA-S',
} as const
const lowValue = { lines: [sampleLine({ unitPrice: money('60.00', 'GBP') })] }

describe('the declarant', () => {
  it('is the one of the profile, established in the United Kingdom', () => {
    expect(decided(sampleOrder()).declarant.value).toEqual({
      name: 'Anchor Customs Ltd',
      address: sampleProfile.declarant.address,
      eori: 'GB731905284000',
    })
  })

  it('cannot be established abroad', () => {
    const profile = {
      ...sampleProfile,
      declarant: { ...sampleProfile.declarant, establishedIn: 'JP' },
    }
    expect(firstFailure(partiesOf(sampleOrder(), profile))).toMatchObject({
      code: 'no-lawful-declarant',
      path: '/profile/declarant/establishedIn',
    })
  })

  it('needs an EORI of Great Britain', () => {
    const profile = {
      ...sampleProfile,
      declarant: { ...sampleProfile.declarant, eori: 'XI731905284000' },
    }
    expect(firstFailure(partiesOf(sampleOrder(), profile))).toMatchObject({
      code: 'no-lawful-declarant',
      path: '/profile/declarant/eori',
    })
  })
})

describe('the importer when the buyer clears', () => {
  it('is a private buyer, who needs no EORI', () => {
    const { importerOfRecord, representation } = decided(sampleOrder())
    expect(importerOfRecord.value).toEqual({ role: 'buyer', party: privateBuyer })
    expect(importerOfRecord.reason.text.en).toBe(
      'Under DAP the buyer clears the goods for import; a private buyer needs no EORI for personal use.',
    )
    expect(representation.value).toBe('direct')
  })

  it('is a business buyer with an EORI of Great Britain', () => {
    const { importerOfRecord } = decided(sampleOrder({ buyer: businessBuyer }))
    expect(importerOfRecord.value).toEqual({ role: 'buyer', party: businessBuyer })
  })

  it.each([undefined, 'FR12345678901234', 'XI835017264000'])(
    'cannot be a business buyer whose EORI is %s',
    (eori) => {
      const { name, kind, address } = businessBuyer
      const buyer = { name, kind, address, ...(eori && { eori }) }
      const failure = firstFailure(partiesOf(sampleOrder({ buyer })))
      expect(failure.code).toBe('no-lawful-importer')
      expect(failure.mend).toContain('GB EORI of the buyer')
      expect(failure.mend).toContain('DDP')
    },
  )

  it('stays the buyer when the duties are billed to the seller', () => {
    const { importerOfRecord, payers } = decided(sampleOrder({ dutiesBilledTo: 'seller' }))
    expect(importerOfRecord.value.role).toBe('buyer')
    expect(importerOfRecord.reason.text.en).toContain('That the seller pays')
    expect(payers.map(({ kind, payer }) => [kind, payer])).toEqual([
      ['customs-duty', 'seller'],
      ['import-vat', 'seller'],
    ])
  })

  it('says why nobody else was chosen', () => {
    const order = sampleOrder({ channel: 'marketplace', marketplace })
    const notChosen = decided(order).importersNotChosen
    expect(notChosen.map(({ role }) => role)).toEqual(['seller', 'marketplace'])
    for (const { why } of notChosen) expect(why.text.en).toContain('Under DAP the buyer clears')
  })

  it('cannot be anybody while the buyer has given no power to act', () => {
    const failure = firstFailure(partiesOf(orderWithout('authorityToAct')))
    expect(failure).toMatchObject({ code: 'authority-to-act-missing', path: '/authorityToAct' })
  })

  it('may rest on a standing power, found by EORI or by name', () => {
    const order = { ...orderWithout('authorityToAct'), buyer: businessBuyer }
    const byEori = profileWithAuthority({
      principalName: 'Former Name Ltd',
      principalEori: businessBuyer.eori ?? '',
      representation: 'direct',
    })
    expect(decided(order, byEori).representation.value).toBe('direct')
    const byName = profileWithAuthority({ principalName: businessBuyer.name })
    expect(decided(order, byName).representation.value).toBe('indirect')
  })

  it('does not rest on a power that has ended, has not begun, or is somebody else’s', () => {
    const order = orderWithout('authorityToAct')
    const { name } = privateBuyer
    const useless = [
      profileWithAuthority({ principalName: name, validUntil: sampleDay }),
      profileWithAuthority({ principalName: name, validFrom: '2026-09-15' as LocalDate }),
      profileWithAuthority({ principalName: 'Somebody Else' }),
    ]
    for (const profile of useless) {
      expect(firstFailure(partiesOf(order, profile)).code).toBe('authority-to-act-missing')
    }
  })

  it('does not rest on a power that is given only later', () => {
    const order = sampleOrder({
      authorityToAct: {
        givenBy: 'buyer',
        representation: 'direct',
        givenOn: '2026-09-15' as LocalDate,
        reference: 'A',
      },
    })
    expect(firstFailure(partiesOf(order)).code).toBe('authority-to-act-missing')
  })

  it('needs an indirect representative where the buyer lives abroad', () => {
    const abroad = { ...privateBuyer, address: { ...foreignSeller.address, country: 'US' } }
    const order = sampleOrder({ buyer: abroad })
    expect(firstFailure(partiesOf(order)).message).toContain('indirect representative')
  })
})

describe('the importer under DDP', () => {
  const order = sampleOrder({ ...ddp, seller: registeredSeller, authorityToAct: sellersPower })

  it('is a foreign seller with a GB EORI and an indirect representative', () => {
    const { importerOfRecord, representation, payers } = decided(order)
    expect(importerOfRecord.value).toEqual({ role: 'seller', party: registeredSeller })
    expect(representation.value).toBe('indirect')
    expect(payers[0]?.debtors).toEqual([registeredSeller.name, 'Anchor Customs Ltd'])
  })

  it('cannot be a foreign seller who is represented directly', () => {
    const direct = {
      ...order,
      authorityToAct: { ...sellersPower, representation: 'direct' },
    } as const
    expect(firstFailure(partiesOf(direct)).code).toBe('no-lawful-importer')
  })

  it('is not the buyer instead, and the failure names every way to mend it', () => {
    const failure = firstFailure(
      partiesOf(sampleOrder({ ...ddp, channel: 'marketplace', marketplace })),
    )
    expect(failure.code).toBe('no-lawful-importer')
    expect(failure.message).toContain('no EORI of Great Britain')
    expect(failure.message).toContain('indirect representative')
    expect(failure.mend).toMatch(/\(1\) .*GB EORI.* and .*indirect representative/)
    expect(failure.mend).toMatch(/\(2\) .*marketplace Bazaar Online Ltd/)
    expect(failure.mend).toMatch(/\(3\) .*DAP/)
    const inChinese = /^请选择其一：\(1\) .*EORI.*，并.*间接代理人.*；\(2\) .*；\(3\) 约定DAP/
    expect(failure.zh?.mend).toMatch(inChinese)
  })

  it('is the marketplace where it pays the duties, without the seller having an EORI', () => {
    const byMarketplace = sampleOrder({
      ...ddp,
      channel: 'marketplace',
      marketplace,
      dutiesBilledTo: 'marketplace',
    })
    const profile = profileWithAuthority({
      principalName: marketplace.name,
      representation: 'direct',
    })
    const { importerOfRecord, importersNotChosen } = decided(byMarketplace, profile)
    expect(importerOfRecord.value).toEqual({ role: 'marketplace', party: marketplace })
    expect(importersNotChosen.map(({ role }) => role)).toEqual(['seller', 'buyer'])
    expect(importersNotChosen[0]?.why.text.en).toContain('Could not be the importer')
    expect(importersNotChosen[1]?.why.text.en).toContain('Under DDP the seller clears')
  })

  it('is the seller after all where the marketplace may not import', () => {
    const { eori: _, ...unregistered } = marketplace
    const { importerOfRecord } = decided({
      ...order,
      channel: 'marketplace',
      marketplace: unregistered,
      dutiesBilledTo: 'marketplace',
    })
    expect(importerOfRecord.value.role).toBe('seller')
  })

  it('is a reselling agent, who is the seller of the goods that travel', () => {
    const resold = sampleOrder({
      ...ddp,
      channel: 'purchasing-agent',
      purchasingAgent: {
        party: { ...purchasingAgent, eori: 'GB999888777000' },
        capacity: 'resells',
      },
    })
    const profile = profileWithAuthority({ principalName: purchasingAgent.name })
    const decision = decided(resold, profile)
    expect(decision.importerOfRecord.value.role).toBe('purchasing-agent')
    expect(decision.sellerForVat.value.role).toBe('purchasing-agent')
  })

  it('declares itself where it is the declarant', () => {
    const self = { ...marketplace, eori: sampleProfile.declarant.eori }
    const { representation, payers } = decided(
      sampleOrder({
        ...ddp,
        channel: 'marketplace',
        marketplace: self,
        dutiesBilledTo: 'marketplace',
      }),
    )
    expect(representation.value).toBe('self')
    expect(payers[0]?.debtors).toEqual([marketplace.name])
  })
})

describe('who bears the charges', () => {
  it('is decided for each charge that the lane brings', () => {
    const kinds = (order: Order) => decided(order).payers.map(({ kind }) => kind)
    expect(kinds(sampleOrder())).toEqual(['customs-duty', 'import-vat'])
    expect(kinds(sampleOrder(lowValue))).toEqual(['import-vat'])
  })

  it('puts VAT at sale and the agent’s fee on the buyer', () => {
    const order = sampleOrder({
      ...lowValue,
      channel: 'purchasing-agent',
      purchasingAgent: {
        party: purchasingAgent,
        capacity: 'buys-for-buyer',
        fee: money('5.00', 'GBP'),
      },
      saleVat: {
        country: 'GB',
        chargedBy: 'seller',
        registration: 'GB123456789',
        amount: money('12.00', 'GBP'),
      },
    })
    expect(decided(order).payers.map(({ kind, payer, debtors }) => [kind, payer, debtors])).toEqual(
      [
        ['sale-vat', 'buyer', []],
        ['fee', 'buyer', []],
      ],
    )
  })
})

describe('VAT', () => {
  it('is deferred with the duty where the profile has an account', () => {
    const { importVatAccounting, dutyPayment } = decided(sampleOrder())
    expect(dutyPayment.value).toEqual({
      method: 'deferred',
      accountNumber: '7319052',
      holderEori: 'GB731905284000',
      guarantee: 'waived',
    })
    expect(importVatAccounting.value).toEqual(dutyPayment.value)
  })

  it('is paid before release where there is no account', () => {
    const { deferment: _, ...profile } = sampleProfile
    expect(decided(sampleOrder(), profile).importVatAccounting.value).toEqual({ method: 'paid' })
  })

  it('is not postponed for an importer who only states its UK registration', () => {
    const buyer = { ...businessBuyer, vatNumber: 'GB835017264' }
    const { importVatAccounting, dutyPayment } = decided(sampleOrder({ buyer }))
    expect(importVatAccounting.value).toEqual(dutyPayment.value)
  })

  it('is postponed for the importer for whom the profile says that it was chosen', () => {
    const profile = {
      ...sampleProfile,
      postponedVat: { holderEori: 'GB835017264000', vatNumber: 'GB835017264' },
    }
    const order = sampleOrder({ buyer: businessBuyer })
    expect(decided(order, profile).importVatAccounting.value.method).toBe('postponed')
    expect(decided(sampleOrder(), profile).importVatAccounting.value.method).toBe('deferred')
  })

  it('is accounted for at sale where it was charged there', () => {
    const order = sampleOrder({
      ...lowValue,
      saleVat: {
        country: 'GB',
        chargedBy: 'seller',
        registration: 'GB123456789',
        amount: money('12.00', 'GBP'),
      },
    })
    expect(decided(order).importVatAccounting.value).toEqual({
      method: 'charged-at-sale',
      registration: 'GB123456789',
    })
  })

  it('takes the marketplace for the seller up to the limit, and the seller above it', () => {
    const viaMarketplace = { channel: 'marketplace', marketplace } as const
    expect(decided(sampleOrder(viaMarketplace)).sellerForVat.value.role).toBe('seller')
    expect(decided(sampleOrder({ ...viaMarketplace, ...lowValue })).sellerForVat.value.role).toBe(
      'marketplace',
    )
  })
})
