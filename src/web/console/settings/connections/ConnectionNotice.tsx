import { Alert, Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'

import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { connectionWords as words } from './connection-words.ts'
import { connectionsQuery, needsSomebody } from './connections.ts'

/** Says where people begin their day that nothing goes out, and where to mend it; else nothing. */
export function ConnectionNotice() {
  const say = useSay()
  const { may } = useSession()
  const connections = useQuery({ ...connectionsQuery, enabled: may('connections.read') })
  if (connections.data?.items.some(needsSomebody) !== true) return null
  return (
    <Alert
      role="alert"
      mb="lg"
      color="red"
      icon={<TriangleAlert aria-hidden />}
      title={say(words.broken)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {say(words.brokenLead)}{' '}
      <Anchor
        underline="always"
        inherit
        renderRoot={(props) => <Link {...props} to="/settings/connections" />}
      >
        {say(words.look)}
      </Anchor>
    </Alert>
  )
}
