import type { CaseCounts } from '../../../../api/views/case-counts.ts'
import type { waitingFor } from '../../../kit/terms/waiting-for.ts'
import { whoseTurn } from '../../../kit/terms/whose-turn.ts'

type Whose = keyof typeof whoseTurn
type Waiting = keyof typeof waitingFor

/** Somebody whose turn it is in some cases, with what these wait for, the most frequent first. */
export interface Turn {
  readonly whose: Whose
  readonly count: number
  readonly waits: readonly { readonly name: Waiting; readonly count: number }[]
}

/** Whose turn each thing is that a case waits for, as the interface counts it. */
const turnOf: Readonly<Record<Waiting, Whose>> = {
  preparation: 'ours',
  'goods-data': 'yours',
  declaring: 'yours',
  'a-decision-of-staff': 'yours',
  'the-authority': 'authority',
  arrival: 'carrier',
  documents: 'yours',
  'an-answer': 'yours',
  funds: 'payer',
  carrier: 'carrier',
  'an-outcome': 'yours',
  'supplementary-declaration': 'yours',
}

/** The turns that are to be shown: one's own always, the others where there is a case. */
export function turnsIn({ whose, waitingFor: waits }: CaseCounts): readonly Turn[] {
  const count = (name: Whose) => whose.find((each) => each.whose === name)?.count ?? 0
  return (Object.keys(whoseTurn) as Whose[])
    .filter((name) => name === 'yours' || count(name) > 0)
    .map((name) => ({
      whose: name,
      count: count(name),
      waits: waits
        .filter(({ waitingFor }) => turnOf[waitingFor] === name)
        .map(({ waitingFor, count: part }) => ({ name: waitingFor, count: part }))
        .toSorted((one, other) => other.count - one.count),
    }))
}
