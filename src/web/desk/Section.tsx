import { Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  readonly children: ReactNode
  /** What can be done with the part as a whole. */
  readonly actions?: ReactNode
}

/** One part of a page under its heading. */
export function Section({ title, children, actions }: SectionProps) {
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8, flexWrap: 'wrap' }}>
        <Title order={2} size="h4" mb="sm">
          {title}
        </Title>
        {actions}
      </div>
      {children}
    </Paper>
  )
}
