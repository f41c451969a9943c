import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { surroundingLanguage } from '../embedded.ts'
import { languages, type Language } from './locales.ts'

export { languages, locales, type Language } from './locales.ts'

/** What a language is called in itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' }

/** Says a text in the reader's language: words of a page and sentences of the interface alike. */
export type Say = (text: BilingualText) => string

const PLACE = 'tidewaiter.language'

/**
 * The language of the page around this one, else what the reader chose before, else the first of the
 * browser's that we speak.
 */
export function rememberedLanguage(): Language {
  const chosen = surroundingLanguage ?? readPlace()
  const wanted = chosen === null ? navigator.languages : [chosen]
  const known = wanted.map((name) => languages.find((language) => name.startsWith(language)))
  return known.find((language) => language !== undefined) ?? 'en'
}

/** Remembers the choice in this browser, and tells the page for screen readers and for hyphenation. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(PLACE, language)
  } catch {
    // A browser that keeps nothing shows the chosen language until the page is left.
  }
}

/**
 * Hears of a choice that was made in another tab, so that all pages of a browser speak alike.
 *
 * @returns what ends the hearing
 */
export function onLanguageChosenElsewhere(hear: (language: Language) => void): () => void {
  const listener = ({ key, newValue }: StorageEvent): void => {
    const chosen = languages.find((language) => language === newValue)
    if (key === PLACE && chosen !== undefined) hear(chosen)
  }
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}

function readPlace(): string | null {
  try {
    return localStorage.getItem(PLACE)
  } catch {
    return null
  }
}
