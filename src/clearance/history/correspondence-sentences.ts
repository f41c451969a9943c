import { inTheirWords, type SentencesFor } from './sentence.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { ThreadDecidedData } from '../events/case-event.ts'
import { VERSION_NOT_RECORDED } from '../events/upcasters.ts'
import { decisionOutcomes, reviewedDecisions, threadKinds, wordFor } from './event-words.ts'

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
  'thread-decided': (data) => {
    const [about, what] = [decidedAbout(data), wordFor(decisionOutcomes, data.outcome)]
    const version = versionMade(data)
    return {
      en: `Customs decided (${about.en}): ${what.en}${version.en}.`,
      zh: `海关已作出决定（${about.zh}）：${what.zh}${version.zh}。`,
    }
  },
  'thread-closed': ({ kind }) => {
    const { en, zh } = wordFor(threadKinds, kind)
    return { en: `Customs closed the thread (${en}).`, zh: `海关已结束往来（${zh}）。` }
  },
}

function decidedAbout({ kind, reviewed }: ThreadDecidedData): BilingualText {
  const about = wordFor(threadKinds, kind)
  if (reviewed === undefined) return about
  const decision = wordFor(reviewedDecisions, reviewed.decision)
  return {
    en: `${about.en}, ${decision.en} of ${reviewed.decidedOn}`,
    zh: `${about.zh}，${reviewed.decidedOn} 的${decision.zh}`,
  }
}

function versionMade({ versionId }: ThreadDecidedData): BilingualText {
  return versionId === undefined || versionId === VERSION_NOT_RECORDED
    ? { en: '', zh: '' }
    : { en: `; the declaration has version ${versionId}`, zh: `；报关单现为第 ${versionId} 版` }
}
