import { type Result, resultOf } from '../result.ts'
import type { Declaration, ObligationGuarantee } from './declaration.ts'
import { type Draft, type Drafted, finish, from } from './draft.ts'
import { fillAgent, fillHead, importType } from './fill-head.ts'
import type { HeaderDocument } from './element.ts'
import { fillGoodsItem } from './fill-goods-item.ts'
import { fillGoodsShipment } from './fill-goods-shipment.ts'
import { fillParty } from './fill-party.ts'
import type { FieldOrigin, ImportDeclarationFacts, PaymentFacts } from './fill-input.ts'
import { missingFacts } from './missing-facts.ts'
import type { AuthorisationHolder } from './party.ts'

/** A declaration with the origin of every field, by JSON Pointer into it. */
export interface FilledDeclaration {
  readonly declaration: Declaration
  readonly origins: Readonly<Record<string, FieldOrigin>>
}

/**
 * Fills an import declaration into free circulation (data set H1) from the facts of a case. It
 * decides nothing: procedure, preference, representation and payment come in as facts.
 *
 * @returns the declaration with the origin of each field, or the facts that are missing or cannot be
 *   declared. `checkDeclaration` then tells whether the whole keeps the authority's rules.
 */
export function fillImportDeclaration(facts: ImportDeclarationFacts): Result<FilledDeclaration> {
  return resultOf(missingFacts(facts), () => {
    const { value, origins } = finish<Declaration>(importDraft(facts))
    return { declaration: value, origins }
  })
}

/** The declaration of data set H1 in the making, from which the simplified ones are made. */
export function importDraft(facts: ImportDeclarationFacts): Drafted<Declaration> {
  const { parties, shipment, payment } = facts
  const { transport } = shipment
  const goodsItems = facts.goodsItems.map((item, index) => fillGoodsItem(facts, item, index + 1))
  return {
    ...fillHead(
      { lrn: facts.lrn, typeCode: `IM${facts.additionalDeclarationType}`, typeNote: importType },
      goodsItems,
    ),
    invoiceAmount: from(facts.valuation, facts.valuation.invoiceTotal),
    totalPackageQuantity: from(shipment, shipment.totalPackages),
    ...fillPayment(payment),
    ...fillInternalMarket(facts),
    ...fillHeaderStatements(facts),
    agent: fillAgent(parties.representation),
    borderTransportMeans: from(transport, {
      ...(transport.borderNationality === undefined
        ? {}
        : { registrationNationalityCode: transport.borderNationality }),
      modeCode: transport.borderModeCode,
    }),
    declarant: { id: from(parties.declarant, parties.declarant.eori) },
    exporter: fillParty(parties.exporter),
    goodsShipment: fillGoodsShipment(facts, goodsItems),
  }
}

/** What of the payment stands in the header. */
interface DraftedPayment {
  readonly additionalDocuments?: Draft<readonly HeaderDocument[]>
  readonly authorisationHolders?: readonly Draft<AuthorisationHolder>[]
  readonly obligationGuarantees?: Draft<readonly ObligationGuarantee[]>
}

/** Who is authorised under the UK Internal Market Scheme stands beside the holders for the payment. */
function fillInternalMarket({
  payment,
  internalMarket,
}: ImportDeclarationFacts): Pick<DraftedPayment, 'authorisationHolders'> {
  if (internalMarket === undefined) return {}
  const holder = { id: internalMarket.holderEori, categoryCode: 'UKIM' }
  const { authorisationHolders = [] } = fillPayment(payment)
  return { authorisationHolders: [...authorisationHolders, from(internalMarket, holder)] }
}

function fillHeaderStatements({
  statements = [],
}: ImportDeclarationFacts): Pick<Drafted<Declaration>, 'additionalInformation'> {
  if (statements.length === 0) return {}
  return {
    additionalInformation: statements.map((statement) =>
      from(statement, { statementCode: statement.code }),
    ),
  }
}

/** Deferment shows in the header as account, holders and guarantee; the documents go to the items. */
export function fillPayment(payment: PaymentFacts): DraftedPayment {
  if (payment.kind !== 'deferment') return {}
  const { accountNumber, dpo, guarantee } = payment
  const holders = [
    ...(guarantee === undefined ? [] : [{ id: guarantee.holderEori, categoryCode: 'CGU' }]),
    { id: dpo.holderEori, categoryCode: 'DPO' },
  ]
  return {
    additionalDocuments: from(payment, [{ categoryCode: '1', id: accountNumber, typeCode: 'DAN' }]),
    authorisationHolders: holders.map((holder) => from(payment, holder)),
    ...(guarantee === undefined
      ? {}
      : {
          obligationGuarantees: from(payment, [
            { id: guarantee.guaranteeReference, securityDetailsCode: guarantee.typeCode },
          ]),
        }),
  }
}
