import type { StubCode, StubRules } from './stub-rules.ts'

/** What of a declaration the test stub looks at. */
export interface StubSigns {
  readonly lrn?: string | undefined
  readonly typeCode?: string | undefined
  /** Identity of the means of transport that crosses the border, data element 7/14. */
  readonly borderTransportId?: string | undefined
}

/** What the trader is told of a declaration, in order; nothing for one that stays unanswered. */
export function stubSequence(
  { lrn = '', typeCode = '', borderTransportId }: StubSigns,
  rules: StubRules,
): readonly StubCode[] {
  if (transportSign(borderTransportId, rules) === 'silent') return []
  const beginning = Object.keys(rules.beginnings).find((text) => lrn.startsWith(text))
  if (beginning !== undefined) return rules.beginnings[beginning]!
  const { first, then } = rules.letters[lrn.charAt(0)] ?? rules.otherwise
  return first === 'acceptance' ? [...acceptance(typeCode, rules), ...then] : then
}

/** Goods that are still to come are registered before their declaration is accepted. */
function acceptance(typeCode: string, { typeEndings }: StubRules): readonly StubCode[] {
  const ending = typeCode.slice(-1)
  if (typeEndings.accepted.includes(ending)) return ['01']
  return typeEndings.registeredThenAccepted.includes(ending) ? ['02', '01'] : []
}

/** Seconds after which the stub answers: the second character, where it is a digit. */
export function stubDelaySeconds({ lrn = '' }: StubSigns, { delayLetters }: StubRules): number {
  const second = lrn.charAt(1)
  return delayLetters.includes(lrn.charAt(0)) && /^\d$/.test(second) ? Number(second) : 0
}

/** The error for which a declaration is rejected: the five digits after `BCDS`, where it has them. */
export function stubErrorCode({ lrn = '' }: StubSigns, { rejection }: StubRules): `CDS${number}` {
  const wanted = lrn.startsWith('BCDS') ? lrn.slice(1, 9) : ''
  return (rejection.codes.includes(wanted) ? wanted : rejection.otherwise) as `CDS${number}`
}

/** What the identity of the means of transport asks for, if it asks for anything. */
export function transportSign(
  identity: string | undefined,
  { transportIdentities }: StubRules,
): StubRules['transportIdentities'][string] | undefined {
  return identity === undefined ? undefined : transportIdentities[identity]
}
