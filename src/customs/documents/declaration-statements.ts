import type { Declaration } from '../declaration/declaration.ts'
import type { GoodsItem } from '../declaration/goods-item.ts'
import { lineFact, paperFacts } from './paper-facts.ts'
import {
  type LinePlaces,
  moneyText,
  type Said,
  saidOfLine,
  type Statement,
  statementsOf,
} from './statement.ts'

/** What a declaration says of the facts that the papers of the trade speak of as well. */
export function statementsOfDeclaration(declaration: Declaration): readonly Statement[] {
  const { exporter, goodsShipment, invoiceAmount, goodsItemQuantity } = declaration
  const { tradeTerms, buyer, exportCountry, destination } = goodsShipment ?? {}
  const exportCode = exportCountry?.countryCode
  return statementsOf('declaration', [
    [paperFacts.exporter, '/exporter/name', exporter?.name],
    [paperFacts.exporterEori, '/exporter/id', exporter?.id],
    [paperFacts.buyer, '/goodsShipment/buyer/name', buyer?.name],
    [paperFacts.countryOfDispatch, '/goodsShipment/exportCountry/countryCode', exportCode],
    [
      paperFacts.countryOfDestination,
      '/goodsShipment/destination/countryCode',
      destination?.countryCode,
    ],
    [
      paperFacts.termOfDelivery,
      '/goodsShipment/tradeTerms/conditionCode',
      tradeTerms?.conditionCode,
    ],
    [
      paperFacts.numberOfPackages,
      '/totalPackageQuantity',
      countText(declaration.totalPackageQuantity),
    ],
    [paperFacts.numberOfItems, '/goodsItemQuantity', countText(goodsItemQuantity)],
    [paperFacts.valueOfGoods, '/invoiceAmount', moneyText(invoiceAmount)],
    ...(goodsShipment?.goodsItems ?? []).flatMap(saidOfItem),
  ])
}

/** Where the WCO data model keeps the facts of a line. */
const places: LinePlaces = {
  seller: 'seller/name',
  description: 'commodity/description',
  commodityCode: 'commodity/classifications',
  origin: 'origins',
  amount: 'commodity/invoiceLine/itemCharge',
  netWeightKg: 'commodity/goodsMeasure/netMass/value',
  grossWeightKg: 'commodity/goodsMeasure/grossMass/value',
}

/** The declaration repeats the invoice (N935) on every item, so each repetition is compared. */
function saidOfItem(item: GoodsItem, index: number): readonly Said[] {
  const { commodity, additionalDocuments = [] } = item
  const path = `/goodsShipment/goodsItems/${index}`
  const fact = lineFact('invoiceNumber', item.sequenceNumber)
  const invoices = additionalDocuments.flatMap((document, position): Said[] =>
    document.categoryCode === 'N' && document.typeCode === '935'
      ? [[fact, `${path}/additionalDocuments/${position}/id`, document.id]]
      : [],
  )
  const line = {
    itemNumber: item.sequenceNumber,
    seller: item.seller?.name,
    description: commodity?.description,
    commodityCode: commodityCodeOf(item),
    origin: originOf(item),
    amount: commodity?.invoiceLine?.itemCharge,
    netWeightKg: commodity?.goodsMeasure?.netMass?.value,
    grossWeightKg: commodity?.goodsMeasure?.grossMass?.value,
  }
  return [...invoices, ...saidOfLine(line, path, places)]
}

/**
 * Eight digits of the nomenclature and two of the tariff; additional codes are no part of it. Reduced
 * data sets have six or eight digits alone and so are silent on the code that the papers state.
 */
function commodityCodeOf({ commodity }: GoodsItem): string | undefined {
  const partOf = (type: string): string | undefined =>
    commodity?.classifications?.find(({ typeCode }) => typeCode === type)?.code
  const [nomenclature, tariff] = [partOf('TSP'), partOf('TRC')]
  return nomenclature === undefined || tariff === undefined ? undefined : nomenclature + tariff
}

/** The non-preferential origin: the preferential one may name a group of countries. */
function originOf({ origins = [] }: GoodsItem): string | undefined {
  return origins.find(({ typeCode }) => typeCode === '1')?.countryCode
}

function countText(count: number | undefined): string | undefined {
  return count === undefined ? undefined : String(count)
}
