import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'

const words = {
  what: { en: 'What has happened', zh: '发生了什么' },
  when: { en: 'When', zh: '时间' },
  now: { en: 'Leave empty for now', zh: '留空即为现在' },
  place: { en: 'Where (optional)', zh: '地点（可选）' },
  source: { en: 'Who reports it', zh: '报告人' },
  report: { en: 'Report', zh: '上报' },
  readOnly: {
    en: 'The carrier or your operations report it; your role may not.',
    zh: '由承运人或运营人员上报，您的角色无此权限。',
  },
}

const events = {
  'goods-departed': { en: 'The goods have departed', zh: '货物已启运' },
  'goods-arrived': { en: 'The goods have arrived', zh: '货物已到港' },
  'goods-presented': { en: 'They were presented to customs', zh: '货物已向海关呈验' },
  'goods-handed-over': { en: 'They are with the last carrier', zh: '已交末端承运人' },
  'goods-delivered': { en: 'They were delivered', zh: '货物已送达' },
  'delivery-failed': { en: 'A delivery failed', zh: '派送未成功' },
  'goods-returned': { en: 'They went back to the sender', zh: '货物已退回发货人' },
} as const

type TransportEvent = keyof typeof events

const beforeRelease: readonly TransportEvent[] = [
  'goods-arrived',
  'goods-departed',
  'goods-presented',
]
const afterRelease: readonly TransportEvent[] = [
  'goods-delivered',
  'goods-handed-over',
  'delivery-failed',
  'goods-returned',
]

/** Reports what the carrier says of the goods, as the carrier's own system would. */
export function TransportAction({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const session = useSession()
  const report = useCaseChange(view.id)
  const choices = ['released', 'cleared'].includes(view.state) ? afterRelease : beforeRelease
  const [event, setEvent] = useState<string>()
  const [at, setAt] = useState('')
  const [place, setPlace] = useState('')
  const [source, setSource] = useState(session.person.name)
  if (!session.may('transport.report')) return <Text size="sm">{say(words.readOnly)}</Text>
  const chosen = choices.find((choice) => choice === event) ?? choices[0]
  /** The moment is that of the click, unless somebody has said another: a page stays open for hours. */
  const send = () => {
    const moment = at === '' ? new Date() : new Date(at)
    const occurredAt = moment.toISOString()
    report.mutate({
      at: '/transport-events',
      body: { event: chosen, occurredAt, source, ...(place.trim() !== '' && { place }) },
    })
  }
  return (
    <ActionForm
      button={say(words.report)}
      isPending={report.isPending}
      isReady={source.trim() !== ''}
      error={report.error}
      onSubmit={send}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NativeSelect
          label={say(words.what)}
          value={chosen ?? ''}
          data={choices.map((value) => ({ value, label: say(events[value]) }))}
          onChange={({ currentTarget }) => setEvent(currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={say(words.when)}
          description={say(words.now)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={at}
          onChange={({ currentTarget }) => setAt(currentTarget.value)}
        />
        <TextInput
          label={say(words.place)}
          value={place}
          maxLength={70}
          onChange={({ currentTarget }) => setPlace(currentTarget.value)}
        />
        <TextInput
          label={say(words.source)}
          value={source}
          required
          maxLength={70}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
        />
      </SimpleGrid>
    </ActionForm>
  )
}
