import { Badge, Group, Paper, Stack, Text } from '@mantine/core'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import type { OpenPointView } from '../../../api/views/open-point-view.ts'
import { colon } from '../../kit/words/colon.ts'
import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  sources: {
    'goods-check': { en: 'Check of the goods data', zh: '货物资料检查' },
    preparation: { en: 'Preparation', zh: '准备' },
    'declaration-rule': { en: 'Rule on declarations', zh: '申报规则' },
    authority: { en: 'Customs', zh: '海关' },
  },
  warning: { en: 'Warning', zh: '提醒' },
  theirWords: { en: 'In the words of customs', zh: '海关原文' },
  detail: { en: 'In detail', zh: '详情' },
}

interface OpenPointNoteProps {
  readonly point: OpenPointView
  /** What mends it: a field, a button, a link. */
  readonly children?: ReactNode
}

/** One thing that is to be mended: what is wrong, where, how to mend it, and the means to. */
export function OpenPointNote({ point, children }: OpenPointNoteProps) {
  const say = useSay()
  const { language } = useLanguage()
  const { source, severity, code, explanation, mend, words: theirs, dataElement } = point
  const isWarning = severity === 'warning'
  const Icon = isWarning ? TriangleAlert : CircleAlert
  const foreign = language === 'en' ? undefined : 'en'
  return (
    <Paper withBorder p="sm" radius="md">
      <Stack gap={6}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Icon
            size={18}
            aria-hidden
            style={{
              flex: 'none',
              marginTop: 3,
              color: `var(--mantine-color-${isWarning ? 'yellow' : 'red'}-7)`,
            }}
          />
          <Text fw={600} style={{ flex: 1 }}>
            {say(explanation)}
          </Text>
        </Group>
        <Group gap={6}>
          <Badge variant="default" size="sm">
            {say(words.sources[source])}
          </Badge>
          {isWarning && (
            <Badge variant="default" size="sm">
              {say(words.warning)}
            </Badge>
          )}
          {dataElement && (
            <Badge variant="default" size="sm">
              {dataElement.number} {say(dataElement.name)}
            </Badge>
          )}
          {source === 'authority' && (
            <Badge variant="default" size="sm">
              {code}
            </Badge>
          )}
        </Group>
        {mend && <Text size="sm">{say(mend)}</Text>}
        {theirs !== undefined && (
          <Text size="sm" c="dimmed">
            {say(source === 'authority' ? words.theirWords : words.detail)}
            {say(colon)}
            <span lang={foreign}>{theirs}</span>
          </Text>
        )}
        {children}
      </Stack>
    </Paper>
  )
}
