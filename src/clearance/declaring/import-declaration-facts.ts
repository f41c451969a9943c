import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type {
  FieldOrigin,
  ImportDeclarationFacts,
  PartyFacts,
  PaymentFacts,
  ReferenceFacts,
  ShipmentFacts,
  ValuationCharge,
  VatTreatment,
} from '../../customs/declaration/fill-input.ts'
import type { LaneDecision } from '../../customs/lane/lane-decision.ts'
import { isPositive, type Money, sum } from '../../customs/money/money.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import { combine, combineAll, type Result, success } from '../../customs/result.ts'
import { declaredParty, namedParty } from './declared-party.ts'
import { goodsItemFacts } from './goods-item-facts.ts'
import { internalMarketFacts } from './internal-market-facts.ts'
import { shipmentFacts } from './shipment-facts.ts'
import { vehicleServiceFacts } from './vehicle-service.ts'

/** Everything of a case that its import declaration is filled from. */
export interface DeclarationSources {
  readonly consignment: Consignment
  readonly lane: LaneDecision
  readonly parties: PartiesDecision
  readonly quote: Quote
  readonly profile: TraderProfile
}

/**
 * What is new with each lodgement, where all else follows from the case: the authority refuses a
 * reference that it has seen before.
 */
export interface DeclarationReferences {
  /** Local reference number, data element 2/5. */
  readonly lrn: string
  /** Declaration unique consignment reference, data element 2/4. */
  readonly ducr: string
  /** `A`: the goods have arrived; `D`: lodged before they have. Data element 1/2. */
  readonly additionalType: 'A' | 'D'
  /** Of a supplementary declaration alone: the simplified one that it completes. */
  readonly initial?: { readonly mrn: string; readonly acceptedAt: string }
}

/**
 * Gathers the facts of a declaration from the decisions of its case. Nothing is decided here; a
 * fact that is needed and absent is named.
 */
export function importDeclarationFacts(
  sources: DeclarationSources,
  references: DeclarationReferences,
): Result<ImportDeclarationFacts> {
  const { consignment, parties, profile } = sources
  const gathered = combine({
    shipment: shipmentFacts(consignment),
    internalMarket: staysInNorthernIreland(sources)
      ? internalMarketFacts(sources)
      : success(undefined),
    goodsItems: combineAll(
      consignment.goodsItems.map((item, index) => goodsItemFacts(sources, item, index)),
    ),
  })
  if (!gathered.ok) return gathered
  const { shipment, internalMarket, goodsItems } = gathered.value
  const { statements, ...told } = atVehicleService(shipment, sources)
  return success({
    lrn: references.lrn,
    additionalDeclarationType: references.additionalType,
    parties: partyFacts(sources),
    ...{ shipment: told.shipment, statements, goodsItems },
    ...(internalMarket && { internalMarket }),
    valuation: {
      origin: fromOrder(consignment),
      incoterm: consignment.incoterm.code,
      place: deliveryPlace(consignment),
      invoiceTotal: sum(
        consignment.goodsItems.map((item) => item.linePrice),
        consignment.currency,
      ),
      chargeDeductions: additions(consignment),
    },
    payment: paymentFacts(parties, profile, isAnythingPaid(sources)),
    vat: { ...vatTreatment(sources), origin: fromParties(parties.importVatAccounting.reason.text) },
    references: { ...referenceFacts(references), ...proofOfExport(sources) },
  })
}

/** Whether some item of a full declaration in Northern Ireland is declared as not at risk. */
function staysInNorthernIreland({ quote }: DeclarationSources): boolean {
  return quote.items.some(({ risk }) => risk?.isAtRisk === false)
}

/** Goods that a ferry brings to Northern Ireland are told to the goods vehicle movement service. */
function atVehicleService(
  shipment: ShipmentFacts,
  { lane }: DeclarationSources,
): Required<Pick<ImportDeclarationFacts, 'shipment' | 'statements'>> {
  if (lane.lane !== 'ni-h1') return { shipment, statements: [] }
  const { goodsLocation, transport } = shipment
  const { statements, borderModeCode } = vehicleServiceFacts(
    goodsLocation,
    transport.borderModeCode,
  )
  return { shipment: { ...shipment, transport: { ...transport, borderModeCode } }, statements }
}

/** Named where the relief for returned goods rests on it. */
function proofOfExport({
  lane,
  consignment: { returnedGoods },
}: DeclarationSources): Pick<ReferenceFacts, 'proofOfExport'> {
  if (lane.lane !== 'gb-h1-returned-goods' || returnedGoods === undefined) return {}
  const { exportMrn, otherProof } = returnedGoods
  if (exportMrn !== undefined) return { proofOfExport: { kind: 'mrn', reference: exportMrn } }
  return otherProof === undefined ? {} : { proofOfExport: { kind: 'other', reference: otherProof } }
}

export function fromOrder({ reference }: Consignment): FieldOrigin {
  return { source: 'order', reference }
}

export function fromParties(note: BilingualText): FieldOrigin {
  return { source: 'parties', note }
}

export function partyFacts({ consignment, parties }: DeclarationSources): PartyFacts {
  const { importerOfRecord, declarant, representation } = parties
  const { exporter, seller, buyer } = consignment.parties
  const hasOwnSeller = seller !== undefined && seller.name !== exporter.name
  const importer = importerOfRecord.value
  return {
    importer: declaredParty(importer.party, fromParties(importerOfRecord.reason.text)),
    // A seller that is the importer too has one EORI; as exporter it is named where it sells from.
    exporter: namedParty(
      exporter,
      seller === undefined ? consignsForSeveral : fromOrder(consignment),
    ),
    ...(hasOwnSeller && { seller: declaredParty(seller, fromOrder(consignment)) }),
    ...(importer.role === 'buyer' ? {} : { buyer: declaredParty(buyer, fromOrder(consignment)) }),
    declarant: { eori: declarant.value.eori, origin: fromParties(declarant.reason.text) },
    representation: {
      kind: representation.value,
      origin: fromParties(representation.reason.text),
    },
  }
}

const consignsForSeveral: FieldOrigin = {
  source: 'rule',
  note: {
    en: 'The goods have several sellers, so who consigns them is the exporter (DE 3/1); each seller is declared on its items (DE 3/24).',
    zh: '货物有多个卖方，因此以发货人为出口商（DE 3/1），各卖方在其货物项中申报（DE 3/24）。',
  },
}

const UN_LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/

function deliveryPlace({
  incoterm,
  shipFrom,
  deliverTo,
}: Consignment): ImportDeclarationFacts['valuation']['place'] {
  if (UN_LOCODE.test(incoterm.place)) return { kind: 'code', unlocode: incoterm.place }
  // Under the E and F terms the named place lies at the departure, under all others at the arrival.
  const atDeparture = incoterm.code === 'EXW' || incoterm.code.startsWith('F')
  const countryCode = atDeparture ? shipFrom.country : deliverTo.country
  return { kind: 'name', name: incoterm.place, countryCode }
}

/** Carriage and insurance that are charged beside the prices, to be shared out by price. */
function additions(consignment: Consignment): readonly ValuationCharge[] {
  const { freight, insurance } = consignment
  const charge = (code: string, amount: Money | undefined): readonly ValuationCharge[] =>
    amount !== undefined && isPositive(amount)
      ? [{ code, amount, origin: fromOrder(consignment) }]
      : []
  return [...charge('AP', freight), ...charge('AK', insurance)]
}

/** Whether anything is paid at import at all; without that no account may be declared (CDS12102). */
function isAnythingPaid(sources: DeclarationSources): boolean {
  return sources.lane.customsDuty === 'due' || vatTreatment(sources).kind === 'paid'
}

function paymentFacts(
  { dutyPayment }: PartiesDecision,
  profile: TraderProfile,
  isPaid: boolean,
): PaymentFacts {
  const origin = fromParties(dutyPayment.reason.text)
  const payment = dutyPayment.value
  if (!isPaid || payment.method === 'paid') return { kind: 'immediate', methodCode: 'A', origin }
  const { accountNumber, holderEori } = payment
  const guarantee = profile.deferment?.guaranteeReference
  return {
    kind: 'deferment',
    origin,
    accountNumber,
    dpo: { holderEori, decisionNumber: `${holderEori.slice(0, 2)}DPO${accountNumber}` },
    ...(guarantee === undefined
      ? {}
      : {
          guarantee: {
            holderEori,
            decisionNumber: guarantee,
            guaranteeReference: guarantee,
            typeCode: profile.deferment?.guaranteeWaived === true ? '0' : '1',
          },
        }),
  }
}

function vatTreatment({ parties, quote }: DeclarationSources): VatTreatment {
  const accounting = parties.importVatAccounting.value
  switch (accounting.method) {
    case 'postponed':
      return { kind: 'postponed', vatNumber: accounting.vatNumber }
    case 'charged-at-sale':
      return { kind: 'charged-at-sale' }
    case 'customer-accounts':
    case 'not-due':
      return { kind: 'not-due' }
    case 'paid':
    case 'deferred':
      return isPositive(quote.totals.importVat) ? { kind: 'paid' } : { kind: 'not-due' }
  }
}

/** The references of a declaration, which nothing in the case gives. */
export function referenceFacts({ ducr }: Pick<DeclarationReferences, 'ducr'>): ReferenceFacts {
  const note = { en: 'A new reference for each lodgement.', zh: '每次申报使用新编号。' }
  return { origin: { source: 'rule', note }, ducr }
}
