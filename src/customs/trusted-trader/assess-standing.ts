import type { Instant, LocalDate } from '../calendar/local-date.ts'
import type {
  Criterion,
  RecordFigureName,
  TrustedTraderScheme,
  WantedDocument,
} from './trusted-trader-scheme.ts'

/** A document that the business has attached to a criterion. */
export interface AttachedDocument {
  readonly evidenceId: string
  readonly criterion: string
  /** Which of the documents of the criterion it is. */
  readonly document: string
  /** The last day on which it holds; absent where it does not end. */
  readonly expiresOn?: LocalDate
}

/** What a person has judged of a criterion, after looking at documents and figures. */
export interface Judgement {
  readonly evidenceId: string
  readonly criterion: string
  readonly verdict: 'met' | 'not-met'
  readonly judgedAt: Instant
  /** The last day on which the judgement holds, as whoever judged has set it. */
  readonly expiresOn?: LocalDate
}

/** Something counted in the record of the business. */
export interface RecordFigure {
  readonly name: RecordFigureName
  readonly count: number
  /** Of how many, where a share says more than the count. */
  readonly of?: number
  /** When the latest of them happened, where the figure speaks against the business. */
  readonly lastAt?: Instant
  /** Nothing was lodged yet, so that there is nothing to count. */
  readonly unknown?: 'no-record'
}

/** All that a standing is told from. */
export interface StandingEvidence {
  readonly documents: readonly AttachedDocument[]
  readonly judgements: readonly Judgement[]
  readonly figures: readonly RecordFigure[]
  readonly today: LocalDate
}

/**
 * Whether a criterion is met, as far as evidence says it. `missing` names what lacks or what was
 * found wanting; `cannot-be-said` names what has to happen before it can.
 */
export type CriterionState = 'met' | 'missing' | 'cannot-be-said'

/** Why a criterion is in its state. */
export type StandingReason =
  | { readonly kind: 'judged-met' }
  | { readonly kind: 'judged-not-met' }
  | { readonly kind: 'document-missing'; readonly document: string }
  | { readonly kind: 'document-expired'; readonly document: string }
  | { readonly kind: 'to-be-judged' }
  | { readonly kind: 'judgement-expired' }
  | { readonly kind: 'record-changed-since'; readonly figure: RecordFigureName }

/** One document that a criterion asks for, and how it stands. */
export interface DocumentStanding extends WantedDocument {
  readonly state: 'holds' | 'expired' | 'absent'
  readonly evidenceIds: readonly string[]
}

/** A criterion with all that speaks for and against it. */
export interface CriterionStanding {
  readonly criterion: Criterion
  readonly state: CriterionState
  readonly reasons: readonly StandingReason[]
  readonly documents: readonly DocumentStanding[]
  readonly figures: readonly RecordFigure[]
  /** The latest judgement, whether it still holds or not. */
  readonly judgement?: Judgement
}

/**
 * How a business stands by the criteria of a scheme. Nothing is met but by a person's judgement that
 * rests on every required document, unexpired: no source gives a limit that figures could be held
 * against, so figures decide nothing. They do take a judgement back, where something that speaks
 * against the business happened after it.
 */
export function assessStanding(
  { criteria }: TrustedTraderScheme,
  evidence: StandingEvidence,
): readonly CriterionStanding[] {
  return criteria.map((criterion) => criterionStanding(criterion, evidence))
}

function criterionStanding(criterion: Criterion, evidence: StandingEvidence): CriterionStanding {
  const documents = criterion.documents.map((wanted) =>
    documentStanding(criterion, wanted, evidence),
  )
  const figures = criterion.figures.flatMap(
    (name) => evidence.figures.find((figure) => figure.name === name) ?? [],
  )
  const judgement = evidence.judgements
    .filter((judged) => judged.criterion === criterion.id)
    .toSorted((left, right) => (left.judgedAt < right.judgedAt ? 1 : -1))
    .at(0)
  const lacking = documents.flatMap(lackOf)
  const judged = judgedReasons(judgement, figures, evidence.today)
  const reasons = [...judged.filter(isAgainst), ...lacking, ...judged.filter(isNotAgainst)]
  return {
    ...{ criterion, state: stateOf(lacking, judged), documents, figures },
    reasons: lacking.length > 0 ? reasons.filter(({ kind }) => kind !== 'judged-met') : reasons,
    ...(judgement !== undefined && { judgement }),
  }
}

const isAgainst = ({ kind }: StandingReason): boolean => kind === 'judged-not-met'
const isNotAgainst = (reason: StandingReason): boolean => !isAgainst(reason)

function documentStanding(
  criterion: Criterion,
  wanted: WantedDocument,
  { documents, today }: StandingEvidence,
): DocumentStanding {
  const attached = documents.filter(
    (one) => one.criterion === criterion.id && one.document === wanted.id,
  )
  const holding = attached.filter(({ expiresOn }) => expiresOn === undefined || today <= expiresOn)
  const state = holding.length > 0 ? 'holds' : attached.length > 0 ? 'expired' : 'absent'
  const counting = holding.length > 0 ? holding : attached
  return { ...wanted, state, evidenceIds: counting.map(({ evidenceId }) => evidenceId) }
}

function lackOf({ id, required, state }: DocumentStanding): readonly StandingReason[] {
  if (!required || state === 'holds') return []
  return [{ kind: state === 'expired' ? 'document-expired' : 'document-missing', document: id }]
}

function judgedReasons(
  judgement: Judgement | undefined,
  figures: readonly RecordFigure[],
  today: LocalDate,
): readonly StandingReason[] {
  if (judgement === undefined) return [{ kind: 'to-be-judged' }]
  if (judgement.expiresOn !== undefined && judgement.expiresOn < today)
    return [{ kind: 'judgement-expired' }]
  if (judgement.verdict === 'not-met') return [{ kind: 'judged-not-met' }]
  const later = figures.filter(({ lastAt }) => lastAt !== undefined && lastAt > judgement.judgedAt)
  if (later.length === 0) return [{ kind: 'judged-met' }]
  return later.map(({ name }) => ({ kind: 'record-changed-since', figure: name }))
}

function stateOf(
  lacking: readonly StandingReason[],
  judged: readonly StandingReason[],
): CriterionState {
  if (lacking.length > 0 || judged.some(isAgainst)) return 'missing'
  return judged.every(({ kind }) => kind === 'judged-met') ? 'met' : 'cannot-be-said'
}
