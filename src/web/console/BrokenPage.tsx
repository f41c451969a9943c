import { Container } from '@mantine/core'

import { ProblemNote } from '../kit/components/ProblemNote.tsx'

interface BrokenPageProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Stands in the place of a page that could not be shown. */
export function BrokenPage({ error, onRetry }: BrokenPageProps) {
  return (
    <Container component="main" py="xl" size="sm">
      <ProblemNote error={error} onRetry={onRetry} />
    </Container>
  )
}
