import { Alert, Button, NativeSelect, NumberInput, Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import type { Settings } from '../../../authority/processing/settings.ts'
import { change, read } from '../../kit/api/ask.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../kit/notices.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useOfficer } from '../desk-session.ts'
import { DurationInput } from './DurationInput.tsx'
import { OfficeHoursInput } from './OfficeHoursInput.tsx'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'How the office works', zh: '办理方式' },
  processingDelaySeconds: {
    en: 'How long a declaration lies before it is looked at',
    zh: '报关单接收后等待审核的时间',
  },
  arrivalExpirySeconds: {
    en: 'How long goods may take to arrive',
    zh: '等待到货的期限',
  },
  portArrivalSeconds: {
    en: 'Exports: until the goods are at the port',
    zh: '出口：货物到达港口所需时间',
  },
  departureSeconds: {
    en: 'Exports: from clearance to departure',
    zh: '出口：自结关至离境',
  },
  paymentReminderSeconds: {
    en: 'When a missing payment is reminded of',
    zh: '付款催告间隔',
  },
  documentRequestSeconds: {
    en: 'How long a trader may take to answer',
    zh: '贸易商答复期限',
  },
  greenLaneSeconds: {
    en: 'Green lane: from acceptance to release',
    zh: '绿色通道：自受理至放行',
  },
  yellowLaneSeconds: {
    en: 'Yellow lane: until papers or answers are looked at',
    zh: '黄色通道：审看单证或答复所需时间',
  },
  redLaneSeconds: {
    en: 'Red lane: until the goods are examined',
    zh: '红色通道：查验货物所需时间',
  },
  decisions: { en: 'What waits for an officer', zh: '等待关员的事项' },
  'by-officers': { en: 'An officer decides it at the desk', zh: '由关员在工作台决定' },
  'by-office': {
    en: 'Is found in order by itself, after the time of its lane',
    zh: '通道时间届满后自动视为无异常',
  },
  clockSpeed: {
    en: 'How many times as fast as real time the office works',
    zh: '办公时钟相对真实时间的倍速',
  },
  clockNote: {
    en: 'The clock of the office never goes back: set to 1 again it stays ahead.',
    zh: '办公时钟不会倒退：恢复为 1 后仍保持领先。',
  },
  correspondenceAnswerDays: {
    en: 'Days to answer a letter',
    zh: '答复往来函件的天数',
  },
  requestLimitPerSecond: {
    en: 'Messages a second from one trader, 0 for no limit',
    zh: '每个贸易商每秒报文数（0 为不限）',
  },
  pushes: { en: 'Push notifications to traders', zh: '向贸易商推送通知' },
  answers: { en: 'How declarations are answered', zh: '报关单的答复方式' },
  realistic: {
    en: 'As an office works: checked, assessed, selected',
    zh: '如实办理：审核、核税、布控',
  },
  stub: {
    en: 'As HMRC’s public test stub: the LRN chooses',
    zh: '同英国海关公开测试桩：由 LRN 决定',
  },
  stubNote: {
    en: 'Nothing is checked or assessed. The first letter of the LRN chooses the answer (C cleared, D documents, U examination, Q query, B rejected and so on), a digit after it the delay in seconds.',
    zh: '不作任何审核与核税。LRN 的首字母决定答复（C 结关、D 要求单证、U 查验、Q 问询、B 退单等），其后的数字为延迟秒数。',
  },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'The settings are saved', zh: '设置已保存' },
  headOnly: { en: 'The head of the office changes these.', zh: '由负责人修改。' },
}

const DURATIONS = [
  'processingDelaySeconds',
  'arrivalExpirySeconds',
  'portArrivalSeconds',
  'departureSeconds',
  'paymentReminderSeconds',
  'documentRequestSeconds',
  'greenLaneSeconds',
  'yellowLaneSeconds',
  'redLaneSeconds',
] as const satisfies readonly (keyof Settings)[]

const decisions = ['by-officers', 'by-office'] as const
const answers = ['realistic', 'stub'] as const

/** Delays and limits of the office; only its head changes them. */
export function OfficeSettings() {
  const say = useSay()
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => read<Settings>('/officers/settings', signal),
  })
  return (
    <Section title={say(words.title)}>
      <ProblemNote error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.isPending && <LoadingRows rows={4} />}
      {settings.isSuccess && (
        <SettingsForm key={JSON.stringify(settings.data)} settings={settings.data} />
      )}
    </Section>
  )
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const say = useSay()
  const { role } = useOfficer()
  const [edited, setEdited] = useState(settings)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => change('/officers/settings', { method: 'PUT', body: { settings: edited } }),
    onSuccess: async () => {
      showNotice({ message: say(words.saved), color: 'green' })
      await queries.invalidateQueries({ queryKey: ['settings'] })
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    save.mutate()
  }
  const isHead = role === 'head'
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {DURATIONS.map((name) => (
          <DurationInput
            key={name}
            label={say(words[name])}
            seconds={edited[name]}
            isReadOnly={!isHead}
            onChange={(seconds) => setEdited((before) => ({ ...before, [name]: seconds }))}
          />
        ))}
        <NumberInput
          label={say(words.correspondenceAnswerDays)}
          value={edited.correspondenceAnswerDays}
          min={1}
          max={365}
          allowDecimal={false}
          hideControls
          readOnly={!isHead}
          onChange={(value) =>
            typeof value === 'number' &&
            setEdited((before) => ({ ...before, correspondenceAnswerDays: value }))
          }
        />
        <NumberInput
          label={say(words.requestLimitPerSecond)}
          value={edited.requestLimitPerSecond}
          min={0}
          allowDecimal={false}
          hideControls
          readOnly={!isHead}
          onChange={(value) =>
            typeof value === 'number' &&
            setEdited((before) => ({ ...before, requestLimitPerSecond: value }))
          }
        />
        <Switch
          label={say(words.pushes)}
          checked={edited.pushes === 'on'}
          disabled={!isHead}
          onChange={({ currentTarget: { checked } }) =>
            setEdited((before) => ({ ...before, pushes: checked ? 'on' : 'off' }))
          }
        />
        <WayOfWorking
          edited={edited}
          isHead={isHead}
          onChange={(changed) => setEdited((before) => ({ ...before, ...changed }))}
        />
        <ProblemNote error={save.error} />
        {isHead ? (
          <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
            {say(words.save)}
          </Button>
        ) : (
          <Text c="dimmed">{say(words.headOnly)}</Text>
        )}
      </Stack>
    </form>
  )
}

interface WayOfWorkingProps {
  readonly edited: Settings
  readonly isHead: boolean
  readonly onChange: (changed: Partial<Settings>) => void
}

/** Who decides, when people are at work, how fast the clock runs and how answers come about. */
function WayOfWorking({ edited, isHead, onChange }: WayOfWorkingProps) {
  const say = useSay()
  return (
    <>
      <NativeSelect
        label={say(words.decisions)}
        value={edited.decisions}
        disabled={!isHead}
        data={decisions.map((value) => ({ value, label: say(words[value]) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ decisions: decisions.find((choice) => choice === value) ?? edited.decisions })
        }
      />
      <OfficeHoursInput
        hours={edited.officeHours}
        isReadOnly={!isHead}
        onChange={(hours) =>
          onChange({
            officeHours: hours === 'always' ? hours : { ...hours, days: [...hours.days] },
          })
        }
      />
      <NumberInput
        label={say(words.clockSpeed)}
        description={say(words.clockNote)}
        value={edited.clockSpeed}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        readOnly={!isHead}
        onChange={(clockSpeed) => typeof clockSpeed === 'number' && onChange({ clockSpeed })}
      />
      <NativeSelect
        label={say(words.answers)}
        value={edited.answers}
        disabled={!isHead}
        data={answers.map((value) => ({ value, label: say(words[value]) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ answers: answers.find((choice) => choice === value) ?? edited.answers })
        }
      />
      {edited.answers === 'stub' && <Alert color="yellow">{say(words.stubNote)}</Alert>}
    </>
  )
}
