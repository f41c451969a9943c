import { Alert, Anchor, Badge, Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'

import type {
  AuthorityConnectionView,
  StartedAuthorisationView,
} from '../../../../api/authority-connections.ts'
import { change } from '../../../kit/api/ask.ts'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../Row.tsx'
import { SettingsTabs } from '../SettingsTabs.tsx'
import { connectionsQuery, endsSoon, needsSomebody } from './connections.ts'
import { connectionWords as words, endWords, stateWords } from './connection-words.ts'

/** The connection of the business to HMRC: since when, until when, connect, disconnect. */
export function ConnectionsPage() {
  const say = useSay()
  const { may } = useSession()
  const connections = useQuery({ ...connectionsQuery, enabled: may('connections.read') })
  return (
    <Stack gap="md" maw={960}>
      <div>
        <PageHead title={say(words.title)} lead={say(words.lead)} />
        <SettingsTabs />
      </div>
      <ProblemNote error={connections.error} onRetry={() => void connections.refetch()} />
      {connections.isLoading && <LoadingRows rows={1} height={64} />}
      {connections.data?.items.map((connection) => (
        <Connection key={connection.channel} connection={connection} />
      ))}
    </Stack>
  )
}

interface ConnectionProps {
  readonly connection: AuthorityConnectionView
}

function Connection({ connection }: ConnectionProps) {
  const say = useSay()
  const { state, waitingMessages } = connection
  return (
    <>
      <Advice connection={connection} />
      <Rows label={say(words.title)}>
        <Row
          title={say(words.authority)}
          marks={
            <Badge
              variant="outline"
              color={state === 'connected' ? 'teal' : 'gray'}
              c="var(--mantine-color-text)"
            >
              {say(stateWords[state])}
            </Badge>
          }
          facts={
            <>
              <Dates connection={connection} />
              {waitingMessages > 0 && <Text size="sm">{say(words.waiting(waitingMessages))}</Text>}
            </>
          }
          actions={<Actions connection={connection} />}
        />
      </Rows>
      <Text size="sm" c="dimmed">
        {say(words.manage)}{' '}
        <Anchor href={MANAGE_URL} target="_blank" rel="noreferrer" underline="always" inherit>
          {say(words.manageLink)}
        </Anchor>
      </Text>
    </>
  )
}

/** Where a business takes a permission back at HMRC itself. */
const MANAGE_URL = 'https://www.tax.service.gov.uk/applications-manage-authority'

/** What somebody should do about it, where there is anything to do. */
function Advice({ connection }: ConnectionProps) {
  const say = useSay()
  const [openedAt] = useState(() => Date.now())
  const isNeeded = needsSomebody(connection)
  if (!isNeeded && !endsSoon(connection, openedAt)) return null
  return (
    <Alert
      color={isNeeded ? 'red' : 'yellow'}
      icon={<TriangleAlert aria-hidden />}
      title={say(isNeeded ? words.broken : words.endsSoon)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {say(isNeeded ? words.brokenLead : words.endsSoonLead)}
    </Alert>
  )
}

function Dates({ connection: { state, connectedAt, expiresAt, ended } }: ConnectionProps) {
  const say = useSay()
  if (connectedAt === undefined || expiresAt === undefined) {
    return <>{say(state === 'installation' ? words.installation : words.never)}</>
  }
  if (state === 'connected') {
    return (
      <>
        {say(words.since)} <InstantText at={connectedAt} as="day" /> · {say(words.until)}{' '}
        <InstantText at={expiresAt} as="day" />
      </>
    )
  }
  if (ended === undefined) return null
  return (
    <>
      {say(endWords[ended.why])} <InstantText at={ended.at} />
    </>
  )
}

function Actions({ connection: { state, canConnect } }: ConnectionProps) {
  const say = useSay()
  const { may } = useSession()
  const connecting = useMutation({
    mutationFn: () =>
      change<StartedAuthorisationView>('/v1/authority-connections/uk-cds/authorisations'),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  if (!may('connections.manage')) return null
  const isConnected = state === 'connected'
  return (
    <Stack gap="xs" align="flex-end">
      {canConnect && (
        <Button
          size="xs"
          variant={isConnected ? 'default' : 'filled'}
          leftSection={<Link2 size={14} aria-hidden />}
          loading={connecting.isPending || connecting.isSuccess}
          onClick={() => connecting.mutate()}
        >
          {say(isConnected ? words.connectAgain : words.connect)}
        </Button>
      )}
      {isConnected && <Disconnect />}
      <ProblemNote error={connecting.error} />
    </Stack>
  )
}

function Disconnect() {
  const say = useSay()
  const queries = useQueryClient()
  const [isAsking, { open, close }] = useDisclosure()
  const leaving = useMutation({
    mutationFn: () => change('/v1/authority-connections/uk-cds', { method: 'DELETE' }),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ['authority-connections'] }),
  })
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {say(words.disconnect)}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={say(words.disconnectAsk)}
        confirm={say(words.disconnect)}
        isPending={leaving.isPending}
        onConfirm={() => leaving.mutate()}
        onClose={close}
      >
        {say(words.disconnectLead)}
        <ProblemNote error={leaving.error} />
      </Confirm>
    </>
  )
}
