import { Button, Loader, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import type { AuthorityConnectionView } from '../../../../api/authority-connections.ts'
import { change } from '../../../kit/api/ask.ts'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { connectionWords as words } from './connection-words.ts'

/** What HMRC has sent the browser back with. */
function readReturn(): { state: string; code?: string; error?: string } {
  const search = new URLSearchParams(window.location.search)
  const code = search.get('code')
  const error = search.get('error')
  return {
    state: search.get('state') ?? '',
    ...(code !== null && { code }),
    ...(error !== null && { error }),
  }
}

/** Where HMRC sends people back to: the connection is completed, once, and its code forgotten. */
export function ReturnPage() {
  const say = useSay()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [returned] = useState(readReturn)
  const hasBegun = useRef(false)
  const { mutate, error } = useMutation({
    mutationFn: () =>
      change<AuthorityConnectionView>('/v1/authority-connections/uk-cds/completion', {
        body: returned,
      }),
    onSuccess: () => navigate({ to: '/settings/connections', replace: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['authority-connections'] }),
  })
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    // The code is good once and stays in no history.
    window.history.replaceState(window.history.state, '', window.location.pathname)
    mutate()
  }, [mutate])
  return (
    <Stack gap="md" maw={960}>
      <PageHead title={say(error === null ? words.completing : words.notConnected)} />
      {error === null ? (
        <Loader aria-label={say(words.completing)} />
      ) : (
        <>
          <ProblemNote error={error} />
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            renderRoot={(props) => <Link {...props} to="/settings/connections" />}
          >
            {say(words.back)}
          </Button>
        </>
      )}
    </Stack>
  )
}
