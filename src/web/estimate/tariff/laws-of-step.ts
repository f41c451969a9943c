import type { DutyHistoryView } from '../../../api/tariff-codes.ts'

type Period = DutyHistoryView['periods'][number]

/** A law as a duty names it. */
export interface NamedLaw {
  readonly title: string
  readonly url?: string
}

/** The laws that make the difference between a period and the one before it. */
export interface LawsOfStep {
  /** That charge something new, or another rate. */
  readonly begun: readonly NamedLaw[]
  /** That charged something until then. */
  readonly ended: readonly NamedLaw[]
}

/** Compares what goods that claim nothing bear in a period with what they bore before it. */
export function lawsOfStep(before: Period | undefined, now: Period): LawsOfStep {
  const [earlier, later] = [chargedBy(before), chargedBy(now)]
  return {
    begun: [...later.values()]
      .filter(({ law, rates }) => earlier.get(law.title)?.rates !== rates)
      .map(({ law }) => law),
    ended: [...earlier.values()]
      .filter(({ law }) => later.size > 0 && !later.has(law.title))
      .map(({ law }) => law),
  }
}

function chargedBy(period: Period | undefined) {
  const charged = new Map<string, { readonly law: NamedLaw; readonly rates: string }>()
  for (const { law, name, rate } of period?.rates?.options[0]?.duties ?? []) {
    if (law === undefined) continue
    const rates = `${charged.get(law.title)?.rates ?? ''} ${name.en} ${rate}`
    charged.set(law.title, { law, rates })
  }
  return charged
}
