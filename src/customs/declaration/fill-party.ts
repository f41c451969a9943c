import { type Draft, from } from './draft.ts'
import type { DeclaredParty } from './fill-input.ts'
import type { Party } from './party.ts'

/** An EORI stands for name and address; without one, both are declared. */
export function fillParty(party: DeclaredParty): Draft<Party> {
  if (party.kind === 'registered') return from(party, { id: party.eori })
  const { line, city, postcode, countryCode } = party.address
  return from(party, {
    name: party.name,
    address: { cityName: city, countryCode, line, postcode },
  })
}
