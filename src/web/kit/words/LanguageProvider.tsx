import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'

import { formatsOf, type Formats } from '../format/formats.ts'
import {
  locales,
  onLanguageChosenElsewhere,
  rememberedLanguage,
  rememberLanguage,
  type Language,
  type Say,
} from './language.ts'

interface Speech {
  readonly language: Language
  readonly speak: (language: Language) => void
  readonly say: Say
  readonly formats: Formats
}

const SpeechContext = createContext<Speech | undefined>(undefined)

/** Lets everything inside speak the reader's language. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage)
  useEffect(() => {
    document.documentElement.lang = locales[language]
  }, [language])
  useEffect(() => onLanguageChosenElsewhere(setLanguage), [])
  const speak = useCallback((chosen: Language) => {
    rememberLanguage(chosen)
    setLanguage(chosen)
  }, [])
  const speech = useMemo<Speech>(
    () => ({ language, speak, say: (text) => text[language], formats: formatsOf(language) }),
    [language, speak],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** The reader's language, and how to change it. */
export function useLanguage(): Pick<Speech, 'language' | 'speak'> {
  return useSpeech()
}

/** Says words of a page (`{ en, zh }`) or a bilingual text of the interface in the reader's language. */
export function useSay(): Say {
  return useSpeech().say
}

/** Writes amounts, numbers and moments as the reader's language does. */
export function useFormats(): Formats {
  return useSpeech().formats
}

function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (speech === undefined) throw new Error('LanguageProvider is missing above this component')
  return speech
}
