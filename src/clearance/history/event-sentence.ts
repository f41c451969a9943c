import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { CaseEventType, NewCaseEvent } from '../events/case-event.ts'
import { controlSentences } from './control-sentences.ts'
import { correspondenceSentences } from './correspondence-sentences.ts'
import { decisionSentences, exchangeSentences } from './exchange-sentences.ts'
import { moneySentences } from './money-sentences.ts'
import { paperSentences, preparationSentences } from './preparation-sentences.ts'
import type { SentencesFor } from './sentence.ts'
import { supplementarySentences } from './supplementary-sentences.ts'
import { transportSentences } from './transport-sentences.ts'

/** Which part of a clearance an event belongs to, by which a reader narrows the history. */
export type Subject =
  | 'preparation'
  | 'papers'
  | 'exchange'
  | 'decisions'
  | 'controls'
  | 'correspondence'
  | 'money'
  | 'transport'

/** Every subject, in the order of a clearance. */
export const subjects = [
  'preparation',
  'papers',
  'exchange',
  'decisions',
  'controls',
  'correspondence',
  'money',
  'transport',
] as const satisfies readonly Subject[]

const bySubject: Readonly<Record<Subject, Partial<SentencesFor<CaseEventType>>>> = {
  preparation: preparationSentences,
  papers: paperSentences,
  exchange: exchangeSentences,
  decisions: { ...decisionSentences, ...supplementarySentences },
  controls: controlSentences,
  correspondence: correspondenceSentences,
  money: moneySentences,
  transport: transportSentences,
}

/** The compiler refuses an event type that says nothing to people. */
const sentences: SentencesFor<CaseEventType> = {
  ...preparationSentences,
  ...paperSentences,
  ...exchangeSentences,
  ...decisionSentences,
  ...supplementarySentences,
  ...controlSentences,
  ...correspondenceSentences,
  ...moneySentences,
  ...transportSentences,
}

/** What has happened, in one sentence of each language. */
export function eventSentence({ type, data }: NewCaseEvent): BilingualText {
  const sentence = sentences[type] as (data: NewCaseEvent['data']) => BilingualText
  return sentence(data)
}

/** The part of a clearance that an event belongs to. */
export function subjectOf(type: CaseEventType): Subject {
  const subject = subjects.find((name) => type in bySubject[name])
  if (subject === undefined) throw new RangeError(`${type} belongs to no subject`)
  return subject
}
