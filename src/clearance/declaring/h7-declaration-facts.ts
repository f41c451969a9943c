import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import type {
  FiscalReference,
  H7DeclarationFacts,
  H7ItemFacts,
  TransportCosts,
} from '../../customs/declaration/h7-facts.ts'
import { add, zero } from '../../customs/money/money.ts'
import { combine, combineAll, type Result, success } from '../../customs/result.ts'
import { invoiceDocuments } from './goods-item-facts.ts'
import {
  type DeclarationReferences,
  type DeclarationSources,
  fromOrder,
  fromParties,
  partyFacts,
  referenceFacts,
} from './import-declaration-facts.ts'
import { itemToDeclare } from './item-to-declare.ts'
import { shipmentFacts } from './shipment-facts.ts'

/**
 * Gathers the facts of a declaration of the super-reduced data set from the decisions of its case. A
 * fact that is needed and absent is named.
 */
export function h7DeclarationFacts(
  sources: DeclarationSources,
  references: DeclarationReferences,
): Result<H7DeclarationFacts> {
  const { consignment } = sources
  const gathered = combine({
    shipment: shipmentFacts(consignment),
    goodsItems: combineAll(
      consignment.goodsItems.map((item, index) => h7ItemFacts(sources, item, index)),
    ),
  })
  if (!gathered.ok) return gathered
  const { shipment, goodsItems } = gathered.value
  const { borderModeCode, borderNationality } = shipment.transport
  const { importer, exporter, declarant, representation } = partyFacts(sources)
  const fiscalReference = fiscalReferenceOf(sources)
  return success({
    lrn: references.lrn,
    additionalDeclarationType: references.additionalType,
    parties: { importer, exporter, declarant, representation },
    shipment: {
      origin: shipment.origin,
      totalPackages: shipment.totalPackages,
      goodsLocation: shipment.goodsLocation,
      borderModeCode,
      ...(borderNationality !== undefined && { borderNationality }),
    },
    transportCosts: transportCosts(consignment),
    ...(fiscalReference && { fiscalReference }),
    references: referenceFacts(references),
    goodsItems,
  })
}

function h7ItemFacts(
  sources: DeclarationSources,
  item: GoodsItem,
  index: number,
): Result<H7ItemFacts> {
  const complete = itemToDeclare(item, index)
  if (!complete.ok) return complete
  const { commodityCode, grossWeightKg } = complete.value
  const { lane } = sources
  const ordered: FieldOrigin = { source: 'order', reference: item.orderReference }
  const demanded: FieldOrigin = {
    source: 'rule',
    note: { en: 'The lane demands it.', zh: '由申报通道要求。' },
  }
  return success({
    goods: { origin: ordered, description: item.description, grossWeightKg },
    classification: { origin: ordered, commodityCode: reducedCode(commodityCode) },
    intrinsicValue: { origin: ordered, amount: item.linePrice },
    regime: { origin: demanded, additionalProcedures: lane.additionalProcedures },
    documents: invoiceDocuments(sources, item),
    statements: lane.statements.map((code) => ({ code, origin: demanded })),
  })
}

/** The eight digits of the nomenclature where they are stated, else the six that all countries share. */
function reducedCode(commodityCode: string): string {
  return commodityCode.slice(0, commodityCode.length >= 8 ? 8 : 6)
}

/** Carriage and insurance that are charged beside the prices; 0 where the prices hold them. */
function transportCosts(consignment: Consignment): TransportCosts {
  const { currency, freight = zero(currency), insurance = zero(currency) } = consignment
  return { origin: fromOrder(consignment), amount: add(freight, insurance) }
}

function fiscalReferenceOf({
  parties: { importVatAccounting },
}: DeclarationSources): (FiscalReference & { readonly origin: FieldOrigin }) | undefined {
  const { value, reason } = importVatAccounting
  const origin = fromParties(reason.text)
  switch (value.method) {
    case 'customer-accounts':
      return { roleCode: 'FR2', id: value.vatNumber, origin }
    case 'charged-at-sale':
      return value.registration.startsWith('IM')
        ? { roleCode: 'FR5', id: value.registration, origin }
        : undefined
    case 'paid':
    case 'deferred':
    case 'postponed':
    case 'not-due':
      return undefined
  }
}
