import type { Failure, FailureWording } from '../../../customs/result.ts'
import { locales, type Language } from './locales.ts'
import { placeName } from './place-words.ts'

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
  { path = '', message, mend, zh }: Pick<Failure, 'message' | 'mend' | 'zh'> & { path?: string },
  language: Language,
): FailureText {
  const english: FailureWording = {
    message: namingPlace(message, path, 'en'),
    ...(mend !== undefined && { mend }),
  }
  switch (language) {
    case 'en':
      return english
    case 'zh':
      return zh === undefined
        ? { ...english, lang: locales.en }
        : { ...zh, message: namingPlace(zh.message, path, 'zh') }
  }
}

/** Programs are told a place by its pointer; people by its name, where it has one. */
function namingPlace(message: string, path: string, language: Language): string {
  const name = placeName(path)?.[language]
  return name !== undefined && message.startsWith(`${path} `)
    ? name + message.slice(path.length)
    : message
}
