import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'

interface ActionFormProps {
  readonly button: string
  /** Something final is asked for in a colour of its own. */
  readonly color?: string
  readonly isPending: boolean
  readonly error: unknown
  readonly isReady?: boolean
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

/** What has to be said for an action, the button that does it, and why it was refused. */
export function ActionForm(props: ActionFormProps) {
  const { button, color, isPending, error, isReady = true, onSubmit, children } = props
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack gap="sm">
        {children}
        <ProblemNote error={error} />
        <Group>
          <Button type="submit" loading={isPending} disabled={!isReady} {...(color && { color })}>
            {button}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
