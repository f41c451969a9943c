import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import type { H8DeclarationFacts, H8ItemFacts } from '../../customs/declaration/h8-facts.ts'
import { combine, combineAll, type Result, success } from '../../customs/result.ts'
import { declaredParty } from './declared-party.ts'
import { invoiceDocuments, packagesOf } from './goods-item-facts.ts'
import {
  type DeclarationReferences,
  type DeclarationSources,
  fromOrder,
  partyFacts,
  referenceFacts,
} from './import-declaration-facts.ts'
import { internalMarketFacts } from './internal-market-facts.ts'
import { itemToDeclare } from './item-to-declare.ts'
import { shipmentFacts } from './shipment-facts.ts'
import { vehicleServiceFacts } from './vehicle-service.ts'

const demanded: FieldOrigin = {
  source: 'rule',
  note: { en: 'The lane demands it.', zh: '由申报通道要求。' },
}

/**
 * Gathers the facts of a declaration of goods from Great Britain to Northern Ireland that are not at
 * risk. A fact that is needed and absent is named.
 */
export function h8DeclarationFacts(
  sources: DeclarationSources,
  references: DeclarationReferences,
): Result<H8DeclarationFacts> {
  const { consignment } = sources
  const gathered = combine({
    shipment: shipmentFacts(consignment),
    authorisation: internalMarketFacts(sources),
    goodsItems: combineAll(
      consignment.goodsItems.map((item, index) => h8ItemFacts(sources, item, index)),
    ),
  })
  if (!gathered.ok) return gathered
  const { shipment, authorisation, goodsItems } = gathered.value
  const { importer, declarant, representation } = partyFacts(sources)
  // An exporter with an EORI is declared by it alone, as the completion guide asks.
  const exporter = declaredParty(consignment.parties.exporter, fromOrder(consignment))
  const { statements, borderModeCode } = vehicleServiceFacts(
    shipment.goodsLocation,
    shipment.transport.borderModeCode,
  )
  return success({
    lrn: references.lrn,
    additionalDeclarationType: references.additionalType,
    parties: { importer, exporter, declarant, representation },
    authorisation,
    shipment: {
      origin: shipment.origin,
      destinationCountry: shipment.destinationCountry,
      goodsLocation: shipment.goodsLocation,
      borderModeCode,
    },
    statements,
    references: referenceFacts(references),
    goodsItems,
  })
}

function h8ItemFacts(
  sources: DeclarationSources,
  item: GoodsItem,
  index: number,
): Result<H8ItemFacts> {
  const complete = itemToDeclare(item, index)
  if (!complete.ok) return complete
  const { commodityCode, origin: originCountry, grossWeightKg, netWeightKg } = complete.value
  const { lane, consignment } = sources
  const ordered: FieldOrigin = { source: 'order', reference: item.orderReference }
  return success({
    goods: {
      origin: ordered,
      description: item.description,
      ...{ originCountry, grossWeightKg, netWeightKg },
      packages: packagesOf(sources, item),
    },
    classification: { origin: ordered, commodityCode: commodityCode.slice(0, 8) },
    price: { origin: ordered, amount: item.linePrice },
    regime: { origin: demanded, additionalProcedures: lane.additionalProcedures },
    documents: [...invoiceDocuments(sources, item), ...transportDocuments(consignment)],
    statements: lane.statements.map((code) => ({ code, origin: demanded })),
  })
}

/** The letter N and the transport document by UN/EDIFACT code list 1001. */
const transportDocumentCodes: Readonly<Record<Consignment['transport']['mode'], string>> = {
  ...{ sea: 'N705', rail: 'N720', road: 'N730', air: 'N740', post: 'N750' },
}

function transportDocuments(consignment: Consignment): H8ItemFacts['documents'] {
  const { mode, transportDocument: id } = consignment.transport
  return id === undefined
    ? []
    : [
        {
          code: transportDocumentCodes[mode],
          id,
          statusCode: 'AE',
          origin: fromOrder(consignment),
        },
      ]
}
