import { Alert } from '@mantine/core'
import { Eye } from 'lucide-react'

import { useSay } from '../words/LanguageProvider.tsx'

const words = {
  operations: {
    en: 'You can look at this. Owners and operators can change it.',
    zh: '您可以查看。所有者和操作员可以更改。',
  },
}

/** Who may change what a reader is shown without the means to. */
export function LookOnlyNote({ others }: { readonly others: keyof typeof words }) {
  const say = useSay()
  return (
    <Alert variant="outline" color="gray" icon={<Eye aria-hidden />} mb="md">
      {say(words[others])}
    </Alert>
  )
}
