import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import { type CoverageGap, type GapSubject, inOrder } from './coverage-gap.ts'
import { type CoverageKind, coverageKinds } from './kinds-of-charge.ts'
import {
  type CoverageFacts,
  type CoverageState,
  coverageStates,
  type Limit,
  limitsOfTariff,
} from './limits-of-data.ts'
import { type RuleOfKind, rulesOfKind, rulesOn } from './rules-of-kind.ts'
import { limitsOfConfirmation, unconfirmedCharges } from './unconfirmed-charges.ts'

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
    const { state, claim, notes } = howFar(kind, facts)
    return {
      ...{ kind, name, state },
      notes: notes.map(({ note }) => note),
      ...basisOf(rulesOfKind(facts.destination, kind), facts.on),
      ...(claim.asOf && { asOf: claim.asOf }),
    }
  })
}

/**
 * What a quote of a day may have to say that it does not contain, and to which sales, in the order of
 * the kinds and of the words.
 */
export function gapsOf(facts: CoverageFacts): readonly CoverageGap[] {
  return inOrder(
    coverageKinds.flatMap(({ kind, name }) => {
      const { state, ofConfirmation, notes } = howFar(kind, facts)
      if (state === 'covered') return []
      const others = notes.filter((one) => !ofConfirmation.includes(one))
      const gaps = others.map(({ note, about }) => ({ ...note, ...(about && { about }) }))
      return [...gaps, ...unconfirmedCharges(kind, facts)].map((gap) => ({ kind, name, ...gap }))
    }),
  )
}

/** How far a kind is covered, by what its file claims and by what limits that. */
function howFar(kind: CoverageKind, facts: CoverageFacts) {
  const claim = claimOf(facts.destination, kind)
  const ofConfirmation = limitsOfConfirmation(kind, facts)
  const limits = [...limitsOfTariff(kind, facts), ...ofConfirmation, ...withoutRules(facts)]
  const state = [claim, ...limits].reduce((least, one) => lower(least, one.state), covered)
  return { claim, state, ofConfirmation, notes: notesFor(state, claim, limits) }
}

const covered: CoverageState = 'covered'

type Claim = Pick<Limit, 'state'> &
  Partial<Pick<Destination['coverage'][number], 'note' | 'asOf' | 'concerns'>>

/** What follows from the tariff alone is claimed by nobody, so the data may say all of it. */
function claimOf({ coverage }: Destination, kind: CoverageKind): Claim {
  return coverage.find(({ charge }) => charge === kind) ?? { state: covered }
}

function lower(left: CoverageState, right: CoverageState): CoverageState {
  return coverageStates.indexOf(left) > coverageStates.indexOf(right) ? left : right
}

/** A claim that the data fall short of is not repeated; what lowers the state always is. */
function notesFor(state: CoverageState, claim: Claim, limits: readonly Limit[]): readonly Limit[] {
  const { note, concerns } = claim
  if (note === undefined || claim.state !== state) return limits
  return [{ state, note, ...(concerns && { about: subjectOf(concerns) }) }, ...limits]
}

function subjectOf(concerns: NonNullable<Claim['concerns']>): GapSubject {
  return concerns === 'goods-not-in-tariff' ? { of: concerns } : { of: 'sales', when: concerns }
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
