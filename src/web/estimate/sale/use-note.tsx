import type { ReactNode } from 'react'

import { failureText } from '../../kit/words/failure-text.ts'
import { useLanguage } from '../../kit/words/LanguageProvider.tsx'
import { formHint } from './form-hints.ts'
import { notesAt, type FieldNotes } from './field-notes.ts'

/** What is wrong at a place, to be shown beside its field; undefined where nothing is. */
export function useNote(notes: FieldNotes): (place: string) => ReactNode {
  const { language } = useLanguage()
  return (place) => {
    const found = notesAt(notes, place)
    if (found.length === 0) return undefined
    return found.map((failure, index) => {
      const hint = formHint(failure)
      if (hint !== undefined) return hint[language]
      const { message, mend, lang } = failureText(failure, language)
      return (
        <span key={index} lang={lang} style={{ display: 'block' }}>
          {message} {mend}
        </span>
      )
    })
  }
}
