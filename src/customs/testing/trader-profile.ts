import type { LocalDate } from '../calendar/local-date.ts'
import type { TraderProfile } from '../parties/trader-profile.ts'

/** A broker in Great Britain who pays from its own deferment account and holds no standing powers. */
export const sampleProfile: TraderProfile = {
  declarant: {
    name: 'Anchor Customs Ltd',
    address: { lines: ['2 Dock Road'], city: 'Felixstowe', postcode: 'IP11 3TW', country: 'GB' },
    eori: 'GB731905284000',
    establishedIn: 'GB',
  },
  deferment: { accountNumber: '7319052', holderEori: 'GB731905284000', guaranteeWaived: true },
  standingAuthorities: [],
}

/** The profile with a power that a principal gave for all cases of some time. */
export function profileWithAuthority(
  authority: Partial<TraderProfile['standingAuthorities'][number]> & {
    readonly principalName: string
  },
): TraderProfile {
  return {
    ...sampleProfile,
    standingAuthorities: [
      {
        representation: 'indirect',
        validFrom: '2026-01-01' as LocalDate,
        reference: 'POA-1',
        ...authority,
      },
    ],
  }
}
