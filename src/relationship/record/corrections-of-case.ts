import type { Instant } from '../../customs/calendar/local-date.ts'
import { compare, type Money, subtract } from '../../customs/money/money.ts'

/** What of the record of one case tells of corrections, in its order. */
export type CorrectionEvent = { readonly sequence: number; readonly at: Instant } & (
  | { readonly kind: 'assessed'; readonly versionId: string; readonly payable: Money }
  | { readonly kind: 'asked'; readonly requestId: string; readonly reason: string }
  | { readonly kind: 'granted' | 'denied'; readonly requestId: string }
)

/** What became of what is due. */
export interface ChangeOfDue {
  readonly before: Money
  readonly after: Money
  /** Negative where less is due than before. */
  readonly difference: Money
}

/** A change of a declaration or its assessment after it was lodged, by whom it began. */
export interface Correction {
  /** `amendment` was asked for by the business, `re-assessment` is the authority's own. */
  readonly kind: 'amendment' | 're-assessment'
  readonly at: Instant
  readonly outcome: 'granted' | 'denied' | 'made'
  /** What the business wrote when it asked. */
  readonly reason?: string
  /** Absent where nothing was assessed anew. */
  readonly due?: ChangeOfDue
}

type Assessed = Extract<CorrectionEvent, { kind: 'assessed' }>

/**
 * The corrections that the record of a case tells of. A new assessment belongs to the amendment that
 * was granted since the assessment before it; where there is none, the authority has re-assessed.
 */
export function correctionsOfCase(events: readonly CorrectionEvent[]): readonly Correction[] {
  const changes = changesOf(events.filter((event) => event.kind === 'assessed'))
  const taken = new Set<number>()
  const amendments = events.flatMap((event): readonly Correction[] => {
    if (event.kind !== 'granted' && event.kind !== 'denied') return []
    const asked = events.find((one) => one.kind === 'asked' && one.requestId === event.requestId)
    // What was granted or denied without being an amendment is an invalidation, which corrects nothing.
    if (asked?.kind !== 'asked') return []
    const index = event.kind === 'granted' ? changes.findIndex(isAnswerTo(event, taken)) : -1
    if (index >= 0) taken.add(index)
    return [
      {
        ...{ kind: 'amendment', at: event.at, outcome: event.kind, reason: asked.reason },
        ...(index >= 0 && { due: changes[index]!.due }),
      },
    ]
  })
  const others = changes.filter((change, index) => !taken.has(index) && isDifferent(change.due))
  return [
    ...amendments,
    ...others.map(({ at, due }): Correction => ({
      kind: 're-assessment',
      at,
      outcome: 'made',
      due,
    })),
  ].toSorted((left, right) => (left.at < right.at ? 1 : -1))
}

interface Change {
  readonly at: Instant
  readonly before: Assessed
  readonly sequence: number
  readonly due: ChangeOfDue
}

/** From each version of the declaration that was assessed to the next one. */
function changesOf(assessed: readonly Assessed[]): readonly Change[] {
  const versions = assessed.filter(
    ({ versionId, payable }, index) =>
      index === 0 ||
      versionId !== assessed[index - 1]!.versionId ||
      compare(payable, assessed[index - 1]!.payable) !== 0,
  )
  return versions.slice(1).map(({ at, sequence, payable }, index) => {
    const before = versions[index]!
    const difference = subtract(payable, before.payable)
    return { at, sequence, before, due: { before: before.payable, after: payable, difference } }
  })
}

/** Both may come in one change of the case, in either order. */
function isAnswerTo(granted: CorrectionEvent, taken: ReadonlySet<number>) {
  return ({ at, before }: Change, index: number): boolean =>
    !taken.has(index) && before.sequence < granted.sequence && at >= granted.at
}

function isDifferent({ before, after }: ChangeOfDue): boolean {
  return compare(before, after) !== 0
}
