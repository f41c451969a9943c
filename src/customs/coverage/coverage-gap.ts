import type { BilingualText } from '../bilingual-text.ts'
import type { Condition } from '../destination/condition.ts'
import { type CoverageKind, coverageKinds } from './kinds-of-charge.ts'

/** Something that a quote may have to say that it does not contain, with the sales that it matters to. */
export interface CoverageGap extends BilingualText {
  /** What kind of charge it speaks of, and what that is called; quotes kept long ago do not say. */
  readonly kind?: CoverageKind
  readonly name?: BilingualText
  /** Absent where it speaks of the kind as a whole. */
  readonly about?: GapSubject
}

/**
 * What a gap speaks of, where that is less than a kind of charge:
 * - `goods-not-in-tariff`: goods whose duty or tax a line states, because the tariff does not hold them.
 * - `quotas-offered`: goods for which the tariff states a quota.
 * - `sales`: those for which the conditions hold.
 * - `charge`: one that is charged although it is not confirmed.
 * - `charge-switched-off`: one that is known and not charged.
 */
export type GapSubject =
  | { readonly of: 'goods-not-in-tariff' | 'quotas-offered' }
  | { readonly of: 'sales'; readonly when: readonly Condition[] }
  | {
      readonly of: 'charge' | 'charge-switched-off'
      readonly regime: string
      readonly rule: string
    }

const kinds: readonly (CoverageKind | undefined)[] = coverageKinds.map(({ kind }) => kind)

/** Gaps in the one order in which they are named, wherever they were gathered from. */
export function inOrder(gaps: readonly CoverageGap[]): readonly CoverageGap[] {
  return gaps.toSorted(
    (left, right) =>
      kinds.indexOf(left.kind) - kinds.indexOf(right.kind) || (left.en < right.en ? -1 : 1),
  )
}
