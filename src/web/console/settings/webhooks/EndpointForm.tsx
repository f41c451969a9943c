import { Checkbox, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { eventTypesQuery } from './endpoints.ts'
import { StackedForm } from '../../../kit/components/StackedForm.tsx'

const words = {
  url: { en: 'Address', zh: '网址' },
  urlHelp: {
    en: 'Begins with https. It receives a signed POST for each event.',
    zh: '以 https 开头。每个事件会以签名的 POST 请求发送到此处。',
  },
  which: { en: 'What it hears of', zh: '接收的事件' },
  all: { en: 'Everything, also events of later versions', zh: '全部事件，包括后续版本新增的事件' },
  some: { en: 'Only these', zh: '仅以下事件' },
}

/** What is said of an endpoint. */
export interface EndpointFacts {
  readonly url: string
  readonly eventTypes: readonly string[]
}

interface EndpointFormProps {
  readonly facts: EndpointFacts
  readonly submit: string
  readonly error: unknown
  readonly isPending: boolean
  readonly onSubmit: (facts: EndpointFacts) => void
  readonly beside?: ReactNode
}

/** Asks where to send to, and what. */
export function EndpointForm(props: EndpointFormProps) {
  const say = useSay()
  const [url, setUrl] = useState(props.facts.url)
  const [chosen, setChosen] = useState(props.facts.eventTypes)
  const isAll = chosen.includes('*')
  return (
    <StackedForm
      submit={props.submit}
      isPending={props.isPending}
      error={props.error}
      isReady={chosen.length > 0}
      onSubmit={() => props.onSubmit({ url: url.trim(), eventTypes: chosen })}
      beside={props.beside}
    >
      <TextInput
        type="url"
        label={say(words.url)}
        description={say(words.urlHelp)}
        placeholder="https://shop.example/hooks/customs"
        value={url}
        maxLength={2_048}
        required
        data-autofocus
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
      />
      <Radio.Group label={say(words.which)} value={isAll ? 'all' : 'some'}>
        <Stack gap="xs" mt={6}>
          <Radio value="all" label={say(words.all)} onChange={() => setChosen(['*'])} />
          <Radio value="some" label={say(words.some)} onChange={() => setChosen([])} />
        </Stack>
      </Radio.Group>
      {!isAll && <TypeChoice chosen={chosen} onChange={setChosen} />}
    </StackedForm>
  )
}

interface TypeChoiceProps {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function TypeChoice({ chosen, onChange }: TypeChoiceProps) {
  const say = useSay()
  const types = useQuery(eventTypesQuery)
  return (
    <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={say(words.which)}>
      <ProblemNote error={types.error} onRetry={() => void types.refetch()} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {types.data?.items.map(({ type, title }) => (
          <Checkbox key={type} value={type} label={say(title)} description={type} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}
