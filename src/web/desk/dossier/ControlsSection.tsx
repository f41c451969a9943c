import { Badge, Text } from '@mantine/core'

import type { Finding } from '../../../authority/officers/finding.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { colon } from '../../kit/words/colon.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { findingWords } from '../terms/findings.ts'
import { actorWord } from '../terms/history.ts'
import { ruleName } from '../terms/risk-words.ts'
import { controlWords } from '../terms/states.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Controls', zh: '查验与问询' },
  none: { en: 'Nothing holds this entry.', zh: '没有任何事项阻止放行。' },
  open: { en: 'open', zh: '未结' },
  loose: { en: 'open, goods may go', zh: '未结，货物可放行' },
  closed: { en: 'closed', zh: '已结' },
  limit: { en: 'Answer until', zh: '答复期限' },
  findings: { en: 'Findings', zh: '查验结果' },
  item: (sequence: number) => ({ en: `Item ${sequence}`, zh: `第 ${sequence} 项` }),
}

type Control = ShownDossier['controls'][number]

/** What holds or held the entry, and what inspections have found. */
export function ControlsSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  return (
    <Section title={say(words.title)}>
      {dossier.controls.length === 0 && <Text c="dimmed">{say(words.none)}</Text>}
      <ul className={styles.lines}>
        {dossier.controls.map((control) => (
          <ControlLine key={control.id} control={control} dossier={dossier} />
        ))}
      </ul>
    </Section>
  )
}

function ControlLine({ control, dossier }: { control: Control; dossier: ShownDossier }) {
  const say = useSay()
  const standing =
    control.state === 'closed' ? words.closed : control.blocksRelease ? words.open : words.loose
  const { wanted = [] } = control.detail as { readonly wanted?: readonly string[] }
  return (
    <li>
      <Text fw={600}>
        {say(controlWords[control.kind])}{' '}
        <Badge
          variant="light"
          color={control.state === 'open' ? 'orange' : 'gray'}
          c="var(--mantine-color-text)"
        >
          {say(standing)}
        </Badge>
      </Text>
      <Text size="sm" c="dimmed">
        {say(actorWord(control.openedBy))} · <InstantText at={control.openedAt} />
      </Text>
      <Text size="sm">
        {control.openedBy === 'office'
          ? rulesBehind(control, dossier).map(say).join(', ')
          : control.reason}
      </Text>
      {wanted.length > 0 && <Text size="sm">{wanted.join('; ')}</Text>}
      {control.limitAt !== null && control.state === 'open' && (
        <Text size="sm">
          {say(words.limit)} <InstantText at={control.limitAt} />
        </Text>
      )}
      {control.kind === 'inspection' && <FindingLines findings={findingsOf(control.id, dossier)} />}
    </li>
  )
}

const ACTION_OF = {
  inspection: 'inspect',
  documents: 'request-documents',
  review: 'review',
} as const

function rulesBehind({ kind }: Control, { risk }: ShownDossier) {
  if (kind === 'question') return []
  const hits = (risk.at(-1)?.outcomes ?? []).filter(
    ({ hit, action }) => hit && action === ACTION_OF[kind],
  )
  return hits.map(ruleName)
}

/** The last that was recorded of an inspection; what was recorded before stands in the history. */
function findingsOf(inspectionId: string, { history }: ShownDossier): readonly Finding[] {
  const recorded = history
    .map(
      ({ detail }) =>
        detail as { readonly inspectionId?: string; readonly findings?: readonly Finding[] },
    )
    .filter((detail) => detail.inspectionId === inspectionId && detail.findings !== undefined)
  return recorded.at(-1)?.findings ?? []
}

function FindingLines({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useSay()
  const { money, number } = useFormats()
  if (findings.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600} mt={6}>
        {say(words.findings)}
      </Text>
      {findings.map(({ sequence, result, reason, commodityCode, itemPrice, netMassKg }) => (
        <Text key={sequence} size="sm">
          {say(words.item(sequence))}
          {say(colon)}
          {say(findingWords[result])}
          {commodityCode !== undefined && ` → ${commodityCode}`}
          {itemPrice !== undefined && ` → ${money(itemPrice)}`}
          {netMassKg !== undefined && ` → ${number(netMassKg)} kg`}. {reason}
        </Text>
      ))}
    </>
  )
}
