import { ActionIcon, Code, CopyButton, Group } from '@mantine/core'
import { Check, Copy } from 'lucide-react'

import { useSay } from '../words/LanguageProvider.tsx'

const words = {
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
}

/** A reference, link or secret with a button that copies it. */
export function CopyText({ value }: { readonly value: string }) {
  const say = useSay()
  return (
    <Group gap={6} wrap="nowrap">
      <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            aria-label={say(copied ? words.copied : words.copy)}
            title={say(copied ? words.copied : words.copy)}
            onClick={copy}
          >
            {copied ? <Check size={16} /> : <Copy size={16} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  )
}
