import { Container } from '@mantine/core'

import { PageHead } from '../kit/components/PageHead.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'

const words = { title: { en: 'Customs office', zh: '海关办公台' } }

/** The officers' desk. */
export function DeskPage() {
  const say = useSay()
  return (
    <Container component="main" py="xl">
      <PageHead title={say(words.title)} />
    </Container>
  )
}
