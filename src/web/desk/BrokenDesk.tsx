import { Container } from '@mantine/core'

import { PageHead } from '../kit/components/PageHead.tsx'
import { ProblemNote } from '../kit/components/ProblemNote.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'This page cannot be shown', zh: '此页无法显示' },
}

interface BrokenDeskProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Stands in the place of a page that could not be shown. */
export function BrokenDesk({ error, onRetry }: BrokenDeskProps) {
  const say = useSay()
  return (
    <Container component="main" py="xl" size="sm">
      <PageHead title={say(words.title)} />
      <ProblemNote error={error} onRetry={onRetry} />
    </Container>
  )
}
