import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

import { ProblemNote } from './ProblemNote.tsx'

interface StackedFormProps {
  /** The word on the button that sends it. */
  readonly submit: string
  /** Red for what cannot be taken back. */
  readonly color?: string
  readonly isPending: boolean
  readonly error: unknown
  readonly isReady?: boolean
  readonly onSubmit: () => void
  /** Other ways on, before the button. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A form of fields one below the other, why it was refused, and the button that sends it. */
export function StackedForm(props: StackedFormProps) {
  const { submit, color, isPending, error, isReady = true, onSubmit, beside, children } = props
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack>
        {children}
        <ProblemNote error={error} />
        <Group justify="flex-end">
          {beside}
          <Button type="submit" loading={isPending} disabled={!isReady} {...(color && { color })}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
