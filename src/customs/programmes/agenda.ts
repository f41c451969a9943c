import { periodsBetween } from '../calendar/periods-between.ts'
import { consider, isBurden } from './considered-programme.ts'
import type { EasternTime } from './eastern-time.ts'
import { isWithin } from './eastern-time.ts'
import { type Programme, type Provision, provisionsFor } from './programmes.ts'
import type { ConsideredProgramme } from './stacking.ts'

/** What has to be gone into for goods of a country at a time, whatever they are. */
export interface Agenda {
  /** Programmes that could charge something, with their provisions in force, in order of decision. */
  readonly active: readonly ActiveProgramme[]
  /** What is said of all others: they are not in force, or not about the country. */
  readonly idle: readonly ConsideredProgramme[]
}

/** A programme with the provisions that are in force for goods of the country. */
export interface ActiveProgramme {
  readonly programme: Programme
  readonly provisions: readonly Provision[]
}

/**
 * Makes the agenda for every country and time. Between two changes of the law it is the same for all
 * goods of a country, so each is made once, when it is first asked for.
 */
export function agendaOf(
  programmes: readonly Programme[],
): (origin: string, at: EasternTime) => Agenda {
  const periodOf = periodsBetween(changesOf(programmes))
  const made = new Map<string, Agenda>()
  return (origin, at) => {
    const key = `${origin}${String(periodOf(at))}`
    const known = made.get(key)
    if (known !== undefined) return known
    const agenda = makeAgenda(programmes, origin, at)
    made.set(key, agenda)
    return agenda
  }
}

/** Every minute at which a provision begins or ends. */
export function changesOf(programmes: readonly Programme[]): readonly EasternTime[] {
  const all = programmes.flatMap(({ byOrigin, elsewhere }) => [
    ...[...byOrigin.values()].flat(),
    ...elsewhere,
  ])
  return all.flatMap(({ window: { from, until } }) =>
    until === undefined ? [from] : [from, until],
  )
}

function makeAgenda(programmes: readonly Programme[], origin: string, at: EasternTime): Agenda {
  const all = programmes.map((programme) => {
    const provisions = provisionsFor(programme, origin)
    const current = provisions.filter(({ window }) => isWithin(window, at))
    return { programme, provisions, current, isActive: current.some(isBurden) }
  })
  return {
    active: all
      .filter(({ isActive }) => isActive)
      .map(({ programme, current }) => ({ programme, provisions: current })),
    idle: all
      .filter(({ isActive }) => !isActive)
      .map(({ programme, provisions }) =>
        consider(programme, provisions.some(isBurden) ? 'not-in-force' : 'other-origin', []),
      ),
  }
}
