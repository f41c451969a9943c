import type { DeclaredParty, FieldOrigin } from '../../customs/declaration/fill-input.ts'
import type { Party } from '../../customs/order/party.ts'
import { addressLine } from './address-line.ts'

/** A party with an EORI is declared by it; any other by name and address. */
export function declaredParty(party: Party, origin: FieldOrigin): DeclaredParty {
  const { eori } = party
  return eori !== undefined && /^(GB|XI)/.test(eori)
    ? { kind: 'registered', eori, origin }
    : namedParty(party, origin)
}

/** A party by name and address, whatever registrations it has. */
export function namedParty({ name, address }: Party, origin: FieldOrigin): DeclaredParty {
  return {
    kind: 'named',
    name,
    address: {
      line: addressLine(address),
      city: address.city,
      ...(address.postcode !== undefined && { postcode: address.postcode }),
      countryCode: address.country,
    },
    origin,
  }
}
