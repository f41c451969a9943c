import { Card, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface PanelProps {
  readonly title: string
  /** One sentence or a figure that sums it up. */
  readonly lead?: ReactNode
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** One region of the start page. */
export function Panel({ title, lead, more, children }: PanelProps) {
  return (
    <Card withBorder component="section" aria-label={title} padding="md">
      <Group justify="space-between" mb={4} wrap="nowrap">
        <Title order={2} size="h4">
          {title}
        </Title>
        {more}
      </Group>
      {lead !== undefined && (
        <Text size="sm" c="dimmed" mb="xs">
          {lead}
        </Text>
      )}
      {children}
    </Card>
  )
}
