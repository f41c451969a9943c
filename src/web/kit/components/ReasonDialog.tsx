import { Button, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { Dialog } from './Dialog.tsx'
import { StackedForm } from './StackedForm.tsx'

interface ReasonDialogProps {
  readonly title: string
  /** What follows from it, said before it is done. */
  readonly lead: string
  readonly label: string
  readonly hint?: string
  /** The way back, in words that say what then stays. */
  readonly keep: string
  readonly confirm: string
  /** Red for what cannot be taken back. */
  readonly color?: string
  readonly act: (reason: string) => Promise<unknown>
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** Asks for the reason of a step that stays in the record, and takes the step. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, lead, label, hint, keep, confirm, color = 'tide', act, onDone, onClose } = props
  const [reason, setReason] = useState('')
  const step = useMutation({ mutationFn: () => act(reason.trim()), onSuccess: onDone })
  return (
    <Dialog onClose={onClose} title={title} keep={keep} centered>
      <StackedForm
        submit={confirm}
        color={color}
        isPending={step.isPending}
        error={step.error}
        isReady={reason.trim() !== ''}
        onSubmit={() => step.mutate()}
        beside={
          <Button variant="default" onClick={onClose}>
            {keep}
          </Button>
        }
      >
        <Text size="sm">{lead}</Text>
        <Textarea
          label={label}
          description={hint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={512}
          required
          data-autofocus
        />
      </StackedForm>
    </Dialog>
  )
}
