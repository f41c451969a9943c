import type { BulkDeclarationFacts } from '../../customs/declaration/bulk-facts.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import { type BulkImports, isCustomsUnion } from '../../customs/lane/bulk-imports.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import {
  combineAll,
  combine,
  failure,
  type Failure,
  type Result,
  success,
} from '../../customs/result.ts'
import { namedParty } from './declared-party.ts'
import { fromOrder, referenceFacts } from './import-declaration-facts.ts'
import { shipmentFacts } from './shipment-facts.ts'

/** What a bulk declaration is gathered from. */
export interface BulkSources {
  /** Already weighed: all may be in one bulk, and they travel alike. */
  readonly consignments: readonly [Consignment, ...Consignment[]]
  readonly profile: TraderProfile
  readonly bulkImports: BulkImports
  readonly lrn: string
  readonly ducr: string
  readonly hasArrived: boolean
}

const ofProfile: FieldOrigin = { source: 'profile' }

/** Gathers the facts of a bulk declaration. A fact that is needed and absent is named. */
export function bulkDeclarationFacts(sources: BulkSources): Result<BulkDeclarationFacts> {
  const { consignments, profile, bulkImports, lrn, ducr, hasArrived } = sources
  const [first] = consignments
  const { bulkAuthorisation, declarant } = profile
  if (bulkAuthorisation === undefined) return failure(notAuthorised(declarant.name))
  const gathered = combine({
    shipments: combineAll(consignments.map((consignment) => shipmentOf(consignment))),
  })
  if (!gathered.ok) return gathered
  const [shipment] = gathered.value.shipments
  const { arrival, borderModeCode } = shipment!.transport
  const isHolder = bulkAuthorisation.holderEori === declarant.eori
  return success({
    lrn,
    additionalDeclarationType: hasArrived ? 'J' : 'K',
    parties: {
      declarant: { eori: declarant.eori, origin: ofProfile },
      representation: { kind: isHolder ? 'self' : 'direct', origin: ofProfile },
    },
    authorisation: { ...bulkAuthorisation, origin: ofProfile },
    shipment: {
      origin: fromOrder(first),
      exportCountry: first.shipFrom.country,
      isCustomsUnion: isCustomsUnion(bulkImports, first.shipFrom.country),
      goodsLocation: shipment!.goodsLocation,
      borderModeCode,
      ...(arrival && { arrival }),
    },
    references: referenceFacts({ ducr }),
    consignments: consignments.map((consignment) => ({
      origin: fromOrder(consignment),
      exporter: namedParty(consignment.parties.exporter, fromOrder(consignment)),
      description: descriptionOf(consignment),
      packages: packagesOf(consignment),
    })),
  })
}

/** Facts of travel that are absent, each under the reference of its consignment. */
function shipmentOf(consignment: Consignment): ReturnType<typeof shipmentFacts> {
  const facts = shipmentFacts(consignment)
  if (facts.ok) return facts
  const placed = (one: Failure): Failure => ({
    ...one,
    path: `/${consignment.reference}${one.path}`,
  })
  const [first, ...others] = facts.failures
  return failure(placed(first), ...others.map(placed))
}

/** Longest description of goods (WCO 137). */
const CHARACTERS_MAX = 512

function descriptionOf({ goodsItems }: Consignment): string {
  const descriptions = goodsItems.map(({ description }) => description)
  return descriptions.join('; ').slice(0, CHARACTERS_MAX)
}

function packagesOf({ packages, reference }: Consignment) {
  if (packages === undefined) return []
  return [{ typeCode: packages.type, quantity: packages.count, marks: packages.marks ?? reference }]
}

function notAuthorised(name: string): Failure {
  return {
    code: 'fact-missing',
    path: '/profile/bulkAuthorisation',
    message: `Nobody is authorised for bulk declarations in the profile of ${name}.`,
    mend: 'State the holder and the number of the authorisation (BRD), for which HMRC is asked.',
    zh: {
      message: `${name} 的档案中没有批量申报授权。`,
      mend: '请填写授权（BRD）的持有人和编号；该授权向英国税务海关总署（HMRC）申请。',
    },
  }
}
