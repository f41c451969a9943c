import { useFormats } from '../../kit/words/LanguageProvider.tsx'

interface RowMomentProps {
  readonly at: string
  /** The present moment in milliseconds, from which `ago` is counted; without it the day is told. */
  readonly now?: number
}

/**
 * A moment in a row. Of thousands of rows none has a floating hint of its own, which would cost more
 * than the rest of the row; the browser's own tells the exact moment.
 */
export function RowMoment({ at, now }: RowMomentProps) {
  const { ago, day, exactInstant } = useFormats()
  return (
    <time dateTime={at} title={exactInstant(at)}>
      {now === undefined ? day(at) : ago(at, now)}
    </time>
  )
}
