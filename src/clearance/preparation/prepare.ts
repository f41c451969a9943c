import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { Document } from '../../customs/documents/document.ts'
import type { PreferenceProofs } from '../../customs/documents/held-proof.ts'
import { checkTariffFacts } from '../../customs/documents/check-tariff-facts.ts'
import { provePreferences, type WeighedClaims } from '../../customs/documents/prove-preferences.ts'
import type { RequiredDocument } from '../../customs/documents/required-document.ts'
import { requiredDocuments } from '../../customs/documents/required-documents.ts'
import type { MeasurementUnits } from '../../customs/duty/measurement-units.ts'
import type { LandedCostBook } from '../../customs/landed-cost/landed-cost-book.ts'
import { decideLane } from '../../customs/lane/decide-lane.ts'
import { leavesTheCountry } from '../../customs/lane/export-lane.ts'
import type { ExportDecision, LaneDecision } from '../../customs/lane/lane-decision.ts'
import { isWithoutSale } from '../../customs/lane/without-sale.ts'
import { decideParties } from '../../customs/parties/decide-parties.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { makeQuote } from '../../customs/quote/make-quote.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import { checkGoodsData } from '../../customs/readiness/check-goods-data.ts'
import type { Finding } from '../../customs/readiness/finding.ts'
import { type Failure, type Result, success } from '../../customs/result.ts'
import { composeByType } from '../declaring/compose-by-type.ts'
import { composeDeclaration, type ComposedDeclaration } from '../declaring/compose-declaration.ts'
import type { RuleWarning } from '../events/case-event.ts'
import { paperKinds, providers, wordFor } from '../history/event-words.ts'
import { declarable } from '../declaring/declarable.ts'
import type { ReferenceData } from '../reference-data.ts'
import { type Papers, preparePapers } from './prepare-papers.ts'
import { prepareExport } from './prepare-export.ts'
import { ruleWarning } from './rule-warning.ts'

/** A case's consignment with all that its preparation is decided from. */
export interface PreparationInput {
  readonly consignment: Consignment
  readonly profile: TraderProfile
  /** The day of the entry, whose rates and rules count. */
  readonly on: LocalDate
  readonly reference: ReferenceData
  /** What the case holds in proof of preferential origin; absent where it holds nothing. */
  readonly proofs?: PreferenceProofs
}

const noProofs: PreferenceProofs = { statements: [], importersKnowledge: [] }

/**
 * What preparation has come to. Each decision is there as far as the facts allow; everything that
 * stands in the way is named at once.
 */
export interface Preparation {
  readonly lane?: LaneDecision
  /** Of goods that leave, which have no lane in: nobody imports them here, and nothing is charged. */
  readonly exit?: ExportDecision
  readonly parties?: PartiesDecision
  readonly quote?: Quote
  /** The papers that the case needs, and which of them there are. */
  readonly requiredDocuments?: readonly RequiredDocument[]
  readonly documents: readonly Document[]
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
  /** What the rules say of the declaration that does not keep it back. */
  readonly warnings: readonly RuleWarning[]
}

/** Decides how goods cross the border, makes out their papers and checks the whole. */
export function prepare(input: PreparationInput): Preparation {
  return leavesTheCountry(input.consignment) ? prepareExport(input) : prepareImport(input)
}

/** Quotes a consignment, decides its lane and parties, makes out its papers and checks the whole. */
function prepareImport(input: PreparationInput): Preparation {
  const { consignment, profile, on, reference, proofs = noProofs } = input
  const { book } = reference.quoting
  const findings = checkGoodsData(consignment, reference)
  const claims = provePreferences({ ...reference, consignment, proofs, on })
  const quote = makeQuote({
    ...{ ...reference, book, consignment, on, fees: [] },
    provenPreferences: claims.proven,
  })
  // Also without a quote, so that what is missing is said at once and not fact by fact.
  const decided = quote.ok
    ? success(quote.value.lane)
    : decideLane({ ...reference, book, consignment, on })
  const lane = decided.ok ? decided.value : undefined
  const parties =
    lane === undefined
      ? undefined
      : decideParties({ consignment, lane, profile, on, laws: reference.laws })
  const required =
    lane !== undefined && parties?.ok
      ? requiredDocuments({
          ...{ ...reference, consignment, lane, parties: parties.value, on },
          heldProofs: claims.heldProofs,
        })
      : undefined
  const declaration =
    quote.ok && parties?.ok
      ? tryDeclaration(input, { quote: quote.value, parties: parties.value })
      : undefined
  // Goods that nobody sold travel without a commercial invoice; their sender's statement is held.
  const papers =
    parties?.ok && lane !== undefined && !isWithoutSale(lane)
      ? preparePapers({
          consignment,
          reference,
          importerOfRecord: parties.value.importerOfRecord.value,
          ...(declaration?.ok ? { declaration: declaration.value.filled.declaration } : {}),
        })
      : nothingMadeOut
  return {
    ...(lane === undefined ? {} : { lane }),
    ...valueOf('quote', quote),
    ...valueOf('parties', parties),
    ...(required === undefined ? {} : { requiredDocuments: required }),
    documents: papers.documents,
    findings,
    warnings: declaration?.ok ? declaration.value.warnings.map(ruleWarning) : [],
    failures: distinct([
      ...failuresOf(quote),
      ...failuresOf(parties),
      ...failuresOf(declaration ?? neededAnyway(consignment, quote)),
      ...papers.failures,
      ...missingPapers(required ?? []),
      ...claimFailures(claims, lane),
      ...(quote.ok ? checkTariffFacts(consignment, quote.value, unitsOf(book)) : []),
    ]),
  }
}

/**
 * Fills and checks the declaration that the case will be given, under references for trial: what is
 * ready can be declared, and what the declaration lacks is said while it can be mended. Goods that
 * are declared in two steps have to be fit for both.
 */
function tryDeclaration(
  { consignment, profile, reference }: PreparationInput,
  { quote, parties }: { readonly quote: Quote; readonly parties: PartiesDecision },
): Result<ComposedDeclaration> {
  const sources = { consignment, lane: quote.lane, parties, quote, profile }
  const ducr = `0${profile.declarant.eori}-TRIAL`
  const references = { lrn: 'TRIAL', ducr, additionalType: 'D' } as const
  const whole = composeDeclaration(sources, references, reference)
  if (!whole.ok || !consignment.simplifiedDeclaration) return whole
  const simplified = composeByType(sources, { ...references, additionalType: 'F' }, reference)
  return simplified.ok ? whole : simplified
}

/**
 * What the declaration will need when the quote can be made, so that everything is asked for at once;
 * nothing where no declaration of ours can come of it.
 */
function neededAnyway(consignment: Consignment, quote: Result<Quote>): Result<unknown> | undefined {
  const isCovered = failuresOf(quote).every(({ code }) => code !== 'not-covered')
  return isCovered ? declarable(consignment) : undefined
}

function unitsOf({ tariffs }: LandedCostBook): MeasurementUnits {
  return tariffs.get('GB')?.units ?? new Map()
}

/** The invoice names the importer, so there are no papers before the parties are decided. */
const nothingMadeOut: Papers = { documents: [], failures: [] }

/** Goods that are free of duty have nothing to gain by a claim, so nothing is wrong with one. */
function claimFailures({ failures }: WeighedClaims, lane?: LaneDecision): readonly Failure[] {
  return lane?.customsDuty === 'relieved' ? [] : failures
}

function missingPapers(documents: readonly RequiredDocument[]): readonly Failure[] {
  return documents
    .filter(({ needed, state }) => needed === 'required' && state === 'absent')
    .map((document) => missingPaper(document))
}

function missingPaper({ type, why, whoProvides }: RequiredDocument): Failure {
  const way = wayToProvide(type, whoProvides)
  return {
    code: 'document-missing',
    path: `/documents/${type}`,
    message: `The ${type.replaceAll('-', ' ')} is missing. ${why.en}`,
    mend: way.en,
    zh: { message: `缺少${wordFor(paperKinds, type).zh}。${why.zh}`, mend: way.zh },
  }
}

/** A proof of origin is nothing that can be sent in: somebody has to vouch, and it is then recorded. */
function wayToProvide(
  type: RequiredDocument['type'],
  whoProvides: RequiredDocument['whoProvides'],
): BilingualText {
  const en = whoProvides.replaceAll('-', ' ')
  const { zh } = wordFor(providers, whoProvides)
  switch (type) {
    case 'preference-statement':
      return {
        en:
          `The ${en} signs it: record that with POST /v1/cases/{id}/preference-statement/sign. ` +
          "Or have the goods claim on the importer's knowledge, where the agreement takes that, and " +
          'record it with POST /v1/cases/{id}/importers-knowledge. Or withdraw the claim.',
        zh:
          `由${zh}签署：请登记签署情况（POST /v1/cases/{id}/preference-statement/sign）。` +
          '协定接受的，也可凭进口商所知申请，并予以登记（POST /v1/cases/{id}/importers-knowledge）。' +
          '或撤回优惠申请。',
      }
    case 'importers-knowledge':
      return {
        en:
          `The ${en} vouches for the origin: record that, with the papers that show it, with ` +
          'POST /v1/cases/{id}/importers-knowledge. Or withdraw the claim.',
        zh:
          `由${zh}对原产地负责：请连同证明单证予以登记` +
          '（POST /v1/cases/{id}/importers-knowledge）。或撤回优惠申请。',
      }
    default:
      return { en: `The ${en} provides it.`, zh: `由${zh}提供。` }
  }
}

/** Whether nothing stands in the way of a declaration. */
export function isReady({ findings, failures }: Preparation): boolean {
  return failures.length === 0 && findings.every(({ severity }) => severity !== 'blocking')
}

function valueOf<Name extends string, T>(
  name: Name,
  result: Result<T> | undefined,
): { readonly [Key in Name]?: T } {
  return (result?.ok === true ? { [name]: result.value } : {}) as { readonly [Key in Name]?: T }
}

function failuresOf(result: Result<unknown> | undefined): readonly Failure[] {
  return result === undefined || result.ok ? [] : result.failures
}

/** Several steps may miss the same fact; it is mended once, as the first of them says. */
function distinct(failures: readonly Failure[]): readonly Failure[] {
  const byPlace = new Map<string, Failure>()
  for (const failure of failures) {
    // Several documents may be missing for the same goods.
    const which = failure.code === 'document-missing' ? failure.message : ''
    const place = `${failure.code} ${failure.path} ${which}`
    if (!byPlace.has(place)) byPlace.set(place, failure)
  }
  return [...byPlace.values()]
}
