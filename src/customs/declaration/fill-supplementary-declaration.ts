import { type Result, resultOf } from '../result.ts'
import type { Declaration, GoodsShipment } from './declaration.ts'
import { byRule, type Drafted, finish, from } from './draft.ts'
import { fillGoodsItem } from './fill-goods-item.ts'
import { fillGoodsShipment } from './fill-goods-shipment.ts'
import { type FilledDeclaration, fillPayment, importDraft } from './fill-import-declaration.ts'
import type { ImportDeclarationFacts } from './fill-input.ts'
import { simplifiedDocument, simplifiedHolder } from './fill-simplified-declaration.ts'
import type { GoodsItem } from './goods-item.ts'
import { missingFacts } from './missing-facts.ts'
import type { InitialDeclarationFacts, SimplificationFacts } from './simplification-facts.ts'

/** What makes a declaration supplementary. */
export interface SupplementFacts {
  readonly simplification: SimplificationFacts
  readonly initial: InitialDeclarationFacts
}

/**
 * Fills the supplementary declaration (additional type `Y`, data set H1) that completes a simplified
 * one after the release: the whole of H1, with the tax point and the MRN of the simplified declaration.
 *
 * Source: UK Trade Tariff volume 3, CDS import declaration completion instructions, elements 1/2 and
 * 2/1; trade test samples TT_IM058a, TT_IM129a and TT_IM205a (read 2026-11).
 */
export function fillSupplementaryDeclaration(
  facts: ImportDeclarationFacts,
  supplement: SupplementFacts,
): Result<FilledDeclaration> {
  return resultOf(missingFacts(facts), () => {
    const { value, origins } = finish<Declaration>(supplementaryDraft(facts, supplement))
    return { declaration: value, origins }
  })
}

function supplementaryDraft(
  facts: ImportDeclarationFacts,
  { simplification, initial }: SupplementFacts,
): Drafted<Declaration> {
  const { payment, references } = facts
  const withAuthorisation: ImportDeclarationFacts = {
    ...facts,
    goodsItems: facts.goodsItems.map((item) => ({
      ...item,
      documents: [...item.documents, simplifiedDocument(simplification)],
    })),
  }
  const goodsItems = withAuthorisation.goodsItems.map((item, index): Drafted<GoodsItem> => ({
    ...fillGoodsItem(withAuthorisation, item, index + 1),
    previousDocuments: from(initial, [
      { categoryCode: 'Y', id: initial.mrn, typeCode: 'SDE', lineNumber: index + 1 },
    ]),
  }))
  const shipment: Drafted<GoodsShipment> = {
    ...fillGoodsShipment(withAuthorisation, goodsItems),
    previousDocuments: from(references, [
      { categoryCode: 'Y', id: references.ducr, typeCode: 'DCR' },
    ]),
  }
  return {
    ...importDraft(withAuthorisation),
    acceptedAt: from(initial, initial.acceptedAt),
    typeCode: byRule(
      { en: 'Supplementary to a simplified declaration.', zh: '简化申报的补充申报。' },
      'IMY',
    ),
    authorisationHolders: [
      ...(fillPayment(payment).authorisationHolders ?? []),
      from(simplification, simplifiedHolder(simplification)),
    ],
    goodsShipment: shipment,
  }
}
