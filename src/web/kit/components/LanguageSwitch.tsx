import { Button } from '@mantine/core'

import { languageNames, locales } from '../words/language.ts'
import { useLanguage } from '../words/LanguageProvider.tsx'

/** Switches the whole page to the other language at once; the button speaks that language. */
export function LanguageSwitch() {
  const { language, speak } = useLanguage()
  const other = language === 'en' ? 'zh' : 'en'
  return (
    <Button variant="default" size="sm" px="sm" lang={locales[other]} onClick={() => speak(other)}>
      {languageNames[other]}
    </Button>
  )
}
