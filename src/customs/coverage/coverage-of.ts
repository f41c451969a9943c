import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import { type CoverageKind, coverageKinds } from './kinds-of-charge.ts'
import {
  type CoverageFacts,
  type CoverageState,
  coverageStates,
  type Limit,
  limitsOfData,
} from './limits-of-data.ts'
import { type RuleOfKind, rulesOfKind, rulesOn } from './rules-of-kind.ts'

/** How far a kind of charge of a destination is worked out on a day. */
export interface KindCoverage {
  readonly kind: CoverageKind
  readonly name: BilingualText
  readonly state: CoverageState
  /** What is covered, or what is missing. */
  readonly notes: readonly BilingualText[]
  /** The first day that there are rules for; absent where the file has none of the kind. */
  readonly since?: LocalDate
  /** The first day after the last one, where all rules end. */
  readonly until?: LocalDate
  /** Of the least known of the rules that are charged on the day. */
  readonly confidence?: RuleOfKind['confidence']
  /** The day on which the claim was last looked at; absent where it follows from the data alone. */
  readonly asOf?: LocalDate
}

/** How far each kind of charge of a destination is worked out on a day, in the order of the kinds. */
export function coverageOf(facts: CoverageFacts): readonly KindCoverage[] {
  return coverageKinds.map(({ kind, name }) => {
    const claim = claimOf(facts.destination, kind)
    const limits = [...limitsOfData(kind, facts), ...withoutRules(facts)]
    const state = [claim, ...limits].reduce((least, one) => lower(least, one.state), covered)
    return {
      ...{ kind, name, state },
      notes: notesFor(state, claim, limits),
      ...basisOf(rulesOfKind(facts.destination, kind), facts.on),
      ...(claim.asOf && { asOf: claim.asOf }),
    }
  })
}

/** What a quote has to say that it does not contain. */
export function gapsOf(facts: CoverageFacts): readonly BilingualText[] {
  const { destination, tariff, on } = facts
  const byDay = heldDays(destination, tariff)
  const held = byDay.get(on)
  if (held !== undefined) return held
  const gaps = coverageOf(facts).flatMap(gapsOfKind)
  if (byDay.size === HELD_DAYS_MAX) byDay.clear()
  byDay.set(on, gaps)
  return gaps
}

/** Of each destination with its tariff: a book that comes in has a tariff of its own. */
function heldDays(destination: Destination, tariff: CoverageFacts['tariff']): GapsByDay {
  const held = heldGaps.get(destination)
  if (held !== undefined && held.tariff === tariff) return held.byDay
  const byDay: GapsByDay = new Map()
  heldGaps.set(destination, { tariff, byDay })
  return byDay
}

/** Beside the figures of a quote a note says of which kind of charge it speaks. */
function gapsOfKind({ state, name, notes }: KindCoverage): readonly BilingualText[] {
  if (state === 'covered') return []
  return notes.map(({ en, zh }) => ({ en: `${name.en}: ${en}`, zh: `${name.zh}：${zh}` }))
}

/** The gaps of a day are always the same, and nearly all quotes are of few days. */
type GapsByDay = Map<LocalDate, readonly BilingualText[]>

const heldGaps = new WeakMap<
  Destination,
  { readonly tariff: CoverageFacts['tariff']; readonly byDay: GapsByDay }
>()

/** A year and more of days; whoever goes through all of time makes no process grow. */
const HELD_DAYS_MAX = 400

const covered: CoverageState = 'covered'

interface Claim {
  readonly state: CoverageState
  readonly note?: BilingualText
  readonly asOf?: LocalDate
}

/** What follows from the tariff alone is claimed by nobody, so the data may say all of it. */
function claimOf({ coverage }: Destination, kind: CoverageKind): Claim {
  return coverage.find(({ charge }) => charge === kind) ?? { state: covered }
}

function lower(left: CoverageState, right: CoverageState): CoverageState {
  return coverageStates.indexOf(left) > coverageStates.indexOf(right) ? left : right
}

/** A claim that the data fall short of is not repeated; what lowers the state always is. */
function notesFor(
  state: CoverageState,
  claim: Claim,
  limits: readonly Limit[],
): readonly BilingualText[] {
  const claimed = claim.note !== undefined && claim.state === state ? [claim.note] : []
  return [...claimed, ...limits.map(({ note }) => note)]
}

/** On a day without any way of coming in nothing is covered. */
function withoutRules({ destination, on }: CoverageFacts): readonly Limit[] {
  const known = destination.regimes.map(({ validFrom }) => validFrom).toSorted()[0]
  if (known !== undefined && known <= on) return []
  return [
    {
      state: 'not-covered',
      note: {
        en: `The rules that are kept begin on ${known ?? 'no day'}.`,
        zh: `所收录的规则自 ${known ?? '—'} 起。`,
      },
    },
  ]
}

const confidences = ['verified', 'secondary', 'unverified'] as const

function basisOf(
  rules: readonly RuleOfKind[],
  on: LocalDate,
): Pick<KindCoverage, 'since' | 'until' | 'confidence'> {
  const [since] = rules.map(({ validity }) => validity.from).toSorted()
  const ends = rules.map(({ validity }) => validity.until).filter((end) => end !== undefined)
  const until = ends.length === rules.length ? ends.toSorted().at(-1) : undefined
  const charged = rulesOn(rules, on, 'charged').map(({ confidence }) => confidence)
  const confidence = confidences.findLast((one) => charged.includes(one))
  return {
    ...(since && { since }),
    ...(until && { until }),
    ...(confidence && { confidence }),
  }
}
