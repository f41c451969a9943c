import { Alert, Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ceremonyObstacle, knowsPasskeys, signInWithPasskey } from './passkey-ceremony.ts'

const words = {
  signIn: { en: 'Sign in with a passkey', zh: '使用通行密钥登录' },
  unknown: {
    en: 'This browser does not know passkeys here. Use a current browser, and an address that begins with https.',
    zh: '此浏览器在这里无法使用通行密钥。请使用较新的浏览器，并通过 https 网址访问。',
  },
}

/** Signs in with a passkey and says what to do where that did not work. */
export function PasskeyButton({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const say = useSay()
  const entrance = useMutation({ mutationFn: signInWithPasskey, onSuccess: onSignedIn })
  const obstacle = ceremonyObstacle(entrance.error)
  if (!knowsPasskeys) return <Text>{say(words.unknown)}</Text>
  return (
    <>
      <Button
        size="md"
        fullWidth
        leftSection={<KeyRound size={18} aria-hidden />}
        loading={entrance.isPending}
        onClick={() => entrance.mutate()}
      >
        {say(words.signIn)}
      </Button>
      {obstacle === undefined ? (
        <ProblemNote error={entrance.error} />
      ) : (
        <Alert color="yellow" role="alert" variant="light">
          <Text size="sm">{say(obstacle)}</Text>
        </Alert>
      )}
    </>
  )
}
