import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

import { formatsOf, type Formats } from '../kit/format/formats.ts'
import {
  type Language,
  locales,
  onLanguageChosenElsewhere,
  rememberedLanguage,
  rememberLanguage,
  type Say,
} from '../kit/words/language.ts'

/** How the page speaks: the chosen language, its words and its figures. */
export interface Speech {
  readonly language: Language
  readonly speak: (language: Language) => void
  readonly say: Say
  readonly formats: Formats
}

const SpeechContext = createContext<Speech | undefined>(undefined)

/** Lets everything inside speak; its value comes from {@link useNewSpeech}. */
export const SpeechProvider = SpeechContext.Provider

/** The language of the whole page, from what was chosen before or else from the browser. */
export function useNewSpeech(): Speech {
  const [language, setLanguage] = useState(rememberedLanguage)
  useEffect(() => {
    document.documentElement.lang = locales[language]
  }, [language])
  useEffect(() => onLanguageChosenElsewhere(setLanguage), [])
  return {
    language,
    speak: (chosen) => {
      rememberLanguage(chosen)
      setLanguage(chosen)
    },
    say: (text) => text[language],
    formats: formatsOf(language),
  }
}

/** How the page around this component speaks. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (speech === undefined) throw new Error('SpeechProvider is missing above this component')
  return speech
}
