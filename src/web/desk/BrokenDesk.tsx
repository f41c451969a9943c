import { Container } from '@mantine/core'

import { ProblemNote } from '../kit/components/ProblemNote.tsx'

interface BrokenDeskProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Stands in the place of a page that could not be shown. */
export function BrokenDesk({ error, onRetry }: BrokenDeskProps) {
  return (
    <Container component="main" py="xl" size="sm">
      <ProblemNote error={error} onRetry={onRetry} />
    </Container>
  )
}
