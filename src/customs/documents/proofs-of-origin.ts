import type { GoodsItem } from '../consignment/consignment.ts'
import { cite } from '../law/law.ts'
import type { RequiredDocument } from './required-document.ts'
import type { DocumentsQuestion } from './required-documents.ts'
import { sellerRole } from './seller-role.ts'

type Claim = NonNullable<GoodsItem['preference']>

/**
 * The proofs of preferential origin, one entry for each agreement and kind of proof that goods
 * claim. Needed exactly where goods claim a preference and would otherwise bear duty; a claim
 * without its proof is not made.
 */
export function proofsOfOrigin(question: DocumentsQuestion): readonly RequiredDocument[] {
  const { consignment, lane } = question
  const claims = distinctClaims(consignment.goodsItems)
  if (claims.length === 0) {
    return [notNeeded(question, { en: 'No goods claim a preference.', zh: '无货物申请优惠税率。' })]
  }
  if (lane.customsDuty === 'relieved') {
    const why = {
      en: 'The goods are free of duty as a consignment of low value, so no preference is claimed.',
      zh: '货物作为低值货物免征关税，故不申请优惠税率。',
    }
    return [notNeeded(question, why)]
  }
  return claims.map((claim) => claimedProof(claim, question))
}

function distinctClaims(goodsItems: readonly GoodsItem[]): readonly Claim[] {
  const claims = goodsItems.flatMap(({ preference }) => preference ?? [])
  const byProof = new Map(claims.map((claim) => [`${claim.agreement} ${claim.proof}`, claim]))
  return [...byProof.values()]
}

function notNeeded(
  { consignment }: DocumentsQuestion,
  why: RequiredDocument['why'],
): RequiredDocument {
  const whoProvides = sellerRole(consignment)
  return { type: 'preference-statement', needed: 'not-needed', why, whoProvides, state: 'absent' }
}

function claimedProof(
  { agreement: id, proof }: Claim,
  question: DocumentsQuestion,
): RequiredDocument {
  const { consignment, parties, laws, preferenceAgreements } = question
  const agreement = preferenceAgreements.find((known) => known.id === id)
  const accepted = agreement?.proofs.find(({ kind }) => kind === proof)
  const ofImporter = accepted?.madeOutBy === 'importer'
  return {
    type: ofImporter ? 'importers-knowledge' : 'preference-statement',
    ...(accepted?.declaredAs && { documentCode: accepted.declaredAs.documentCode }),
    needed: 'required',
    why: {
      en: `Goods claim the preference of ${id}, which the proof alone supports.`,
      zh: `货物申请${id}优惠税率，须凭原产地证明。`,
    },
    ...(agreement && { law: cite(laws, agreement.law) }),
    whoProvides: ofImporter ? parties.importerOfRecord.value.role : sellerRole(consignment),
    ...standingOf({ agreement: id, proof }, question),
  }
}

/** Held once the proof is there for every item that claims on it. */
function standingOf(
  claim: Pick<Claim, 'agreement' | 'proof'>,
  { consignment, heldProofs }: DocumentsQuestion,
): Pick<RequiredDocument, 'state' | 'reference'> {
  const references = consignment.goodsItems
    .filter(
      ({ preference }) =>
        preference?.agreement === claim.agreement && preference.proof === claim.proof,
    )
    .map((item) => heldProofs.find(({ itemNumber }) => itemNumber === item.itemNumber)?.reference)
  if (references.includes(undefined)) return { state: 'absent' }
  return { state: 'held', reference: [...new Set(references)].join(', ') }
}
