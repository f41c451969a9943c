import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import { overlap } from './eastern-time.ts'
import { headingSet } from './heading-set.ts'
import type { ProgrammeEntry } from './programme.ts'
import {
  headingsIn,
  rangesAskedBy,
  type SingleProvision,
  singleProvisions,
} from './provision-entries.ts'

/** The programmes in the order in which they can be decided, and those that wait for one another. */
export interface OrderOfDecision {
  readonly programmes: readonly ProgrammeEntry[]
  readonly failures: readonly Failure[]
}

/**
 * Puts every programme behind those whose headings it asks about, whatever their order in the file:
 * whether section 122 is charged depends on what section 232 was charged on, and not the other way.
 */
export function orderOfDecision(programmes: readonly ProgrammeEntry[]): OrderOfDecision {
  const waitsFor = new Map(programmes.map((one) => [one, programmesAskedBy(one, programmes)]))
  const decided: ProgrammeEntry[] = []
  let waiting = programmes
  while (waiting.length > 0) {
    const ready = waiting.filter((one) =>
      (waitsFor.get(one) ?? []).every((other) => decided.includes(other)),
    )
    if (ready.length === 0) return { programmes: decided, failures: waiting.map(waitsInACircle) }
    decided.push(...ready.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    waiting = waiting.filter((one) => !ready.includes(one))
  }
  return { programmes: decided, failures: [] }
}

function programmesAskedBy(
  asking: ProgrammeEntry,
  programmes: readonly ProgrammeEntry[],
): readonly ProgrammeEntry[] {
  const questions = asking.provisions
    .flatMap(singleProvisions)
    .filter((provision) => rangesAskedBy(provision).length > 0)
  return programmes.filter(
    (other) => other !== asking && questions.some((question) => isAbout(question, other)),
  )
}

/** Programmes that follow one another may share headings, so the time counts too. */
function isAbout(question: SingleProvision, programme: ProgrammeEntry): boolean {
  const ranges = rangesAskedBy(question)
  return programme.provisions
    .flatMap(singleProvisions)
    .some(
      (provision) =>
        overlap(question, provision) && headingSet(ranges, headingsIn(provision)).size > 0,
    )
}

function waitsInACircle({ id }: ProgrammeEntry): Failure {
  return {
    code: 'invalid-input',
    path: jsonPointer('programmes'),
    message: `The programme ${id} asks about a programme that asks about it.`,
    mend: 'Let one of them be decided first, or part them by date.',
    zh: {
      message: `${id} 与另一项目互相依赖，无法确定先后。`,
      mend: '请确定先后，或按日期拆分。',
    },
  }
}
