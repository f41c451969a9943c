import type { Assessment } from '../assessment/assessment.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { evaluateRules, type RiskEvidence, type RuleOutcome } from '../risk/evaluate.ts'
import { partiesOf, type KnownParty, type PartyHistory } from '../risk/party-history.ts'
import { riskFacts, type RiskFacts } from '../risk/risk-facts.ts'
import { isSupplementary } from '../rules/data-set.ts'
import type { AcceptanceKnowledge } from './accept.ts'
import { note, notify, type LodgementChange, type NewControl } from './change.ts'
import { secondsAfter } from './instant.ts'
import { THE_OFFICE } from './lodgement.ts'

/** An answer of the rules as it is kept; its facts are absent in the office's first days. */
export interface PastEvaluation {
  readonly facts: RiskFacts | null
  readonly outcomes: readonly RuleOutcome[]
}

/** Asks the rules about an entry that is accepted in this step, and opens what they ask for. */
export function askRiskRules(
  change: LodgementChange,
  assessment: Assessment,
  knowledge: AcceptanceKnowledge,
): LodgementChange {
  const facts = riskFacts(change.lodgement.declaration, assessment, {
    ...knowledge.risk,
    on: knowledge.on,
  })
  const { outcomes, hits } = answersOf(change, facts, knowledge)
  const noted = note(
    { ...change, evaluation: { facts, outcomes } },
    {
      actor: THE_OFFICE,
      what: hits.length === 0 ? 'accepted, no risk rule applies' : 'accepted and selected',
      detail: { rules: namedIn(hits) },
    },
  )
  return openControls(noted, hits, knowledge)
}

/** What the rules are asked about anew: an accepted entry that says something else since. */
export interface ChangedEntry {
  /** The declaration as it was before the step. */
  readonly before: LodgedDeclaration
  readonly assessment: Assessment
  readonly earlier: readonly PastEvaluation[]
  /**
   * Looks that whoever changed the entry has just taken at it: an officer who corrects it has read the
   * papers, one who corrects it after an examination has seen the goods.
   */
  readonly lookedAt: readonly RuleOutcome['action'][]
}

/**
 * Asks the rules again where an amendment or an officer has changed what they look at. Only what no
 * earlier answer rested on opens something: what was looked at already is not looked at twice.
 */
export function askRiskRulesAgain(
  change: LodgementChange,
  { before, assessment, earlier, lookedAt }: ChangedEntry,
  knowledge: AcceptanceKnowledge,
): LodgementChange {
  const { declaration } = change.lodgement
  const history = historyBefore(before, earlier[0], knowledge.risk.history)
  const facts = riskFacts(declaration, assessment, {
    ...knowledge.risk,
    history,
    on: assessment.on,
  })
  const { outcomes, hits } = answersOf(change, facts, knowledge)
  const known = new Set(earlier.flatMap(({ outcomes: past }) => past.flatMap(groundsOf)))
  const news = hits.filter(
    (hit) => !lookedAt.includes(hit.action) && groundsOf(hit).some((ground) => !known.has(ground)),
  )
  const noted = note(
    { ...change, evaluation: { facts, outcomes, isRepeated: true } },
    {
      actor: THE_OFFICE,
      what: news.length === 0 ? 'asked the rules again, nothing new' : 'selected after a change',
      detail: { rules: namedIn(news) },
    },
  )
  return openControls(noted, news, knowledge)
}

interface Answers {
  readonly outcomes: readonly RuleOutcome[]
  readonly hits: readonly RuleOutcome[]
}

function answersOf(
  { lodgement }: LodgementChange,
  facts: RiskFacts,
  { riskRules }: AcceptanceKnowledge,
): Answers {
  const outcomes = evaluateRules(riskRules, facts, lotteryNumber(lodgement.mrn))
  const hits = outcomes.filter((outcome) => outcome.hit)
  return { outcomes, hits: reachable(hits, lodgement.declaration) }
}

function namedIn(hits: readonly RuleOutcome[]): readonly object[] {
  return hits.map(({ ruleId, action, reasons }) => ({ ruleId, action, reasons }))
}

/**
 * An entry must not become suspicious by its own acceptance or its own correction, so of parties that
 * it named before counts what was known of them when it was accepted.
 */
function historyBefore(
  before: LodgedDeclaration,
  first: PastEvaluation | undefined,
  now: PartyHistory,
): PartyHistory {
  const facts = first?.facts?.consignment
  if (facts === undefined) return now
  const named = new Set(partiesOf(before).map(nameOf))
  return (party) => {
    const entries = facts[`${party.role}Entries`]
    const findings = facts[`${party.role}Findings`]
    if (!named.has(nameOf(party)) || entries === undefined || findings === undefined) {
      return now(party)
    }
    return { entries: Number(entries), findings: Number(findings) }
  }
}

function nameOf({ role, party }: KnownParty): string {
  return `${role} ${party}`
}

/** What a hit rests on: of the same rule, item, fact and value there is nothing new to look at. */
function groundsOf({ hit, ruleId, evidence, reasons }: RuleOutcome): readonly string[] {
  if (!hit) return []
  const grounds = evidence === undefined ? reasons : evidence.map(groundOf)
  return grounds.map((ground) => `${ruleId} ${ground}`)
}

function groundOf(evidence: RiskEvidence): string {
  if (evidence.kind === 'lot') return 'drawn'
  return `${evidence.item ?? 'consignment'} ${evidence.test.field} ${evidence.value}`
}

/** Goods that left on a simplified declaration cannot be inspected, so their papers are looked at. */
function reachable(
  hits: readonly RuleOutcome[],
  declaration: LodgedDeclaration,
): readonly RuleOutcome[] {
  if (!isSupplementary(declaration)) return hits
  return hits.map((hit) => (hit.action === 'inspect' ? { ...hit, action: 'review' } : hit))
}

/** One control for each kind of action, with the reasons of every rule that asked for it. */
function openControls(
  change: LodgementChange,
  hits: readonly RuleOutcome[],
  knowledge: AcceptanceKnowledge,
): LodgementChange {
  const asking = (action: RuleOutcome['action']): readonly RuleOutcome[] =>
    hits.filter((hit) => hit.action === action)
  const inspections = asking('inspect')
  const requests = asking('request-documents')
  const reviews = asking('review')

  let result = change
  if (inspections.length > 0) {
    result = notify(withControl(result, controlOf('inspection', inspections)), { code: '05' })
  }
  if (requests.length > 0) {
    const wanted = [...new Set(requests.flatMap((request) => request.documentsWanted))]
    const limitAt = secondsAfter(knowledge.now, knowledge.documentRequestSeconds)
    const control = { ...controlOf('documents', requests), detail: { wanted }, limitAt }
    result = notify(withControl(result, control), {
      code: '06',
      wanted: wanted.join('; '),
      limitAt,
    })
  }
  return reviews.length === 0 ? result : withControl(result, controlOf('review', reviews))
}

function controlOf(kind: NewControl['kind'], hits: readonly RuleOutcome[]): NewControl {
  return {
    kind,
    reason: hits.map((hit) => `${hit.ruleName}: ${hit.reasons.join('; ')}`).join(' | '),
    detail: {},
    openedBy: THE_OFFICE,
  }
}

function withControl(change: LodgementChange, control: NewControl): LodgementChange {
  return { ...change, newControls: [...change.newControls, control] }
}

/** A number from 0 up to 1 that the MRN decides, so that asking twice draws the same lot. */
export function lotteryNumber(mrn: string): number {
  return Number.parseInt(sha256Hex(mrn).slice(0, 8), 16) / 2 ** 32
}
