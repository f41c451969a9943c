import { Anchor, Container } from '@mantine/core'

import { PageHead } from '../kit/components/PageHead.tsx'
import { ProblemNote } from '../kit/components/ProblemNote.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'This page cannot be shown', zh: '此页无法显示' },
  home: { en: 'Back to the start', zh: '返回首页' },
}

interface BrokenPageProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Stands in the place of a page that could not be shown. */
export function BrokenPage({ error, onRetry }: BrokenPageProps) {
  const say = useSay()
  return (
    <Container component="main" py="xl" size="sm">
      <PageHead title={say(words.title)} />
      <ProblemNote error={error} onRetry={onRetry} />
      <Anchor href="/console/" display="inline-block" mt="md">
        {say(words.home)}
      </Anchor>
    </Container>
  )
}
