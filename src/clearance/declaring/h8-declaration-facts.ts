import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import type { H8DeclarationFacts, H8ItemFacts } from '../../customs/declaration/h8-facts.ts'
import { combine, combineAll, failure, type Result, success } from '../../customs/result.ts'
import { declaredParty } from './declared-party.ts'
import { invoiceDocuments, packagesOf } from './goods-item-facts.ts'
import {
  type DeclarationReferences,
  type DeclarationSources,
  fromOrder,
  partyFacts,
  referenceFacts,
} from './import-declaration-facts.ts'
import { itemToDeclare } from './item-to-declare.ts'
import { shipmentFacts } from './shipment-facts.ts'

/** Locations of the goods vehicle movement service end so, as `GBAUBELBELGVM` for Belfast does. */
const VEHICLE_SERVICE = /GVM$/

/** Element 7/4 of ferries that goods roll on to and off from. */
const ROLL_ON_ROLL_OFF = '6'

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
    authorisation: authorisationOf(sources),
    goodsItems: combineAll(
      consignment.goodsItems.map((item, index) => h8ItemFacts(sources, item, index)),
    ),
  })
  if (!gathered.ok) return gathered
  const { shipment, authorisation, goodsItems } = gathered.value
  const { importer, declarant, representation } = partyFacts(sources)
  // An exporter with an EORI is declared by it alone, as the completion guide asks.
  const exporter = declaredParty(consignment.parties.exporter, fromOrder(consignment))
  const isTold = VEHICLE_SERVICE.test(shipment.goodsLocation.code)
  return success({
    lrn: references.lrn,
    additionalDeclarationType: references.additionalType,
    parties: { importer, exporter, declarant, representation },
    authorisation,
    shipment: {
      origin: shipment.origin,
      destinationCountry: shipment.destinationCountry,
      goodsLocation: shipment.goodsLocation,
      borderModeCode: isTold ? ROLL_ON_ROLL_OFF : shipment.transport.borderModeCode,
    },
    statements: isTold ? [{ code: 'RRS01', origin: toldToVehicleService }] : [],
    references: referenceFacts(references),
    goodsItems,
  })
}

const toldToVehicleService: FieldOrigin = {
  source: 'rule',
  note: {
    en: 'The place belongs to the goods vehicle movement service, which is told of the declaration.',
    zh: '该地点属于货物车辆流动服务（GVMS），须将申报告知该服务。',
  },
}

/** The scheme asks that who holds the authorisation be the importer. */
function authorisationOf({
  consignment,
  parties,
}: DeclarationSources): Result<H8DeclarationFacts['authorisation']> {
  const { internalMarket } = consignment
  const { role, party } = parties.importerOfRecord.value
  if (internalMarket === undefined) throw new Error('a lane without the scheme is not declared so')
  if (role !== internalMarket.holder || party.eori === undefined) {
    return failure({
      code: 'invalid-input',
      path: '/internalMarket/holder',
      message: `The ${internalMarket.holder} holds the authorisation of the UK Internal Market Scheme, but ${party.name} imports the goods; the holder has to be the importer.`,
      mend: 'Agree on a term of delivery under which the holder imports, or state who else is authorised.',
      zh: {
        message: `“英国内部市场计划”的授权由${internalMarket.holder === 'buyer' ? '买方' : '卖方'}持有，而进口商为${party.name}；进口商须为授权持有人。`,
        mend: '请约定由授权持有人进口的贸易术语，或填写其他被授权方。',
      },
    })
  }
  return success({
    origin: fromOrder(consignment),
    holderEori: party.eori,
    number: internalMarket.authorisation,
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
