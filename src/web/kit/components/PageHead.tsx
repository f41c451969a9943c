import { Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'

interface PageHeadProps {
  /** The one heading of the page, which the browser's tab shows as well. */
  readonly title: string
  /** One sentence on what the page is for, where that is not plain. */
  readonly lead?: ReactNode
  /** What can be done with the whole page, the most usual last. */
  readonly actions?: ReactNode
}

/** The head of a page: what it is, what it is for, what can be done. */
export function PageHead({ title, lead, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Tidewaiter`
  }, [title])
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <Stack gap={4} style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {lead !== undefined && <Text c="dimmed">{lead}</Text>}
      </Stack>
      {actions !== undefined && (
        <Group gap="xs" className="screen-only">
          {actions}
        </Group>
      )}
    </Group>
  )
}
