import { Anchor, Badge, Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus, Webhook } from 'lucide-react'

import type { EndpointView } from '../../../../api/webhooks.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../Row.tsx'
import { SettingsTabs } from '../SettingsTabs.tsx'
import { AddEndpoint } from './AddEndpoint.tsx'
import { endpointsQuery } from './endpoints.ts'

const words = {
  title: { en: 'Webhooks', zh: 'Webhook' },
  lead: {
    en: 'Addresses of your systems that are told of each milestone as it happens.',
    zh: '案件每到一个节点，都会立即通知您系统的这些网址。',
  },
  add: { en: 'Add an endpoint', zh: '添加接收端' },
  none: { en: 'Nobody is told yet', zh: '尚未设置接收端' },
  noneLead: {
    en: 'Give an address of your shop or warehouse system. It learns of releases, charges and questions without asking.',
    zh: '填写您商城或仓库系统的网址，即可自动得知放行、税费和海关提问。',
  },
  all: { en: 'hears of everything', zh: '接收全部事件' },
  some: (count: number) => ({
    en: count === 1 ? 'hears of 1 event' : `hears of ${count} events`,
    zh: `接收 ${count} 种事件`,
  }),
  since: { en: 'since', zh: '添加于' },
}

const states = {
  enabled: { en: 'enabled', zh: '已启用' },
  disabled: { en: 'disabled', zh: '已停用' },
} as const

/** The endpoints of the business. */
export function WebhooksPage() {
  const say = useSay()
  const { may } = useSession()
  const endpoints = useQuery({ ...endpointsQuery, enabled: may('webhooks.read') })
  const [isAdding, { open, close }] = useDisclosure()
  const add = may('webhooks.manage') && (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      {say(words.add)}
    </Button>
  )
  const items = endpoints.data?.items
  return (
    <Stack gap="md" maw={960}>
      <div>
        <PageHead
          title={say(words.title)}
          lead={say(words.lead)}
          actions={items?.length === 0 ? undefined : add}
        />
        <SettingsTabs />
      </div>
      <ProblemNote error={endpoints.error} onRetry={() => void endpoints.refetch()} />
      {endpoints.isLoading && <LoadingRows rows={3} height={64} />}
      {items?.length === 0 && (
        <EmptyState icon={Webhook} title={say(words.none)} actions={add}>
          {say(words.noneLead)}
        </EmptyState>
      )}
      {items !== undefined && items.length > 0 && (
        <Rows label={say(words.title)}>
          {items.map((endpoint) => (
            <EndpointRow key={endpoint.id} endpoint={endpoint} />
          ))}
        </Rows>
      )}
      <AddEndpoint isOpen={isAdding} onClose={close} />
    </Stack>
  )
}

function EndpointRow({ endpoint }: { readonly endpoint: EndpointView }) {
  const say = useSay()
  const { id, url, state, eventTypes, createdAt } = endpoint
  return (
    <Row
      title={
        <Anchor
          renderRoot={(props) => (
            <Link {...props} to="/settings/webhooks/$endpointId" params={{ endpointId: id }} />
          )}
        >
          {url}
        </Anchor>
      }
      marks={
        <Badge
          variant="outline"
          color={state === 'enabled' ? 'teal' : 'gray'}
          c="var(--mantine-color-text)"
        >
          {say(states[state])}
        </Badge>
      }
      facts={
        <>
          {say(eventTypes.includes('*') ? words.all : words.some(eventTypes.length))} ·{' '}
          {say(words.since)} <InstantText at={createdAt} as="day" />
        </>
      }
    />
  )
}
