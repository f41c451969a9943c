import { Alert, Button, Container, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { startAuthentication } from '@simplewebauthn/browser'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Landmark, Link2 } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'

import { change } from '../../kit/api/ask.ts'
import { LanguageSwitch } from '../../kit/components/LanguageSwitch.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { SchemeSwitch } from '../../kit/components/SchemeSwitch.tsx'
import { isEmbedded } from '../../kit/embedded.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { deskSessionQuery } from '../desk-session.ts'

const words = {
  title: { en: 'Customs office', zh: '海关办公台' },
  lead: {
    en: 'The desk of the sandbox authority: examine, assess, release.',
    zh: '沙盒海关办公台：查验、核税、放行。',
  },
  entering: { en: 'Opening your link', zh: '正在打开登录链接' },
  passkey: { en: 'Sign in with a passkey', zh: '使用通行密钥登录' },
  cancelled: {
    en: 'No passkey was used. Try again, or open a sign-in link.',
    zh: '未使用通行密钥。请重试，或打开登录链接。',
  },
  link: { en: 'With a link', zh: '使用链接' },
  linkHow: {
    en: 'Open the link that was sent to you, or that the start of the program has printed. It is good once, within a day.',
    zh: '请打开发送给您的链接，或程序启动时打印的链接。链接一天内有效，仅可使用一次。',
  },
}

interface SignInPageProps {
  /** Of the link that was opened, where one was. */
  readonly secret: string | undefined
  readonly onEnter: () => void
}

/** The way in: by the link at hand, or by a passkey. */
export function SignInPage({ secret, onEnter }: SignInPageProps) {
  const say = useSay()
  const queries = useQueryClient()
  const enter = (): void => {
    onEnter()
    void queries.resetQueries({ queryKey: deskSessionQuery.queryKey })
  }
  const link = useMutation({
    mutationFn: (token: string) => change('/officers/session', { body: { token } }),
    onSuccess: enter,
    // Somebody who opens a used link again may still be signed in.
    onError: () => void queries.query(deskSessionQuery).then(enter, () => undefined),
  })
  const passkey = useMutation({ mutationFn: signInByPasskey, onSuccess: (done) => done && enter() })
  const redeem = link.mutate
  const enterOnce = useEffectEvent(enter)
  const wasTried = useRef(false)
  useEffect(() => {
    // A link is good once, so it is not tried twice, however often the page is drawn.
    if (secret === undefined || wasTried.current) return
    wasTried.current = true
    // The page around this one hands its link along, but whoever sits here already stays.
    if (isEmbedded) void queries.query(deskSessionQuery).then(enterOnce, () => redeem(secret))
    else redeem(secret)
  }, [secret, redeem, queries])
  const isEntering = secret !== undefined && !link.isError
  useEffect(() => {
    document.title = say(words.title)
  }, [say])
  return (
    <Container component="main" size={440} py={64}>
      <Stack gap="lg">
        <Group justify="flex-end" gap="xs">
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
        <Stack gap={4}>
          <Landmark size={36} aria-hidden />
          <Title order={1} size="h2">
            {say(words.title)}
          </Title>
          <Text c="dimmed">{say(words.lead)}</Text>
        </Stack>
        <ProblemNote error={link.error ?? passkey.error} />
        {passkey.data === false && <Alert role="status">{say(words.cancelled)}</Alert>}
        {isEntering ? (
          <Group role="status">
            <Loader size="sm" aria-hidden /> {say(words.entering)}
          </Group>
        ) : (
          <WaysIn onPasskey={() => passkey.mutate()} isBusy={passkey.isPending} />
        )}
      </Stack>
    </Container>
  )
}

function WaysIn({ onPasskey, isBusy }: { onPasskey: () => void; isBusy: boolean }) {
  const say = useSay()
  return (
    <>
      <Button
        size="md"
        leftSection={<KeyRound size={18} aria-hidden />}
        loading={isBusy}
        onClick={onPasskey}
      >
        {say(words.passkey)}
      </Button>
      <Paper withBorder p="md">
        <Group gap="xs" mb={4}>
          <Link2 size={18} aria-hidden />
          <Title order={2} size="h5">
            {say(words.link)}
          </Title>
        </Group>
        <Text size="sm">{say(words.linkHow)}</Text>
      </Paper>
    </>
  )
}

/** @returns whether a passkey was used; somebody who turns away from the question has not failed */
async function signInByPasskey(): Promise<boolean> {
  const optionsJSON = await change<PublicKeyCredentialRequestOptionsJSON>(
    '/officers/session/passkey-options',
  )
  const response = await startAuthentication({ optionsJSON }).catch(() => undefined)
  if (response === undefined) return false
  await change('/officers/session/passkey', { body: { response } })
  return true
}
