import type { BilingualText } from '../bilingual-text.ts'
import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { purchasesOf } from '../consignment/purchases-of.ts'
import { checked, combine, failure, type Failure, type Result, success } from '../result.ts'
import { dispatchOutsideAgreement, exporterOutsideAgreement } from './export-outside-agreement.ts'
import { heldProof, type HeldProof, type PreferenceProofs } from './held-proof.ts'
import { originOutsideAgreement } from './origin-outside-agreement.ts'
import type {
  PreferenceAgreement,
  PreferenceClaiming,
  PreferenceProof,
  ProofDeclaration,
} from './preference-agreements.ts'
import type { DeclaredProof, ProvenPreference } from './proven-preference.ts'

/** The claims of a consignment, what supports them, and the dated facts that decide on them. */
export interface PreferenceQuestion {
  readonly consignment: Consignment
  readonly proofs: PreferenceProofs
  readonly preferenceAgreements: readonly PreferenceAgreement[]
  /** The day of the entry. */
  readonly on: LocalDate
}

/** Which claims may be made, and why the others may not. */
export interface WeighedClaims {
  readonly proven: readonly ProvenPreference[]
  /** Proofs that are there, also of claims that cannot be made for another reason. */
  readonly heldProofs: readonly HeldProof[]
  /**
   * What is wrong with a claim. That its proof is still to come is no failure here: it is on the
   * list of required documents, which is where somebody looks for what to provide.
   */
  readonly failures: readonly Failure[]
}

/**
 * Weighs each claim of preference in a consignment. A claim is proven where its agreement is in
 * force and has the country of origin for a partner, how it is claimed is known, and the case holds a
 * proof that the agreement takes and that describes the goods as they are. At which rate goods come in
 * then is for the tariff to say.
 *
 * Fails by claim with `not-covered` (agreement, proof or claim not known here), `invalid-input` (the
 * origin or the exporter is no partner's), `documents-disagree` (the statement describes other goods)
 * and `document-missing` (the statement has run out, or nothing proves that goods sent from elsewhere
 * stayed unaltered).
 */
export function provePreferences(question: PreferenceQuestion): WeighedClaims {
  const claims = purchasesOf(question.consignment).flatMap((purchase) =>
    purchase.goodsItems.map((item) => weighClaim(item, purchase, question)),
  )
  return {
    proven: claims.flatMap(({ proven }) => proven ?? []),
    heldProofs: claims.flatMap(({ held }) => held ?? []),
    failures: claims.flatMap(({ failures }) => failures),
  }
}

interface WeighedClaim {
  readonly proven?: ProvenPreference
  readonly held?: HeldProof
  readonly failures: readonly Failure[]
}

/** An item that claims nothing, or whose code or origin the quote has to ask for first. */
const nothingToWeigh: WeighedClaim = { failures: [] }

function weighClaim(
  item: GoodsItem,
  purchase: Consignment,
  question: PreferenceQuestion,
): WeighedClaim {
  const { preference, commodityCode } = item
  if (preference === undefined || commodityCode === undefined || item.origin === undefined) {
    return nothingToWeigh
  }
  const usable = usableAgreement({ item, preference, purchase }, question)
  if (!usable.ok) return { failures: usable.failures }
  const { agreement, accepted } = usable.value
  const proof = heldProof({ item, purchase, agreement, accepted, ...question })
  const terms = combine({
    claiming: claimingOf(item, agreement),
    declaredAs: declarationOf(item, accepted),
  })
  const failures = [...failuresOf(proof), ...failuresOf(terms)]
  const held = proof.ok ? proof.value : undefined
  if (held === undefined) return { failures }
  if (!terms.ok) return { held, failures }
  const { claiming, declaredAs } = terms.value
  const { itemNumber } = item
  const proven: ProvenPreference = {
    ...{ itemNumber, agreement: agreement.id, claiming },
    proof: declared(declaredAs, held),
  }
  return { held, proven, failures }
}

interface ClaimOfItem {
  readonly item: GoodsItem
  readonly preference: NonNullable<GoodsItem['preference']>
  /** The goods of one seller under one invoice, among which the item is. */
  readonly purchase: Consignment
}

/** The agreement of a claim and its rule for the proof that the claim names. */
function usableAgreement(
  { item, preference, purchase }: ClaimOfItem,
  { preferenceAgreements, on }: PreferenceQuestion,
): Result<{ readonly agreement: PreferenceAgreement; readonly accepted: PreferenceProof }> {
  const { agreement: id, proof } = preference
  const agreement = preferenceAgreements.find((known) => known.id === id)
  if (agreement === undefined || !isInForce(agreement.validity, on)) {
    return notCovered(item, {
      en: `no agreement ${id} is known here for ${on}`,
      zh: `此处没有 ${on} 有效的协定 ${id}`,
    })
  }
  const partners = checked([
    ...(agreement.countries?.has(item.origin ?? '') === false
      ? [originOutsideAgreement(item, id)]
      : []),
    ...exporterOutsideAgreement(purchase, agreement),
    ...dispatchOutsideAgreement(purchase, agreement),
  ])
  if (!partners.ok) return partners
  const accepted = agreement.proofs.find(({ kind }) => kind === proof)
  if (accepted !== undefined) return success({ agreement, accepted })
  const kinds = agreement.proofs.map(({ kind }) => kind)
  const why = {
    en: `${id} takes no ${proof} for a proof, only ${kinds.join(' or ')}`,
    zh: `${id} 不接受 ${proof} 作为原产地证明，只接受 ${kinds.join('或')}`,
  }
  return notCovered(item, why, '/proof')
}

function claimingOf(
  item: GoodsItem,
  { id, claiming }: PreferenceAgreement,
): Result<PreferenceClaiming> {
  if (claiming !== undefined) return success(claiming)
  return notCovered(item, {
    en: `how a preference under ${id} is claimed in a declaration is not known here`,
    zh: `此处没有 ${id} 项下优惠税率的申报方式`,
  })
}

function declarationOf(item: GoodsItem, { kind, declaredAs }: PreferenceProof) {
  return declaredAs === undefined
    ? notCovered(
        item,
        {
          en: `how a ${kind} under ${item.preference?.agreement} is declared is not known here`,
          zh: `此处没有 ${item.preference?.agreement} 的 ${kind} 的申报方式`,
        },
        '/proof',
      )
    : success(declaredAs)
}

/** Where the data prescribe words, they stand both for the reference and for the reason. */
function declared(
  { documentCode, statusCode, words }: ProofDeclaration,
  { reference }: HeldProof,
): DeclaredProof {
  return {
    documentCode,
    statusCode,
    id: words ?? reference,
    ...(words !== undefined && { reason: words }),
  }
}

function failuresOf(result: Result<unknown>): readonly Failure[] {
  return result.ok ? [] : result.failures
}

/** @param part the part of the claim that is not covered, as a JSON Pointer within it */
function notCovered(item: GoodsItem, why: BilingualText, part = ''): ReturnType<typeof failure> {
  return failure({
    code: 'not-covered',
    path: `/goodsItems/${item.itemNumber - 1}/preference${part}`,
    message: `Item ${item.itemNumber} claims a preference, but ${why.en}.`,
    mend: 'Withdraw the claim; the duty of third countries is then paid.',
    zh: {
      message: `第${item.itemNumber}项申请优惠税率，但${why.zh}。`,
      mend: '请撤回优惠申请，改按第三国税率缴纳关税。',
    },
  })
}
