import { Button, Divider, Loader, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import { change } from '../../kit/api/ask.ts'
import { ProblemError } from '../../kit/api/problem.ts'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { sessionQuery, type Session } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { AnotherLink } from './AnotherLink.tsx'
import { CreatePasskey } from './CreatePasskey.tsx'
import { Doorway } from './Doorway.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'

const words = {
  entering: { en: 'Signing you in', zh: '正在登录' },
  welcome: (name: string) => ({ en: `Welcome, ${name}`, zh: `欢迎，${name}` }),
  lead: (tenant: string) => ({
    en: `You are signed in to ${tenant}. Create a passkey now, and you need no link the next time.`,
    zh: `您已登录 ${tenant}。现在创建通行密钥，下次登录就不再需要链接。`,
  }),
  why: {
    en: 'A passkey stays on your device, is unlocked like the device itself, and cannot be phished or forgotten.',
    zh: '通行密钥保存在您的设备上，与设备用同样的方式解锁，不会被钓鱼，也不会忘记。',
  },
  notNow: { en: 'Not now', zh: '暂不创建' },
  refused: { en: 'This link does not work any more', zh: '此链接已失效' },
  refusedLead: {
    en: 'A link lets one person in once, within three days. This one was used, is older, or was not copied whole.',
    zh: '每个链接只能由一人使用一次，三天内有效。此链接可能已被使用、已过期，或未完整复制。',
  },
  orPasskey: { en: 'If you have made a passkey before', zh: '如果您之前创建过通行密钥' },
  another: { en: 'Otherwise get another link', zh: '否则请获取新的链接' },
}

/** Takes the one-time link that somebody was given, lets them in, and offers to make a passkey. */
export function WelcomePage() {
  const say = useSay()
  const entrance = useEntrance()
  const session = useQuery({ ...sessionQuery, enabled: entrance.isOver })
  if (session.data !== undefined && entrance.isOver && entrance.error === null) {
    return <Arrived session={session.data} />
  }
  const refusal = entrance.error ?? session.error
  if (refusal === null) {
    return (
      <Doorway>
        <PageHead title={say(words.entering)} />
        <Loader aria-label={say(words.entering)} />
      </Doorway>
    )
  }
  return isRefusedLink(refusal) ? (
    <Refused />
  ) : (
    <Doorway>
      <PageHead title={say(words.entering)} />
      <ProblemNote error={refusal} onRetry={entrance.again} />
    </Doorway>
  )
}

/**
 * Shows the secret of the link once. It is taken out of the address at once, so that it stays neither
 * in the history nor in a picture of the screen; a page that is loaded again goes by its session.
 */
function useEntrance() {
  const queries = useQueryClient()
  const [token] = useState(() => window.location.hash.slice(1))
  const entrance = useMutation({
    mutationFn: () => change('/v1/session/link', { body: { token } }),
    onSuccess: () => queries.removeQueries({ queryKey: ['session'] }),
  })
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current || token === '') return
    isBegun.current = true
    window.history.replaceState(window.history.state, '', window.location.pathname)
    entrance.mutate()
  })
  return {
    isOver: token === '' || entrance.isSuccess,
    error: entrance.error,
    again: () => entrance.mutate(),
  }
}

function Arrived({ session }: { readonly session: Session }) {
  const say = useSay()
  const navigate = useNavigate()
  const goOn = () => void navigate({ to: '/', replace: true })
  return (
    <Doorway>
      <PageHead
        title={say(words.welcome(session.person.name))}
        lead={say(words.lead(session.tenant.name))}
      />
      <CreatePasskey
        onCreated={goOn}
        beside={
          <Button variant="default" onClick={goOn}>
            {say(words.notNow)}
          </Button>
        }
      />
      <Text size="sm" c="dimmed">
        {say(words.why)}
      </Text>
    </Doorway>
  )
}

function Refused() {
  const say = useSay()
  return (
    <Doorway>
      <PageHead title={say(words.refused)} lead={say(words.refusedLead)} />
      <Text size="sm" fw={600}>
        {say(words.orPasskey)}
      </Text>
      <PasskeyButton onSignedIn={() => window.location.assign('/console/')} />
      <Divider />
      <AnotherLink title={say(words.another)} />
    </Doorway>
  )
}

function isRefusedLink(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}
