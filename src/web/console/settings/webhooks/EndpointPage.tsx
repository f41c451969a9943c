import { Anchor, Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'

import type { EndpointView } from '../../../../api/webhooks.ts'
import { change } from '../../../kit/api/ask.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import { EndpointForm, type EndpointFacts } from './EndpointForm.tsx'
import { EndpointDeliveries } from './EndpointDeliveries.tsx'
import { endpointQuery } from './endpoints.ts'

const words = {
  title: { en: 'Endpoint', zh: '接收端' },
  back: { en: 'All endpoints', zh: '全部接收端' },
  facts: { en: 'What is sent where', zh: '发送内容与地址' },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'Saved', zh: '已保存' },
  test: { en: 'Send a test message', zh: '发送测试消息' },
  tested: {
    en: 'A test message is on its way; it shows among the deliveries.',
    zh: '测试消息已发出，可在下方推送记录中查看。',
  },
  disable: { en: 'Disable', zh: '停用' },
  enable: { en: 'Enable', zh: '启用' },
}

/** One endpoint: what it hears of, and what became of each message. */
export function EndpointPage() {
  const say = useSay()
  const { endpointId } = useParams({ from: '/frame/settings/webhooks/$endpointId' })
  const { may } = useSession()
  const endpoint = useQuery(endpointQuery(endpointId))
  const { data } = endpoint
  return (
    <Stack gap="xl" maw={960}>
      <div>
        <Anchor component={Link} to="/settings/webhooks" size="sm">
          {say(words.back)}
        </Anchor>
        <PageHead
          title={say(words.title)}
          lead={data?.url}
          actions={data !== undefined && may('webhooks.manage') && <Steps endpoint={data} />}
        />
        <ProblemNote error={endpoint.error} onRetry={() => void endpoint.refetch()} />
        {endpoint.isPending && <LoadingRows rows={4} />}
      </div>
      {data !== undefined && <EndpointDeliveries endpointId={endpointId} />}
      {data !== undefined && may('webhooks.manage') && <Facts key={data.id} endpoint={data} />}
    </Stack>
  )
}

type Aspect = EndpointFacts & Pick<EndpointView, 'state'>

function useReplacing({ id }: EndpointView) {
  const queries = useQueryClient()
  const say = useSay()
  return useMutation({
    mutationFn: (body: Aspect) => change(`/v1/webhooks/${id}`, { method: 'PUT', body }),
    onSuccess: async () => {
      showNotice({ message: say(words.saved) })
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
}

function Steps({ endpoint }: { readonly endpoint: EndpointView }) {
  const say = useSay()
  const queries = useQueryClient()
  const replacing = useReplacing(endpoint)
  const testing = useMutation({
    mutationFn: () => change(`/v1/webhooks/${endpoint.id}/test`),
    onSuccess: async () => {
      showNotice({ message: say(words.tested) })
      await queries.invalidateQueries({ queryKey: ['deliveries', endpoint.id] })
    },
  })
  const { url, eventTypes, state } = endpoint
  const isEnabled = state === 'enabled'
  const other = isEnabled ? 'disabled' : 'enabled'
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          loading={replacing.isPending}
          onClick={() => replacing.mutate({ url, eventTypes, state: other })}
        >
          {say(isEnabled ? words.disable : words.enable)}
        </Button>
        {isEnabled && (
          <Button loading={testing.isPending} onClick={() => testing.mutate()}>
            {say(words.test)}
          </Button>
        )}
      </Group>
      <ProblemNote error={testing.error ?? replacing.error} />
    </Stack>
  )
}

function Facts({ endpoint }: { readonly endpoint: EndpointView }) {
  const say = useSay()
  const replacing = useReplacing(endpoint)
  return (
    <Section title={say(words.facts)}>
      <EndpointForm
        facts={endpoint}
        submit={say(words.save)}
        error={replacing.error}
        isPending={replacing.isPending}
        onSubmit={(facts) => replacing.mutate({ ...facts, state: endpoint.state })}
      />
    </Section>
  )
}
