import type { BilingualText } from '../bilingual-text.ts'
import type { Destination } from '../destination/destination.ts'

type ImporterRule = Destination['importers'][number]

/** A party that may stand as importer, and what it needs for that. */
export interface PossibleImporter extends Pick<ImporterRule, 'who' | 'needs' | 'confidence'> {
  readonly name: BilingualText
  readonly law: Pick<Destination['laws'][number], 'title' | 'url' | 'says'>
}

const names: Readonly<Record<ImporterRule['who'], BilingualText>> = {
  buyer: { en: 'Buyer', zh: '买方' },
  seller: { en: 'Seller', zh: '卖方' },
  marketplace: { en: 'Marketplace', zh: '电商平台' },
  'customs-broker': { en: 'Customs broker', zh: '报关行' },
  carrier: { en: 'Carrier', zh: '承运人' },
}

/** Who may import into a destination, in the order in which they come into question. */
export function importersOf({
  destination,
  importers,
  laws,
}: Destination): readonly PossibleImporter[] {
  return importers.map(({ who, needs, confidence, law: id }) => {
    const law = laws.find((one) => one.id === id)
    // The reader of the file follows every name, so this is a fault.
    if (law === undefined) throw new Error(`${destination} has no law ${id}`)
    const { title, url, says } = law
    return { who, name: names[who], needs, confidence, law: { title, url, says } }
  })
}
