import { Container } from '@mantine/core'

import { PageHead } from '../kit/components/PageHead.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'

const words = { title: { en: 'Live stage', zh: '实况舞台' } }

/** One case, seen by three sides at once. */
export function StagePage() {
  const say = useSay()
  return (
    <Container component="main" py="xl">
      <PageHead title={say(words.title)} />
    </Container>
  )
}
