import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Moon, Sun } from 'lucide-react'

import { useSay } from '../words/LanguageProvider.tsx'

const words = {
  light: { en: 'Light colours', zh: '浅色模式' },
  dark: { en: 'Dark colours', zh: '深色模式' },
}

/** Switches between light and dark; what is chosen is remembered in this browser. */
export function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme('light')
  const say = useSay()
  const other = shown === 'dark' ? 'light' : 'dark'
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={say(words[other])}
      title={say(words[other])}
      onClick={() => setColorScheme(other)}
    >
      {other === 'dark' ? <Moon size={18} /> : <Sun size={18} />}
    </ActionIcon>
  )
}
