import { Anchor, Container } from '@mantine/core'

import { useSay } from '../words/LanguageProvider.tsx'
import { PageHead } from './PageHead.tsx'
import { ProblemNote } from './ProblemNote.tsx'

const words = {
  title: { en: 'This page cannot be shown', zh: '此页无法显示' },
  home: { en: 'Back to the start', zh: '返回首页' },
}

interface BrokenProps {
  readonly error: unknown
  readonly onRetry: () => void
  /** Address of the application's first page. A whole new load forgets what broke. */
  readonly home: string
}

/** Stands within the frame in the place of a page that could not be shown: the way elsewhere stays. */
export function BrokenContent({ error, onRetry, home }: BrokenProps) {
  const say = useSay()
  return (
    <Container size="sm" mx={0} px={0}>
      <PageHead title={say(words.title)} />
      <ProblemNote error={error} onRetry={onRetry} />
      <Anchor href={home} display="inline-block" mt="md">
        {say(words.home)}
      </Anchor>
    </Container>
  )
}

/** The same for an application whose frame itself could not be shown. */
export function BrokenPage(props: BrokenProps) {
  return (
    <Container component="main" py="xl" size="sm">
      <BrokenContent {...props} />
    </Container>
  )
}
