import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  /** What this place is for and how something gets here. */
  readonly children: ReactNode
  /** The buttons that make the first thing appear. */
  readonly actions?: ReactNode
}

/** What a list says while it has nothing: what it is for, and how to begin. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" maw={520} mx="auto" ta="center">
      <ThemeIcon size={56} radius="xl" variant="light">
        <Icon size={28} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" component="div">
        {children}
      </Text>
      {actions !== undefined && <Group justify="center">{actions}</Group>}
    </Stack>
  )
}
