import type { Failure } from '../result.ts'

/**
 * Whether a condition holds. `unknown` names the facts without which it cannot be said; it is never
 * taken for a no.
 */
export type Answer =
  | { readonly is: 'yes' }
  | { readonly is: 'no' }
  | { readonly is: 'unknown'; readonly missing: readonly [Failure, ...Failure[]] }

/** @example answerOf(amount.lessThan(limit)) */
export function answerOf(holds: boolean): Answer {
  return holds ? YES : NO
}

const YES: Answer = { is: 'yes' }
const NO: Answer = { is: 'no' }

/** That a fact is not stated on which the condition depends. */
export function unknownFor(...missing: readonly [Failure, ...Failure[]]): Answer {
  return { is: 'unknown', missing }
}

/** Every one of them: a single no decides, whatever is unknown beside it. */
export function all(answers: readonly Answer[]): Answer {
  if (answers.some(({ is }) => is === 'no')) return NO
  return firstUnknown(answers) ?? YES
}

/** At least one of them: a single yes decides. */
export function any(answers: readonly Answer[]): Answer {
  if (answers.some(({ is }) => is === 'yes')) return YES
  return firstUnknown(answers) ?? NO
}

/** The opposite; what is unknown stays so. */
export function not(answer: Answer): Answer {
  return answer.is === 'unknown' ? answer : answerOf(answer.is === 'no')
}

/** All that is missing, each fact once. */
function firstUnknown(answers: readonly Answer[]): Answer | undefined {
  if (answers.every(({ is }) => is !== 'unknown')) return undefined
  const missing = answers.flatMap((answer) => (answer.is === 'unknown' ? answer.missing : []))
  const [first, ...others] = new Map(missing.map((fact) => [fact.path, fact])).values()
  return first === undefined ? undefined : { is: 'unknown', missing: [first, ...others] }
}
