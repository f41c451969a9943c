import { byRule, type Draft, from } from './draft.ts'
import type { DeclaredParty } from './fill-input.ts'
import type { Party } from './party.ts'

/** An EORI stands for name and address; without one, both are declared. */
export function fillParty(party: DeclaredParty): Draft<Party> {
  if (party.kind === 'registered') return from(party, { id: party.eori })
  const { line, city, postcode, countryCode } = party.address
  return {
    name: from(party, party.name),
    address: {
      ...{ cityName: from(party, city), countryCode: from(party, countryCode) },
      line: from(party, line),
      postcode: postcode === undefined ? byRule(noPostcode, NO_POSTCODE) : from(party, postcode),
    },
  }
}

/** What CDS takes where there is none. */
const NO_POSTCODE = '00000'

const noPostcode = {
  en: 'No postcode is known: CDS takes 00000 in its place, for countries that have none.',
  zh: '没有邮政编码：CDS 以 00000 代替，适用于没有邮政编码的国家。',
}
