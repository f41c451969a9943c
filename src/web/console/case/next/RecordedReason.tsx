import { Textarea } from '@mantine/core'

interface RecordedReasonProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Asks for words that stay in the record, in as many lines as they take. */
export function RecordedReason({ label, value, onChange }: RecordedReasonProps) {
  return (
    <Textarea
      label={label}
      required
      autosize
      minRows={2}
      maxLength={512}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
