import type { Failure, FailureWording } from '../../../customs/result.ts'
import { locales, type Language } from './locales.ts'

/** What a failure says to a reader, and in which language it says it. */
export interface FailureText extends FailureWording {
  /** The language as HTML wants it, where it is not the reader's own. */
  readonly lang?: string
}

/**
 * A failure in the reader's language. What was recorded before failures had a Chinese wording is
 * shown in English, and says so.
 *
 * @example const { message, mend, lang } = failureText(obstacle, useLanguage().language)
 */
export function failureText(
  { message, mend, zh }: Pick<Failure, 'message' | 'mend' | 'zh'>,
  language: Language,
): FailureText {
  const english: FailureWording = { message, ...(mend !== undefined && { mend }) }
  switch (language) {
    case 'en':
      return english
    case 'zh':
      return zh ?? { ...english, lang: locales.en }
  }
}
