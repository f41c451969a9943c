import type { LodgedDeclaration, LodgedParty } from '../message/lodged-declaration.ts'
import { fault, missing, type Check } from './check.ts'
import type { DeclarationError } from './declaration-error.ts'
import { isToNorthernIreland } from './full-northern-ireland-checks.ts'

/** EORI as the UK gives it: `GB` and 12 digits, 15 for members of a VAT group. */
const GB_EORI = /^GB\d{12}(\d{3})?$/
/** The same of Northern Ireland. */
const XI_EORI = /^XI\d{12}(\d{3})?$/
/** A declaration unique consignment reference: year digit, country, trader, own reference. */
const DUCR = /^\d[A-Z]{2}[0-9A-Z]{1,17}-[0-9A-Z()-]{1,19}$/

/** Standard imports that this office takes: arrived and pre-lodged. */
const STANDARD_TYPES: readonly (string | undefined)[] = ['IMA', 'IMD']

/** A message that is no request about an earlier one. */
export const originalDeclaration: Check = ({ functionCode }) =>
  functionCode === '9'
    ? []
    : [fault('CDS10020', '017', `Function code ${functionCode} is no original declaration.`)]

/** The reference under which it is lodged. */
export const identification: Check = ({ lrn }) => missing(lrn, 'D026', 'The LRN (2/5)')

const declarationType: Check = ({ typeCode }) =>
  STANDARD_TYPES.includes(typeCode)
    ? []
    : [fault('CDS12052', 'D013', `Type ${typeCode ?? '(none)'} is not taken here.`)]

/** Who declares, by an EORI. */
export const declarant: Check = (declaration) =>
  eoriErrors(declaration.declarant, { where: '57B/R123', who: 'The declarant' }, declaration)

/** A private person may import without EORI and is then named with an address (3/15). */
const importer: Check = (declaration) => {
  const { importer: party } = declaration
  if (party.id !== undefined) {
    return eoriErrors(party, { where: '67A/74A/R038', who: 'The importer' }, declaration)
  }
  return party.name !== undefined && party.hasAddress
    ? []
    : [fault('CDS10001', '67A/74A/R038', 'The importer has neither EORI nor name and address.')]
}

const exporter: Check = ({ exporter: party }) =>
  party.id !== undefined || (party.name !== undefined && party.hasAddress)
    ? []
    : [fault('CDS10001', '57A/R031', 'The exporter (3/1) is missing its name or address.')]

/** A trader may move its own goods to Northern Ireland, but not sell them abroad to itself. */
const distinctParties: Check = ({ importer: buyer, exporter: seller }) =>
  buyer.id !== undefined && buyer.id === seller.id
    ? [fault('CDS12081', '67A/74A/R038', 'Importer and exporter are the same party.')]
    : []

/** Who declares for another says whether directly or indirectly (3/21). */
const representation: Check = ({
  declarant: party,
  importer: principal,
  representativeStatusCode,
}) => {
  if (party.id === principal.id) return []
  return representativeStatusCode === '2' || representativeStatusCode === '3'
    ? []
    : [fault('CDS10001', '05A/102', 'The representative status (3/21) is missing or unknown.')]
}

/** How the goods cross the border, and where they can be seen. */
export const transport: Check = (declaration) => [
  ...missing(declaration.borderTransportModeCode, '15A/T022', 'The mode of transport (7/4)'),
  ...missing(declaration.goodsLocation, '67A/28A/64A/L016', 'The location of the goods (5/23)'),
]

const destination: Check = ({ destinationCountry }) =>
  destinationCountry === 'GB'
    ? []
    : [fault('CDS10020', '67A/99B/465', 'The country of destination (5/8) is not GB.')]

const countryOfExport: Check = ({ exportCountry, items }) =>
  exportCountry === undefined && items.some((item) => item.exportCountry === undefined)
    ? [fault('CDS12135', '67A/95B/062', 'The country of export (5/14) is missing.')]
    : []

/** Goods items, numbered and counted as they stand. */
export const itemCount: Check = ({ goodsItemQuantity, items }) => {
  if (items.length === 0) return [fault('CDS10001', '67A/68A', 'There is no goods item.')]
  const counted =
    goodsItemQuantity === items.length
      ? []
      : [
          fault(
            'CDS11003',
            '228',
            `${goodsItemQuantity} items are declared, ${items.length} stand.`,
          ),
        ]
  const misnumbered = items.some((item, index) => item.sequence !== index + 1)
  const numbered = misnumbered
    ? [fault('CDS12022', '67A/68A/006', 'The items are not numbered from 1 without gaps.')]
    : []
  return [...counted, ...numbered]
}

/** Packages, in which the goods are. */
export const packages: Check = ({ totalPackageQuantity, items }) => {
  const total = missing(totalPackageQuantity, '146', 'The total of packages (6/18)')
  const sum = items
    .flatMap((item) => item.packages)
    .reduce((all, one) => all + (one.quantity ?? 0), 0)
  return sum > 0
    ? total
    : [...total, fault('CDS12058', '67A/68A#1/93A#1/144', 'No item has a package.')]
}

/** A reference of the consignment, in the form of one. */
export const consignmentReference: Check = ({ previousDocuments, items }) => {
  const all = [...previousDocuments, ...items.flatMap((item) => item.previousDocuments)]
  if (all.length === 0)
    return [fault('CDS10001', '67A/99A', 'A previous document (2/1) is missing.')]
  return all
    .filter((document) => document.typeCode === 'DCR' && !DUCR.test(document.id ?? ''))
    .map((document) => fault('CDS12132', '67A/99A/D018', `${document.id} is no DUCR.`))
}

/** EORIs of Northern Ireland are for goods that go there. */
/** What is wrong with the EORI of a party that has to have one. */
export function eoriErrors(
  { id }: LodgedParty,
  { where, who }: { readonly where: string; readonly who: string },
  declaration: LodgedDeclaration,
): readonly DeclarationError[] {
  if (id === undefined) return [fault('CDS10001', where, `${who} has no EORI.`)]
  if (GB_EORI.test(id)) return []
  if (isToNorthernIreland(declaration) && XI_EORI.test(id)) return []
  return id.startsWith('GB')
    ? [fault('CDS12005', where, `${who}: ${id} is no EORI.`)]
    : [fault('CDS12153', where, `${who}: EORIs like ${id} are not taken here.`)]
}

const inEveryDataSet: readonly Check[] = [
  originalDeclaration,
  identification,
  exporter,
  representation,
  transport,
  itemCount,
  consignmentReference,
]

/** Rules about the declaration as a whole that hold in every standard data set that is taken here. */
export const sharedHeaderChecks: readonly Check[] = [declarationType, ...inEveryDataSet]

/** Rules about the declaration as a whole of a simplified one, whose type is known by its data set. */
export const simplifiedHeaderChecks: readonly Check[] = [
  ...inEveryDataSet,
  distinctParties,
  declarant,
  importer,
  countryOfExport,
  packages,
]

/** The same of the one that completes it, which says all that a standard one does. */
export const supplementaryHeaderChecks: readonly Check[] = [...simplifiedHeaderChecks, destination]

/** Rules about the declaration as a whole of the data set H1. */
export const headerChecks: readonly Check[] = [declarationType, ...supplementaryHeaderChecks]
