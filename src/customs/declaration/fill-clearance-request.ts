import { type Result, resultOf } from '../result.ts'
import type { ExportRequestFacts, ImportRequestFacts } from './clearance-request-facts.ts'
import type { Declaration } from './declaration.ts'
import { type Drafted, finish, from } from './draft.ts'
import { fillPackagings, selfRepresentation } from './fill-goods-item.ts'
import { fillGoodsLocation, fillPreviousDocuments } from './fill-goods-shipment.ts'
import { fillAgent, fillHead, fillNumber } from './fill-head.ts'
import type { FilledDeclaration } from './fill-import-declaration.ts'
import { fillParty } from './fill-party.ts'
import type { GoodsItem } from './goods-item.ts'
import { noGoods } from './missing-facts.ts'

/**
 * Fills a customs clearance request of an import (data set C21i, types `J` and `K`): the release of goods
 * that no full declaration is asked for. It has neither codes nor values nor taxes.
 */
export function fillImportRequest(facts: ImportRequestFacts): Result<FilledDeclaration> {
  return filled(facts, () => {
    const { shipment, importer } = facts
    const { means } = shipment
    return {
      ...headOf(facts, 'IM'),
      totalPackageQuantity: from(shipment, facts.totalPackages),
      goodsShipment: {
        consignment: {
          containerCode: from(shipment, '0'),
          arrivalTransportMeans:
            means && from(shipment, { id: means.id, identificationTypeCode: means.typeCode }),
          goodsLocation: fillGoodsLocation(shipment.goodsLocation),
        },
        exportCountry: from(shipment, { countryCode: facts.exportCountry }),
        goodsItems: itemsOf(facts),
        importer: fillParty(importer),
        previousDocuments: fillPreviousDocuments(facts.references),
      },
    }
  })
}

/** Fills a customs clearance request of an export (data set C21e, types `J` and `K`). */
export function fillExportRequest(facts: ExportRequestFacts): Result<FilledDeclaration> {
  return filled(facts, () => {
    const { shipment, freightPaymentCode } = facts
    const { means } = shipment
    return {
      ...headOf(facts, 'EX'),
      consignment:
        freightPaymentCode === undefined
          ? undefined
          : { freight: from(shipment, { paymentMethodCode: freightPaymentCode }) },
      exitOffice: from(shipment, { id: facts.exitOffice }),
      goodsShipment: {
        consignee: fillParty(facts.consignee),
        consignment: {
          containerCode: from(shipment, '0'),
          departureTransportMeans:
            means && from(shipment, { id: means.id, identificationTypeCode: means.typeCode }),
          goodsLocation: fillGoodsLocation(shipment.goodsLocation),
        },
        destination: from(shipment, { countryCode: facts.destinationCountry }),
        goodsItems: itemsOf(facts),
        previousDocuments: fillPreviousDocuments(facts.references),
      },
    }
  })
}

type AnyRequest = ImportRequestFacts | ExportRequestFacts

function filled(
  { goodsItems }: AnyRequest,
  draft: () => Drafted<Declaration>,
): Result<FilledDeclaration> {
  return resultOf(goodsItems.length === 0 ? [noGoods] : [], () => {
    const { value, origins } = finish<Declaration>(draft())
    return { declaration: value, origins }
  })
}

function headOf(facts: AnyRequest, direction: 'IM' | 'EX') {
  const { presentation, representation, declarant, shipment } = facts
  return {
    ...fillHead(
      {
        lrn: facts.lrn,
        typeCode: `${direction}${presentation === 'arrived' ? 'J' : 'K'}`,
        typeNote: {
          en: 'A customs clearance request: J with the goods at their place, K before.',
          zh: '海关放行申请：货物已到为 J，未到为 K。',
        },
      },
      facts.goodsItems,
    ),
    agent: fillAgent(representation),
    borderTransportMeans: from(shipment, { modeCode: shipment.borderModeCode }),
    declarant: { id: from(declarant, declarant.eori) },
    exporter: fillParty(facts.exporter),
  } satisfies Drafted<Declaration>
}

function itemsOf({ goodsItems, procedure, representation }: AnyRequest) {
  const [requested, previous] = [procedure.code.slice(0, 2), procedure.code.slice(2)]
  return goodsItems.map(({ goods }, index) => {
    const { grossWeightKg, netWeightKg } = goods
    const isWeighed = grossWeightKg !== undefined || netWeightKg !== undefined
    return {
      sequenceNumber: fillNumber(index + 1),
      additionalInformation: selfRepresentation(representation),
      commodity: {
        description: from(goods, goods.description),
        goodsMeasure: isWeighed
          ? from(goods, {
              ...(grossWeightKg !== undefined && { grossMass: { value: grossWeightKg } }),
              ...(netWeightKg !== undefined && { netMass: { value: netWeightKg } }),
            })
          : undefined,
      },
      governmentProcedures: from(procedure, [
        { currentCode: requested, previousCode: previous },
        ...procedure.additionalProcedures.map((currentCode) => ({ currentCode })),
      ]),
      packagings: fillPackagings(goods),
    } satisfies Drafted<GoodsItem>
  })
}
