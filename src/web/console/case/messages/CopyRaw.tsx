import { Button, CopyButton } from '@mantine/core'
import { Check, Copy } from 'lucide-react'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
}

/** Copies a message as it came. */
export function CopyRaw({ text }: { readonly text: string }) {
  const say = useSay()
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          onClick={copy}
        >
          {say(copied ? words.copied : words.copy)}
        </Button>
      )}
    </CopyButton>
  )
}
