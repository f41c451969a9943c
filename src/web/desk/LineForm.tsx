import { Button, Group, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'

import { ProblemNote } from '../kit/components/ProblemNote.tsx'

interface LineFormProps {
  readonly submit: string
  readonly variant?: NonNullable<ButtonProps['variant']>
  readonly isPending: boolean
  readonly error: unknown
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** A form of one line: its fields, the button behind them, and below why it was refused. */
export function LineForm(props: LineFormProps) {
  const { submit, variant = 'filled', isPending, error, onSubmit, children } = props
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Group align="flex-end" gap="xs">
        {children}
        <Button type="submit" variant={variant} loading={isPending}>
          {submit}
        </Button>
      </Group>
      <ProblemNote error={error} />
    </form>
  )
}
