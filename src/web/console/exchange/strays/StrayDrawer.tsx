import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FolderInput } from 'lucide-react'

import type { StrayDetail } from '../../../../api/exchange-strays.ts'
import { change as ask } from '../../../kit/api/ask.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../exchange.module.css'
import { exchangeKey, strayQuery } from '../exchange-queries.ts'
import { actorText } from '../messages/actor-text.ts'
import { RawBytes } from '../messages/RawBytes.tsx'
import { SetAside } from '../messages/SetAside.tsx'
import { SideDrawer } from '../SideDrawer.tsx'
import { useExchangeSearch } from '../use-exchange-search.ts'
import { strayCauses, strayStates } from './stray-states.ts'

const words = {
  title: { en: 'Stray notification', zh: '未归属通知' },
  says: { en: 'What it says', zh: '通知内容' },
  unreadable: { en: 'It cannot be read', zh: '无法读取' },
  belongs: { en: 'It belongs to this case', zh: '归入此案件' },
  proof: {
    lrn: {
      en: 'It names the local reference of a message of this case.',
      zh: '通知载有此案件报文的参考号。',
    },
    conversation: {
      en: 'It came in the conversation that customs opened for a message of this case.',
      zh: '通知属于海关为此案件报文建立的会话。',
    },
    mrn: { en: 'It names the MRN of this case.', zh: '通知载有此案件的 MRN。' },
  },
  showCase: { en: 'Show the case', zh: '查看案件' },
  why: { en: 'Why it was not placed', zh: '未能归属的原因' },
  conversation: { en: 'Conversation', zh: '会话编号' },
  received: { en: 'Came in', zh: '接收时间' },
  settled: { en: 'Settled', zh: '处理' },
  asideTitle: { en: 'Set this notification aside', zh: '搁置此通知' },
  asideLead: {
    en: 'Nobody has to look at it any more. It is kept as it came.',
    zh: '不再需要处理，原文保留不变。',
  },
}

/** One stray notification in full, with what can be done about it. */
export function StrayDrawer() {
  const say = useSay()
  const { search, change } = useExchangeSearch()
  const strayId = search.stray
  return (
    <SideDrawer
      isOpen={strayId !== undefined}
      title={say(words.title)}
      onClose={() => change({ stray: undefined })}
    >
      {strayId !== undefined && <StrayInFull strayId={strayId} />}
    </SideDrawer>
  )
}

function StrayInFull({ strayId }: { readonly strayId: string }) {
  const say = useSay()
  const { data: stray, error, refetch } = useQuery(strayQuery(strayId))
  if (stray === undefined) {
    return error === null ? (
      <LoadingRows />
    ) : (
      <ProblemNote error={error} onRetry={() => void refetch()} />
    )
  }
  return (
    <Stack gap="md">
      <WhatItSays stray={stray} />
      {stray.state === 'open' && <WhatToDo stray={stray} />}
      <dl className={styles.facts}>
        <dt>{say(words.received)}</dt>
        <dd>
          <InstantText at={stray.receivedAt} />
        </dd>
        <dt>{say(words.why)}</dt>
        <dd>{say(strayCauses[stray.cause])}</dd>
        {stray.lrn !== undefined && <Fact name="LRN" value={stray.lrn} />}
        {stray.mrn !== undefined && <Fact name="MRN" value={stray.mrn} />}
        {stray.conversationId !== undefined && (
          <Fact name={say(words.conversation)} value={stray.conversationId} />
        )}
        {stray.settled !== undefined && (
          <>
            <dt>{say(words.settled)}</dt>
            <dd>
              {say(strayStates[stray.state].label)}, {say(actorText(stray.settled.actor))},{' '}
              <InstantText at={stray.settled.at} />
              {stray.settled.reason !== undefined && `: ${stray.settled.reason}`}
            </dd>
          </>
        )}
      </dl>
      <RawBytes path={stray.body} name={stray.id} sha256={stray.sha256} asItCame />
    </Stack>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function WhatItSays({ stray: { read, unreadable } }: { readonly stray: StrayDetail }) {
  const say = useSay()
  if (read === undefined) {
    if (unreadable === undefined) return null
    return (
      <Alert color="orange" title={say(words.unreadable)} styles={titleInText}>
        <Text size="sm" lang="en" className={styles.wide}>
          {unreadable}
        </Text>
      </Alert>
    )
  }
  return (
    <section aria-label={say(words.says)}>
      <Text fw={600}>{`${read.functionCode} ${read.name ?? ''}`.trim()}</Text>
      <Text>{say(read.explanation)}</Text>
      {read.statements.length > 0 && (
        <List size="sm">
          {read.statements.map((statement) => (
            <List.Item key={statement}>{statement}</List.Item>
          ))}
        </List>
      )}
    </section>
  )
}

const titleInText = { title: { color: 'var(--mantine-color-text)' } }

function WhatToDo({ stray: { id, proof, read } }: { readonly stray: StrayDetail }) {
  const say = useSay()
  const { may } = useSession()
  const queries = useQueryClient()
  const assigning = useMutation({
    mutationFn: (caseId: string) =>
      ask(`/v1/exchange/strays/${id}/assignment`, { body: { caseId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: exchangeKey }),
  })
  return (
    <>
      {proof !== undefined && (
        <Text size="sm">
          {say(words.proof[proof.by])}{' '}
          <Anchor component={Link} to={`/cases/${proof.caseId}`} size="sm" underline="always">
            {say(words.showCase)}
          </Anchor>
        </Text>
      )}
      <ProblemNote error={assigning.error} />
      {may('strays.settle') && (
        <Group gap="xs">
          {proof !== undefined && read !== undefined && (
            <Button
              size="xs"
              leftSection={<FolderInput size={14} aria-hidden />}
              loading={assigning.isPending}
              onClick={() => assigning.mutate(proof.caseId)}
            >
              {say(words.belongs)}
            </Button>
          )}
          <SetAside
            path={`/v1/exchange/strays/${id}/set-aside`}
            title={words.asideTitle}
            lead={words.asideLead}
          />
        </Group>
      )}
    </>
  )
}
