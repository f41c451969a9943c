import type { TextByLanguage } from '../../customs/nomenclature/nomenclature-edition.ts'
import type { Language } from '../kit/words/locales.ts'

/** A text of a tariff in the reader's language, else in English, else in whichever there is. */
export function textIn(text: TextByLanguage, language: Language): string {
  return text[language] ?? text.en ?? Object.values(text).find((other) => other !== undefined) ?? ''
}
