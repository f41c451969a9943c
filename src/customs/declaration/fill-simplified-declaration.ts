import { type Result, resultOf } from '../result.ts'
import type { Declaration } from './declaration.ts'
import { byRule, type Drafted, finish, from } from './draft.ts'
import type { AuthorisationHolder } from './party.ts'
import { fillGoodsItem } from './fill-goods-item.ts'
import { fillGoodsShipment } from './fill-goods-shipment.ts'
import { type FilledDeclaration, importDraft } from './fill-import-declaration.ts'
import type { GoodsItemFacts, ImportDeclarationFacts } from './fill-input.ts'
import { missingFacts } from './missing-facts.ts'
import type { SimplificationFacts } from './simplification-facts.ts'

/**
 * Fills a simplified import declaration (data set I1 for authorised use, additional types `C` and
 * `F`): what an officer needs to decide on the release. Value, taxes and their payment follow in the
 * supplementary declaration.
 *
 * Source: UK Trade Tariff volume 3, CDS import declaration completion instructions, column I1; trade
 * test samples TT_IM003a and TT_IM091a (read 2026-11).
 */
export function fillSimplifiedDeclaration(
  facts: ImportDeclarationFacts,
  simplification: SimplificationFacts,
): Result<FilledDeclaration> {
  return resultOf(missingFacts(facts), () => {
    const draft = simplifiedDraft(reducedTo(facts, simplification), simplification)
    const { value, origins } = finish<Declaration>(draft)
    return { declaration: value, origins }
  })
}

function simplifiedDraft(
  facts: ImportDeclarationFacts,
  simplification: SimplificationFacts,
): Drafted<Declaration> {
  const goodsItems = facts.goodsItems.map((item, index) => ({
    ...fillGoodsItem(facts, item, index + 1),
    customsValuation: undefined,
  }))
  return {
    ...importDraft(facts),
    typeCode: byRule(
      { en: 'Import, simplified, to be completed afterwards.', zh: '进口简化申报，事后补充。' },
      facts.additionalDeclarationType === 'A' ? 'IMC' : 'IMF',
    ),
    invoiceAmount: undefined,
    authorisationHolders: from(simplification, [simplifiedHolder(simplification)]),
    goodsShipment: {
      ...fillGoodsShipment(facts, goodsItems),
      transactionNatureCode: undefined,
      destination: undefined,
      tradeTerms: undefined,
    },
  }
}

/** The facts of the release alone: nothing of what is paid, and how it is valued. */
function reducedTo(
  facts: ImportDeclarationFacts,
  simplification: SimplificationFacts,
): ImportDeclarationFacts {
  const { payment, valuation, vat, parties, shipment } = facts
  const { buyer: _buyer, seller: _seller, ...roles } = parties
  const { arrival: _arrival, ...transport } = shipment.transport
  return {
    ...facts,
    parties: roles,
    shipment: { ...shipment, transport },
    payment: { kind: 'immediate', methodCode: 'A', origin: payment.origin },
    valuation: { ...valuation, chargeDeductions: [] },
    vat: { kind: 'not-due', origin: vat.origin },
    goodsItems: facts.goodsItems.map((item) => reducedItem(item, simplification)),
  }
}

function reducedItem(item: GoodsItemFacts, simplification: SimplificationFacts): GoodsItemFacts {
  const { seller: _seller, regime, ...goods } = item
  const { valuationIndicators: _indicators, taxBases: _bases, ...claimed } = regime
  return {
    ...goods,
    regime: { ...claimed, taxTypes: [] },
    documents: [...item.documents, simplifiedDocument(simplification)],
  }
}

/** Holder of the authorisation, element 3/39. */
export function simplifiedHolder({ holderEori }: SimplificationFacts): AuthorisationHolder {
  return { id: holderEori, categoryCode: 'SDE' }
}

/** The authorisation among the documents of an item, element 2/3. */
export function simplifiedDocument({
  decisionNumber,
  origin,
}: SimplificationFacts): GoodsItemFacts['documents'][number] {
  return { code: 'C512', id: decisionNumber, origin }
}
