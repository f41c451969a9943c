import { inTheirWords, type SentencesFor } from './sentence.ts'
import { decisionOutcomes, threadKinds, wordFor } from './event-words.ts'

/** Letters with the authority; their words stand in the thread. */
export const correspondenceSentences: SentencesFor<
  'letter-written' | 'letter-refused' | 'letter-received' | 'thread-decided' | 'thread-closed'
> = {
  'letter-written': ({ kind }) => {
    const { en, zh } = wordFor(threadKinds, kind)
    return { en: `We wrote to customs (${en}).`, zh: `已致函海关（${zh}）。` }
  },
  'letter-refused': ({ kind, errors }) => {
    const { en, zh } = wordFor(threadKinds, kind)
    return inTheirWords(
      { en: `Customs did not take our letter (${en})`, zh: `海关未受理我方信函（${zh}）` },
      errors.map(({ message }) => message).join(' '),
    )
  },
  'letter-received': ({ kind, answerDueOn }) => {
    const { en, zh } = wordFor(threadKinds, kind)
    return answerDueOn === undefined
      ? { en: `Customs wrote to us (${en}).`, zh: `海关来函（${zh}）。` }
      : {
          en: `Customs wrote to us (${en}) and want an answer by ${answerDueOn}.`,
          zh: `海关来函（${zh}），要求在 ${answerDueOn} 前答复。`,
        }
  },
  'thread-decided': ({ kind, outcome }) => {
    const [about, what] = [wordFor(threadKinds, kind), wordFor(decisionOutcomes, outcome)]
    return {
      en: `Customs decided (${about.en}): ${what.en}.`,
      zh: `海关已作出决定（${about.zh}）：${what.zh}。`,
    }
  },
  'thread-closed': ({ kind }) => {
    const { en, zh } = wordFor(threadKinds, kind)
    return { en: `Customs closed the thread (${en}).`, zh: `海关已结束往来（${zh}）。` }
  },
}
