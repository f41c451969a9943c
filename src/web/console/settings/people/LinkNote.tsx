import { Alert, Stack, Text } from '@mantine/core'
import { Link2 } from 'lucide-react'

import type { SignInLinkView } from '../../../../api/people.ts'
import { CopyText } from '../../../kit/components/CopyText.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  title: (name: string) => ({ en: `Link for ${name}`, zh: `${name} 的登录链接` }),
  hand: {
    en: 'Hand it over yourself, in a way that only this person reads. Whoever opens it first is signed in as them. It cannot be shown again.',
    zh: '请亲自通过只有本人能看到的方式转交。最先打开者即以其身份登录。此链接不会再次显示。',
  },
  lost: {
    en: 'The link was lost on its way to you and cannot be shown again. Make another one beside the name.',
    zh: '链接在传送途中丢失，无法再次显示。请在姓名旁重新生成。',
  },
  until: { en: 'Good once, until', zh: '仅可使用一次，有效期至' },
}

interface LinkNoteProps {
  readonly name: string
  readonly link: SignInLinkView
}

/** A sign-in link at the only moment at which it can be seen. */
export function LinkNote({ name, link }: LinkNoteProps) {
  const say = useSay()
  return (
    <Alert
      variant="light"
      color="tide"
      icon={<Link2 />}
      title={say(words.title(name))}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack gap="xs">
        {link.url === undefined ? (
          <Text size="sm">{say(words.lost)}</Text>
        ) : (
          <>
            <CopyText value={link.url} />
            <Text size="sm">
              {say(words.until)} <InstantText at={link.expiresAt} />.
            </Text>
            <Text size="sm">{say(words.hand)}</Text>
          </>
        )}
      </Stack>
    </Alert>
  )
}
