import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { CaseEventData, CaseEventType } from '../events/case-event.ts'

/** What each of some event types says to people, made from what the event remembers. */
export type SentencesFor<Types extends CaseEventType> = {
  readonly [Type in Types]: (data: CaseEventData[Type]) => BilingualText
}

/** A sentence that is the same for every event of its type. */
export function always(en: string, zh: string): () => BilingualText {
  return () => ({ en, zh })
}

/**
 * Words of a person or of the authority after a sentence of ours: they stand as they were written,
 * in whatever language that was.
 */
export function inTheirWords(sentence: BilingualText, words: string): BilingualText {
  return { en: `${sentence.en}: ${words}`, zh: `${sentence.zh}：${words}` }
}
