import { Switch } from '@mantine/core'

import { switchCharacterKeys, useCharacterKeys } from '../character-keys.ts'
import { useSay } from '../words/LanguageProvider.tsx'

const words = {
  label: { en: 'Single keys act in lists', zh: '列表中启用单键快捷键' },
  lead: {
    en: 'Off, arrows and Enter still work; letters and signs do nothing. Remembered in this browser.',
    zh: '关闭后方向键和回车键仍可使用，字母与符号键不起作用。保存在此浏览器中。',
  },
}

/** Lets people switch off keys that act by themselves. */
export function CharacterKeysSwitch() {
  const say = useSay()
  return (
    <Switch
      label={say(words.label)}
      description={say(words.lead)}
      checked={useCharacterKeys()}
      onChange={({ currentTarget }) => switchCharacterKeys(currentTarget.checked ? 'on' : 'off')}
    />
  )
}
