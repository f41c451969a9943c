import { Container, Loader } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { change } from '../../kit/api/ask.ts'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'Welcome', zh: '欢迎' },
  entering: { en: 'Signing you in', zh: '正在登录' },
}

/** Takes the one-time link that somebody was given and lets them in. */
export function WelcomePage() {
  const say = useSay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const entrance = useMutation({
    mutationFn: (token: string) => change('/v1/session/link', { body: { token } }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      await navigate({ to: '/', replace: true })
    },
  })
  useOnce(() => entrance.mutate(window.location.hash.slice(1)))
  return (
    <Container component="main" size="xs" py="xl">
      <PageHead title={say(words.title)} />
      {entrance.isError ? (
        <ProblemNote error={entrance.error} />
      ) : (
        <Loader aria-label={say(words.entering)} />
      )}
    </Container>
  )
}

/** A link works once, so it must not be used twice where a page is rendered twice. */
function useOnce(act: () => void): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    done.current = true
    act()
  })
}
