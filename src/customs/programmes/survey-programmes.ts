import { provisionsFor, type Programme, type ProgrammeLaw } from './programmes.ts'
import type { BilingualText } from '../bilingual-text.ts'
import type { Failure } from '../result.ts'
import { isBurden } from './considered-programme.ts'
import { easternDay, type EasternWindow } from './eastern-time.ts'
import { reachOf } from './reach-of-provision.ts'
import { type Situation, situationOf } from './situation.ts'
import { linesInOrder, settleInOrder, type StackingLaw } from './stack-programmes.ts'
import type { ProgrammeCharge, StackingQuestion } from './stacking.ts'

/** What each programme says of goods, one by one, whatever others need to know first. */
export interface SurveyedProgrammes {
  /** The lines of Chapter 99 that are certain, in the order of the entry summary. */
  readonly charges: readonly ProgrammeCharge[]
  readonly unsettled: readonly UnsettledProgramme[]
  /** Programmes that reached such goods of the origin before; they charge nothing any more. */
  readonly ended: readonly EndedProgramme[]
}

/** A programme that cannot be settled: a fact is missing, a list or a figure is not held. */
export interface UnsettledProgramme {
  readonly programme: string
  readonly name: BilingualText
  readonly failure: Failure
}

/** A programme that is over, with the window and the law of its last duty. */
export interface EndedProgramme {
  readonly programme: string
  readonly name: BilingualText
  readonly heading?: string
  readonly inForce: EasternWindow
  readonly law: ProgrammeLaw
  /** The law that ended it before its time. */
  readonly endedBy?: ProgrammeLaw
}

/**
 * Goes through the programmes for a line of an entry. Where `stackProgrammes` refuses because one of
 * them is not settled, this still says what the others come to.
 */
export function surveyProgrammes(law: StackingLaw, question: StackingQuestion): SurveyedProgrammes {
  const { active } = settleInOrder(law, question)
  const situation = situationOf(question, law.programmes, law.lists)
  const inForce = law.programmes.agenda(situation.origin, situation.at)
  const atWork = new Set(inForce.active.map(({ programme }) => programme.id))
  return {
    charges: linesInOrder(active),
    unsettled: active.flatMap(({ programme: { id, name }, failures }) =>
      failures.map((failure) => ({ programme: id, name, failure })),
    ),
    ended: law.programmes.inOrderOfDecision
      .filter(({ id }) => !atWork.has(id))
      .flatMap((programme) => endOf(programme, situation)),
  }
}

function endOf(programme: Programme, situation: Situation): readonly EndedProgramme[] {
  const over = provisionsFor(programme, situation.origin).filter(
    (provision) =>
      isBurden(provision) &&
      provision.window.until !== undefined &&
      provision.window.until <= situation.at &&
      reachOf(provision, { ...situation, day: easternDay(provision.window.from) }) !== 'off-list',
  )
  const last = over.toSorted((a, b) => (a.window.until! < b.window.until! ? 1 : -1))[0]
  if (last === undefined) return []
  const { id, name } = programme
  const { heading, window: inForce, law, endedBy } = last
  return [
    {
      ...{ programme: id, name, inForce, law },
      ...(heading !== undefined && { heading }),
      ...(endedBy && { endedBy }),
    },
  ]
}
