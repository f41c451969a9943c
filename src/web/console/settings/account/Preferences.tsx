import { Group, Radio, Stack, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'

import { CharacterKeysSwitch } from '../../../kit/components/CharacterKeysSwitch.tsx'
import { languageNames, languages, locales } from '../../../kit/words/language.ts'
import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Language, colours and keys', zh: '语言、外观与快捷键' },
  lead: { en: 'Remembered in this browser.', zh: '保存在此浏览器中。' },
  language: { en: 'Language', zh: '语言' },
  colours: { en: 'Colours', zh: '外观' },
}

const schemes = {
  light: { en: 'Light', zh: '浅色' },
  dark: { en: 'Dark', zh: '深色' },
  auto: { en: 'As the device', zh: '跟随系统' },
} as const satisfies Record<MantineColorScheme, { en: string; zh: string }>

const schemeNames = ['light', 'dark', 'auto'] as const

/** How the pages speak and look for whoever uses this browser. */
export function Preferences() {
  const say = useSay()
  const { language, speak } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Section title={say(words.title)} lead={say(words.lead)}>
      <Stack>
        <Radio.Group value={language} label={say(words.language)}>
          <Group mt="xs">
            {languages.map((name) => (
              <Radio
                key={name}
                value={name}
                label={<span lang={locales[name]}>{languageNames[name]}</span>}
                onChange={() => speak(name)}
              />
            ))}
          </Group>
        </Radio.Group>
        <Radio.Group value={colorScheme} label={say(words.colours)}>
          <Group mt="xs">
            {schemeNames.map((name) => (
              <Radio
                key={name}
                value={name}
                label={say(schemes[name])}
                onChange={() => setColorScheme(name)}
              />
            ))}
          </Group>
        </Radio.Group>
        <CharacterKeysSwitch />
      </Stack>
    </Section>
  )
}
