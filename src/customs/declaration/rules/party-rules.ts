import type { Declaration } from '../declaration.ts'
import { isEori, isUkEori } from '../eori.ts'
import type { Party } from '../party.ts'
import { type Breach, breachUnless, type DeclarationRule, hasStatement, itemsOf } from './rule.ts'

interface PlacedParty {
  readonly role: string
  readonly path: string
  readonly party: Party | undefined
}

/** The parties that may be named by EORI or by name and address. */
function partiesOf(declaration: Declaration): readonly PlacedParty[] {
  const { goodsShipment } = declaration
  return [
    { role: 'importer', path: '/goodsShipment/importer', party: goodsShipment?.importer },
    { role: 'exporter', path: '/exporter', party: declaration.exporter },
  ]
}

/** Rules about who declares for whom, and how parties are named. */
export const partyRules: readonly DeclarationRule[] = [
  {
    id: 'declarant-has-uk-eori',
    severity: 'error',
    dataElement: '3/18',
    mend: 'Declare the EORI of a declarant established in the United Kingdom.',
    breaches: ({ declarant }) =>
      breachUnless(
        isUkEori(declarant?.id ?? ''),
        '/declarant/id',
        `"${declarant?.id ?? ''}" is no EORI of the United Kingdom.`,
      ),
  },
  {
    id: 'importer-and-exporter-named',
    severity: 'error',
    dataElement: '3/1, 3/2, 3/15 and 3/16',
    mend: 'Give the EORI, or name, street, town, postcode and country.',
    breaches: (declaration) => partiesOf(declaration).flatMap(unnamed),
  },
  {
    id: 'eori-form',
    severity: 'error',
    dataElement: '3/2, 3/16 and 3/39',
    mend: 'Check the EORI: the country and up to 15 letters or digits, 12 or 15 digits after GB or XI.',
    breaches(declaration) {
      const holders = (declaration.authorisationHolders ?? []).map(({ id }, index) => ({
        path: `/authorisationHolders/${index}/id`,
        id: id ?? '',
      }))
      const parties = partiesOf(declaration).flatMap(({ path, party }) =>
        party?.id === undefined ? [] : [{ path: `${path}/id`, id: party.id }],
      )
      return [...parties, ...holders].flatMap(({ path, id }) =>
        breachUnless(
          /^(GB|XI)/.test(id) ? isUkEori(id) : isEori(id),
          path,
          `"${id}" has not the form of an EORI.`,
        ),
      )
    },
  },
  {
    id: 'seller-declared-once',
    severity: 'error',
    dataElement: '3/24 and 3/25',
    mend: 'Declare the one seller of all goods at the header, or the seller of each item at the items.',
    breaches(declaration) {
      if (declaration.goodsShipment?.seller === undefined) return []
      return itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          item.seller === undefined,
          `${path}/seller`,
          `Item ${item.sequenceNumber} declares a seller, and the header declares one for all.`,
        ),
      )
    },
  },
  {
    id: 'seller-is-not-exporter',
    severity: 'error',
    dataElement: '3/24, 3/25 and 3/1 (CDS12092)',
    mend: 'Leave the seller away where the exporter is the seller.',
    breaches: (declaration) =>
      sellersOf(declaration).flatMap(({ path, party }) =>
        breachUnless(
          !isSameParty(party, declaration.exporter),
          path,
          'The seller is the exporter, who is declared already.',
        ),
      ),
  },
  {
    id: 'representation-consistent',
    severity: 'error',
    dataElement: '3/21 and 2/2',
    mend: 'Declare status 2 or 3 for a representative; who declares for themself is the importer, with 00500.',
    breaches(declaration) {
      const { agent } = declaration
      if (agent !== undefined) {
        const { functionCode = '' } = agent
        return breachUnless(
          functionCode === '2' || functionCode === '3',
          '/agent/functionCode',
          `"${functionCode}" is no representative status.`,
        )
      }
      return selfRepresentation(declaration)
    },
  },
]

/** The sellers that are declared beside the exporter, at the header or at the items. */
function sellersOf(declaration: Declaration): readonly Omit<PlacedParty, 'role'>[] {
  return [
    { path: '/goodsShipment/seller', party: declaration.goodsShipment?.seller },
    ...itemsOf(declaration).map(({ item, path }) => ({
      path: `${path}/seller`,
      party: item.seller,
    })),
  ]
}

/** As far as a declaration tells: by EORI where both have one, else by name. */
function isSameParty(one: Party | undefined, other: Party | undefined): boolean {
  if (one === undefined || other === undefined) return false
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id
  return one.name !== undefined && one.name === other.name
}

/** An EORI stands for name and address; half an address helps nobody. */
function unnamed({ role, path, party }: PlacedParty): readonly Breach[] {
  if (party?.id !== undefined) return []
  const address = party?.address
  const isComplete = [
    party?.name,
    address?.line,
    address?.cityName,
    address?.postcode,
    address?.countryCode,
  ].every((part) => part !== undefined && part.trim() !== '')
  return breachUnless(isComplete, path, `The ${role} has neither EORI nor full name and address.`)
}

/** Without a representative the declarant must be the importer, and say so on every item. */
function selfRepresentation(declaration: Declaration): readonly Breach[] {
  const importer = declaration.goodsShipment?.importer?.id
  return [
    ...breachUnless(
      importer !== undefined && importer === declaration.declarant?.id,
      '/declarant/id',
      'Nobody is declared as representative, yet declarant and importer are not the same.',
    ),
    ...itemsOf(declaration).flatMap(({ item, path }) =>
      breachUnless(
        hasStatement(item, '00500'),
        `${path}/additionalInformation`,
        `Item ${item.sequenceNumber} does not state 00500, that the importer declares.`,
      ),
    ),
  ]
}
