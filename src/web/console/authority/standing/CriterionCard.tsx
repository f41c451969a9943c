import { Anchor, Badge, Button, Card, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'

import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../authority.module.css'
import { AttachDocument, type CriterionPlace } from './AttachDocument.tsx'
import { CriterionFigures } from './CriterionFigures.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { JudgeCriterion } from './JudgeCriterion.tsx'
import { reasonText, stateColours, stateWords } from './standing-words.ts'

const words = {
  attach: { en: 'Attach a document', zh: '添加文件' },
  attachTo: (name: string) => ({
    en: `Attach a document to ${name}`,
    zh: `为“${name}”添加文件`,
  }),
  judge: { en: 'Judge', zh: '评定' },
  judgeOf: (name: string) => ({ en: `Judge ${name}`, zh: `评定“${name}”` }),
  documents: { en: 'Documents', zh: '文件' },
  holds: { en: 'there', zh: '已有' },
  expired: { en: 'expired', zh: '已过期' },
  absent: { en: 'not there', zh: '缺少' },
  optional: { en: 'where it applies', zh: '如适用' },
  record: { en: 'Your record', zh: '贵方记录' },
  sources: { en: 'Where this was read', zh: '来源' },
  read: (day: string) => ({ en: `read ${day}`, zh: `${day} 查阅` }),
}

/** One criterion: what it asks, how the business stands, by what evidence, and what can be done. */
export function CriterionCard(place: CriterionPlace) {
  const say = useSay()
  const { authority, criterion } = place
  const { name, asks, state, statuses, reasons, wanted, figures } = criterion
  return (
    <Card component="article" withBorder padding="md" aria-label={say(name)}>
      <Group gap="xs">
        <Title order={3} size="h5">
          {say(name)}
        </Title>
        <Badge variant="outline" color={stateColours[state]} c="var(--mantine-color-text)">
          {say(stateWords[state])}
        </Badge>
        <Text size="xs" c="dimmed">
          {statuses.join(', ')}
        </Text>
      </Group>
      <Text size="sm" mt={4}>
        {say(asks)}
      </Text>
      <ul className={styles.plain}>
        {reasons.map((reason, index) => (
          <li key={index}>
            <strong>{say(reasonText(reason, criterion))}</strong>
          </li>
        ))}
      </ul>
      <Title order={4} size="h6" mt="sm">
        {say(words.documents)}
      </Title>
      <ul className={styles.plain}>
        {wanted.map((document) => (
          <li key={document.id}>
            {say(document.name)}: {say(words[document.state])}
            {!document.required && ` (${say(words.optional)})`}
          </li>
        ))}
      </ul>
      {figures.length > 0 && (
        <>
          <Title order={4} size="h6" mt="sm">
            {say(words.record)}
          </Title>
          <CriterionFigures figures={figures} />
        </>
      )}
      <EvidenceList authority={authority} criterion={criterion} />
      <Steps {...place} />
      <Sources sources={criterion.sources} />
    </Card>
  )
}

function Steps(place: CriterionPlace) {
  const say = useSay()
  const { may } = useSession()
  const [open, setOpen] = useState<'attach' | 'judge'>()
  const close = () => setOpen(undefined)
  const name = say(place.criterion.name)
  return (
    <Group gap="xs" mt="sm" className="screen-only">
      {may('standing.document') && (
        <Button
          size="xs"
          variant="default"
          aria-label={say(words.attachTo(name))}
          onClick={() => setOpen('attach')}
        >
          {say(words.attach)}
        </Button>
      )}
      {may('standing.judge') && (
        <Button
          size="xs"
          variant="default"
          aria-label={say(words.judgeOf(name))}
          onClick={() => setOpen('judge')}
        >
          {say(words.judge)}
        </Button>
      )}
      {open === 'attach' && <AttachDocument {...place} onClose={close} />}
      {open === 'judge' && <JudgeCriterion {...place} onClose={close} />}
    </Group>
  )
}

/** Where something was read, and when. */
export function Sources({ sources }: Pick<CriterionPlace['criterion'], 'sources'>) {
  const say = useSay()
  const { day } = useFormats()
  return (
    <details className={styles.details}>
      <summary>{say(words.sources)}</summary>
      <ul className={styles.plain}>
        {sources.map(({ title, publisher, url, readOn }) => (
          <li key={title}>
            <Anchor
              href={url}
              target="_blank"
              rel="noreferrer"
              fz="inherit"
              lang="en"
              underline="always"
            >
              {title}
            </Anchor>
            , {publisher}, {say(words.read(day(readOn)))}
          </li>
        ))}
      </ul>
    </details>
  )
}
