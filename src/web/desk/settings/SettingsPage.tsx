import { Paper, Stack } from '@mantine/core'

import { CharacterKeysSwitch } from '../../kit/components/CharacterKeysSwitch.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { OfficersPanel } from './OfficersPanel.tsx'
import { OfficeSettings } from './OfficeSettings.tsx'
import { PasskeysPanel } from './PasskeysPanel.tsx'

const words = {
  title: { en: 'Office', zh: '本关设置' },
  lead: {
    en: 'How fast the office works, who sits at the desk, and how you sign in.',
    zh: '办理速度、关员名单与登录方式。',
  },
}

/** Settings of the office, its officers, and the officer's own passkeys. */
export function SettingsPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <Stack gap="md" maw={760}>
        <PasskeysPanel />
        <OfficersPanel />
        <OfficeSettings />
        <Paper withBorder p="md">
          <CharacterKeysSwitch />
        </Paper>
      </Stack>
    </>
  )
}
