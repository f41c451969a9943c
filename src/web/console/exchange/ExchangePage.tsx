import { Anchor, Group, Stack, Title, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { NotLiveNote } from '../../kit/components/NotLiveNote.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { Channels } from './channels/Channels.tsx'
import { DeadDeliveries } from './deliveries/DeadDeliveries.tsx'
import styles from './exchange.module.css'
import { channelsQuery, deadDeliveriesQuery, straysQuery } from './exchange-queries.ts'
import type { exchangeLists } from './exchange-search.ts'
import { MessageDrawer } from './messages/MessageDrawer.tsx'
import { MessageList } from './messages/MessageList.tsx'
import { StrayDrawer } from './strays/StrayDrawer.tsx'
import { StrayList } from './strays/StrayList.tsx'
import { useExchangeSearch } from './use-exchange-search.ts'
import { useLiveExchange } from './use-live-exchange.ts'

const words = {
  title: { en: 'Exchange', zh: '报文往来' },
  lead: {
    en: 'How the ways to customs do, what went and what did not, and what came and belongs nowhere yet.',
    zh: '与海关之间的通道状况、已发与未达的报文，以及尚未归属的来文。',
  },
  authorities: { en: 'How you stand with customs', zh: '与海关的关系' },
  lists: { en: 'Lists', zh: '列表' },
  messages: { en: 'Messages', zh: '报文' },
  strays: { en: 'Stray notifications', zh: '未归属通知' },
  deliveries: { en: 'Webhooks and e-mail', zh: 'Webhook 与邮件' },
}

type ListName = (typeof exchangeLists)[number]

/** Every channel's health, and the messages that need a person, in one place. */
export function ExchangePage() {
  const say = useSay()
  const liveness = useLiveExchange()
  const { search } = useExchangeSearch()
  const list = search.list ?? 'messages'
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          <Anchor component={Link} to="/authorities" size="sm">
            {say(words.authorities)}
          </Anchor>
        }
      />
      <NotLiveNote state={liveness} />
      <Stack gap="xl">
        <Channels />
        <section aria-labelledby="exchange-list">
          <Title order={2} size="h3" mb="xs" id="exchange-list">
            {say(words[list])}
          </Title>
          <Lists shown={list} />
          {list === 'messages' && <MessageList />}
          {list === 'strays' && <StrayList />}
          {list === 'deliveries' && <DeadDeliveries />}
        </section>
      </Stack>
      <MessageDrawer />
      <StrayDrawer />
    </>
  )
}

/** Which list is shown, each with how many in it wait for a person. */
function Lists({ shown }: { readonly shown: ListName }) {
  const say = useSay()
  const { may } = useSession()
  const { search, change } = useExchangeSearch()
  const { data: channels } = useQuery(channelsQuery(search.by ?? 'minute'))
  const { data: strays } = useQuery(straysQuery)
  const mayReadDeliveries = may('webhooks.read')
  const { data: deliveries } = useQuery({ ...deadDeliveriesQuery, enabled: mayReadDeliveries })
  const waiting: Readonly<Record<ListName, number>> = {
    messages: (channels?.items ?? []).reduce((sum, { waiting }) => sum + waiting.dead, 0),
    strays: strays?.items.filter(({ state }) => state === 'open').length ?? 0,
    deliveries: deliveries?.items.length ?? 0,
  }
  const names: readonly ListName[] = [
    ...(['messages', 'strays'] as const),
    ...(mayReadDeliveries ? (['deliveries'] as const) : []),
  ]
  return (
    <Group gap={4} mb="sm" component="nav" aria-label={say(words.lists)} className="screen-only">
      {names.map((name) => (
        <UnstyledButton
          key={name}
          className={styles.tab}
          aria-current={name === shown ? 'page' : undefined}
          onClick={() => change({ list: name, message: undefined, stray: undefined })}
        >
          {say(words[name])}
          {waiting[name] > 0 && <span className={styles.count}>{waiting[name]}</span>}
        </UnstyledButton>
      ))}
    </Group>
  )
}
