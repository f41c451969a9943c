import { Badge, Group, Paper, Stack, Text } from '@mantine/core'

import type { CaseMessages } from '../../../../api/messages.ts'
import { colon } from '../../../kit/words/colon.ts'
import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  theirWords: { en: 'In the words of customs', zh: '海关原文' },
  item: (number: number) => ({ en: `Item ${number}`, zh: `第 ${number} 项` }),
  fact: { en: 'To be mended in the goods data', zh: '在货物资料中补正' },
  unexplained: {
    en: 'We have no explanation for this code; read the words of customs.',
    zh: '我方尚无此代码的解释，请参阅海关原文。',
  },
}

type ExplainedError = CaseMessages['received'][number]['errors'][number]

/** The errors of a rejection in plain words, each with the field that is meant and how to mend it. */
export function ExplainedErrors({ errors }: { readonly errors: readonly ExplainedError[] }) {
  const say = useSay()
  const { language } = useLanguage()
  if (errors.length === 0) return null
  return (
    <Stack gap="xs">
      {errors.map((error, index) => (
        <Paper key={index} withBorder p="sm">
          <Group gap={6} mb={4}>
            <Badge variant="default" size="sm">
              {error.code}
            </Badge>
            {error.goodsItemNumber !== undefined && (
              <Badge variant="default" size="sm">
                {say(words.item(error.goodsItemNumber))}
              </Badge>
            )}
            {error.dataElement && (
              <Badge variant="default" size="sm">
                {error.dataElement.number} {say(error.dataElement.name)}
              </Badge>
            )}
          </Group>
          <Text size="sm" fw={600}>
            {say(error.explanation ?? words.unexplained)}
          </Text>
          {error.mend && <Text size="sm">{say(error.mend)}</Text>}
          {error.goodsFact && (
            <Text size="sm">
              {say(words.fact)}
              {say(colon)}
              {say(error.goodsFact.name)}
            </Text>
          )}
          {error.description !== undefined && (
            <Text size="sm" c="dimmed">
              {say(words.theirWords)}
              {say(colon)}
              <span lang={language === 'en' ? undefined : 'en'}>{error.description}</span>
            </Text>
          )}
        </Paper>
      ))}
    </Stack>
  )
}
