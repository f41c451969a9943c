import { useState } from 'react'

import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'
import { RecordedReason } from './RecordedReason.tsx'

interface ReasonActionProps {
  readonly caseId: string
  /** Where it is asked for, such as `/reopen`. */
  readonly at: string
  readonly label: string
  readonly button: string
  readonly color?: string
  readonly onDone?: () => void
}

/** An action for which the record wants a reason and nothing else. */
export function ReasonAction({ caseId, at, label, button, color, onDone }: ReasonActionProps) {
  const [reason, setReason] = useState('')
  const act = useCaseChange(caseId)
  return (
    <ActionForm
      button={button}
      {...(color !== undefined && { color })}
      isPending={act.isPending}
      isReady={reason.trim() !== ''}
      error={act.error}
      onSubmit={() => {
        // The change may take this form off the page, so what follows it does not hang on the form.
        void act.mutateAsync({ at, body: { reason } }).then(onDone, () => undefined)
      }}
    >
      <RecordedReason label={label} value={reason} onChange={setReason} />
    </ActionForm>
  )
}
