import { Text, Title } from '@mantine/core'
import {
  Box,
  FilePlus,
  FileText,
  Gavel,
  HelpCircle,
  Inbox,
  Mail,
  PackageMinus,
  RotateCcw,
  Search,
  Wallet,
  type LucideIcon,
} from 'lucide-react'

import type { CaseTimeline } from '../../../../api/case-timelines.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { spanOf, type Span } from './span-of.ts'
import styles from './SideLines.module.css'

const words = {
  beside: { en: 'Beside the main line', zh: '同时进行' },
  open: { en: 'goes on', zh: '进行中' },
}

type SideLine = CaseTimeline['sideLines'][number]

const icons: Readonly<Record<SideLine['kind'], LucideIcon>> = {
  transport: Box,
  documents: FileText,
  control: Search,
  question: HelpCircle,
  payment: Wallet,
  request: Inbox,
  correspondence: Mail,
  penalty: Gavel,
  'kept-goods': PackageMinus,
  attempt: RotateCcw,
  supplementary: FilePlus,
}

/** What runs beside the main line, each as a bar of the time it took, with its events below. */
export function SideLines({ timeline }: { readonly timeline: CaseTimeline }) {
  const say = useSay()
  const { sideLines } = timeline
  if (sideLines.length === 0) return null
  return (
    <>
      <Title order={3} size="h6" mb="xs">
        {say(words.beside)}
      </Title>
      <ul className={styles.lines}>
        {sideLines.map((line) => (
          <SideLineRow key={`${line.kind} ${line.id}`} line={line} span={spanOf(timeline, line)} />
        ))}
      </ul>
    </>
  )
}

function SideLineRow({ line, span }: { readonly line: SideLine; readonly span: Span }) {
  const say = useSay()
  const { instant } = useFormats()
  const Icon = icons[line.kind]
  return (
    <li className={styles.line} data-kind={line.kind}>
      <div className={styles.name}>
        <Icon size={16} aria-hidden /> {say(line.name)}
      </div>
      <div className={styles.track} aria-hidden>
        <div
          className={styles.bar}
          data-open={line.endedAt === undefined || undefined}
          style={{ left: `${span.startPercent}%`, width: `${span.widthPercent}%` }}
        />
      </div>
      <details className={styles.marks} open={line.endedAt === undefined}>
        <summary>
          <InstantText at={line.beganAt} />
          {line.endedAt === undefined && ` – ${say(words.open)}`}
          {line.endedAt !== undefined && instant(line.endedAt) !== instant(line.beganAt) && (
            <>
              {' – '}
              <InstantText at={line.endedAt} />
            </>
          )}
        </summary>
        <ol>
          {line.marks.map(({ at, sentence }, index) => (
            <li key={index}>
              <Text span size="xs" c="dimmed">
                <InstantText at={at} />
              </Text>{' '}
              {say(sentence)}
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}
