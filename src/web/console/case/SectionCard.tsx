import { Paper, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

interface SectionCardProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A part of a section under a heading of its own. */
export function SectionCard({ title, lead, children }: SectionCardProps) {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb={lead === undefined ? 'sm' : 4}>
        {title}
      </Title>
      {lead !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {lead}
        </Text>
      )}
      {children}
    </Paper>
  )
}
