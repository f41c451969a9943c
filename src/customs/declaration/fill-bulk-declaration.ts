import { type Failure, type Result, resultOf } from '../result.ts'
import type { BulkConsignmentFacts, BulkDeclarationFacts } from './bulk-facts.ts'
import type { Declaration } from './declaration.ts'
import { byRule, type Draft, finish, from } from './draft.ts'
import { fillAgent, fillHead, fillNumber } from './fill-head.ts'
import type { FilledDeclaration } from './fill-import-declaration.ts'
import type { DeclaredParty } from './fill-input.ts'
import { fillGoodsLocation, fillPreviousDocuments } from './fill-goods-shipment.ts'
import { additionalDocument, fillPackagings, selfRepresentation } from './fill-goods-item.ts'
import { fillParty } from './fill-party.ts'
import type { GoodsItem } from './goods-item.ts'
import type { Trader } from './party.ts'

/** Goods items that one declaration can hold, element 1/6. */
const ITEMS_MAX = 99

/**
 * Fills a bulk declaration (BIRDS) of many consignments of low value. It decides nothing; which
 * consignments may be in a bulk is weighed before.
 *
 * @returns the declaration with the origin of each field, or why it cannot hold these consignments
 */
export function fillBulkDeclaration(facts: BulkDeclarationFacts): Result<FilledDeclaration> {
  return resultOf(wrongNumber(facts), () => {
    const { value, origins } = finish<Declaration>(bulkDraft(facts))
    return { declaration: value, origins }
  })
}

function bulkDraft(facts: BulkDeclarationFacts): Draft<Declaration> {
  const { parties, shipment, authorisation, consignments } = facts
  const { representation } = parties
  const exporter = soleExporter(consignments)
  return {
    ...fillHead(
      {
        lrn: facts.lrn,
        typeCode: `${shipment.isCustomsUnion ? 'CO' : 'IM'}${facts.additionalDeclarationType}`,
        typeNote: {
          en: 'Import, or CO from a territory in customs union, with the additional type asked for.',
          zh: '进口；来自关税同盟地区为 CO；附所要求的补充类型。',
        },
      },
      consignments,
    ),
    totalPackageQuantity: byRule(countedPackages, totalPackages(consignments)),
    additionalInformation:
      exporter === undefined ? [byRule(severalExporters, { statementCode: SEVERAL })] : [],
    agent: fillAgent(representation),
    authorisationHolders: from(authorisation, [
      { id: authorisation.holderEori, categoryCode: 'BRD' },
    ]),
    borderTransportMeans: from(shipment, { modeCode: shipment.borderModeCode }),
    declarant: { id: from(parties.declarant, parties.declarant.eori) },
    exporter:
      exporter === undefined ? variousExporters(shipment.exportCountry) : fillParty(exporter),
    goodsShipment: {
      consignment: {
        arrivalTransportMeans:
          shipment.arrival &&
          from(shipment, {
            id: shipment.arrival.id,
            identificationTypeCode: shipment.arrival.typeCode,
          }),
        goodsLocation: fillGoodsLocation(shipment.goodsLocation),
      },
      exportCountry: from(shipment, { countryCode: shipment.exportCountry }),
      goodsItems: consignments.map((consignment, index) => bulkItem(facts, consignment, index + 1)),
      importer: { id: from(authorisation, authorisation.holderEori) },
      previousDocuments: fillPreviousDocuments(facts.references),
    },
  }
}

function bulkItem(
  { parties, authorisation, shipment }: BulkDeclarationFacts,
  consignment: BulkConsignmentFacts,
  itemNumber: number,
): Draft<GoodsItem> {
  return {
    sequenceNumber: fillNumber(itemNumber),
    additionalDocuments: [
      from(authorisation, additionalDocument({ code: '1BRD', id: authorisation.number })),
    ],
    additionalInformation: selfRepresentation(parties.representation),
    commodity: { description: from(consignment, consignment.description) },
    governmentProcedures: byRule(bulkProcedure, [
      { currentCode: '00', previousCode: '20' },
      { currentCode: '21V' },
      ...(shipment.isCustomsUnion ? [{ currentCode: '15F' }] : []),
    ]),
    packagings: fillPackagings(consignment),
  }
}

const countedPackages = { en: 'Summed over the consignments.', zh: '按各票货物合计。' }
const bulkProcedure = {
  en: 'Bulk release to free circulation (0020 with 21V), 15F from a Crown Dependency.',
  zh: '批量放行供自由流通（0020 与 21V）；来自皇家属地加 15F。',
}

/** The code for several exporters, which stands in the place of each part of a name and address. */
const SEVERAL = '00200'

const severalExporters = {
  en: 'The consignments have several exporters, who stand in the commercial records (element 3/1).',
  zh: '各票货物有多个出口商，其名单见商业记录（数据元 3/1）。',
}

/** The exporter of all consignments; absent where they have several. */
function soleExporter(consignments: readonly BulkConsignmentFacts[]): DeclaredParty | undefined {
  const [first, ...others] = consignments.map(({ exporter }) => exporter)
  return others.every((other) => nameOf(other) === nameOf(first!)) ? first : undefined
}

function nameOf(party: DeclaredParty): string {
  return party.kind === 'registered' ? party.eori : JSON.stringify([party.name, party.address])
}

function variousExporters(country: string): Draft<Trader> {
  const address = { cityName: SEVERAL, countryCode: country, line: SEVERAL, postcode: 'NA' }
  return byRule(severalExporters, { name: SEVERAL, address })
}

function totalPackages(consignments: readonly BulkConsignmentFacts[]): number {
  return consignments
    .flatMap(({ packages }) => packages)
    .reduce((total, { quantity }) => total + quantity, 0)
}

function wrongNumber({ consignments }: BulkDeclarationFacts): readonly Failure[] {
  const count = consignments.length
  if (count > 0 && count <= ITEMS_MAX) return []
  return [
    {
      code: 'invalid-input',
      path: '/consignments',
      message: `${count} consignments are to be declared; a bulk declaration holds 1 to ${ITEMS_MAX}.`,
      mend: 'Divide the consignments over several declarations.',
      zh: {
        message: `须申报${count}票货物；一份批量申报可含1至${ITEMS_MAX}票。`,
        mend: '请分多份申报。',
      },
    },
  ]
}
