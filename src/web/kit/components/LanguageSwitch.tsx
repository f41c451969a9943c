import { SegmentedControl } from '@mantine/core'

import { languageNames, languages } from '../words/language.ts'
import { useLanguage, useSay } from '../words/LanguageProvider.tsx'

const words = { label: { en: 'Language', zh: '语言' } }

/** Switches the whole page between its languages, at once. */
export function LanguageSwitch() {
  const { language, speak } = useLanguage()
  const say = useSay()
  return (
    <SegmentedControl
      size="xs"
      aria-label={say(words.label)}
      value={language}
      onChange={(value) => speak(value)}
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
    />
  )
}
