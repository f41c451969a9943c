import { Anchor, Badge, Stack, Text } from '@mantine/core'

import type { RequiredDocumentView } from '../../../../api/required-documents.ts'
import { colon } from '../../../kit/words/colon.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { nameIn, paperStates, providers, requiredNames } from '../paper-names.ts'
import styles from './papers.module.css'

const words = {
  needed: {
    required: { en: 'Required', zh: '必需' },
    recommended: { en: 'Recommended', zh: '建议' },
    'not-needed': { en: 'Not needed', zh: '不需要' },
  },
  from: { en: 'From', zh: '提供方' },
}

const colors = { held: 'green', 'can-be-made-out': 'tide', absent: 'red' } as const

/** The papers of the list with the reason for each; what is missing and needed stands first. */
export function NeededPapers({ papers }: { readonly papers: readonly RequiredDocumentView[] }) {
  return (
    <Stack gap={0}>
      {papers.toSorted(byUrgency).map((paper) => (
        <NeededPaper key={paper.type} paper={paper} />
      ))}
    </Stack>
  )
}

function NeededPaper({ paper }: { readonly paper: RequiredDocumentView }) {
  const say = useSay()
  const { type, needed, state, why, law, whoProvides, documentCode, reference } = paper
  const isWanted = needed !== 'not-needed'
  return (
    <div className={styles.row} data-quiet={!isWanted || undefined}>
      <div>
        <Text fw={600}>
          {say(nameIn(requiredNames, type))}
          {documentCode !== undefined && (
            <Text span size="sm" c="dimmed" ml={6}>
              {documentCode}
            </Text>
          )}
        </Text>
        <Text size="sm">{say(why)}</Text>
        {law && (
          <Anchor href={law.url} size="xs" target="_blank" rel="noreferrer">
            {law.title}
          </Anchor>
        )}
      </div>
      <div className={styles.facts}>
        <Badge variant="default">{say(words.needed[needed])}</Badge>
        {isWanted && (
          <Badge
            variant="light"
            color={needed === 'required' || state !== 'absent' ? colors[state] : 'yellow'}

            c="var(--mantine-color-text)"
          >
            {say(paperStates[state])}
          </Badge>
        )}
        {isWanted && (
          <Text size="sm" c="dimmed">
            {say(words.from)}
            {say(colon)}
            {say(nameIn(providers, whoProvides))}
          </Text>
        )}
        {reference !== undefined && <Text size="sm">{reference}</Text>}
      </div>
    </div>
  )
}

function byUrgency(left: RequiredDocumentView, right: RequiredDocumentView): number {
  return urgencyOf(left) - urgencyOf(right)
}

function urgencyOf({ needed, state }: RequiredDocumentView): number {
  if (needed === 'not-needed') return 3
  if (needed === 'required') return state === 'absent' ? 0 : 1
  return 2
}
