import { Container } from '@mantine/core'

import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'Sign in', zh: '登录' },
  lead: {
    en: 'Open the one-time link that you were given.',
    zh: '请打开您收到的一次性链接。',
  },
}

/** Where somebody who is not signed in begins. */
export function SignInPage() {
  const say = useSay()
  return (
    <Container component="main" size="xs" py="xl">
      <PageHead title={say(words.title)} lead={say(words.lead)} />
    </Container>
  )
}
