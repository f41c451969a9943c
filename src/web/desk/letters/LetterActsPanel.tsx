import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { ActList } from '../acts/ActList.tsx'
import { DecideForm } from './DecideForm.tsx'
import { LastDayForm } from './LastDayForm.tsx'
import { LatenessForm } from './LatenessForm.tsx'
import type { ShownThread } from './letters-query.ts'
import { WriteForm } from './WriteForm.tsx'

const words = {
  nothing: { en: 'The letters are closed.', zh: '往来函件已结束。' },
}

const acts = {
  lateness: { en: 'Look at why it is late', zh: '审查逾期原因' },
  decide: { en: 'Decide', zh: '作出决定' },
  write: { en: 'Write', zh: '致函' },
  'last-day': { en: 'Move the last day', zh: '变更期限' },
  close: { en: 'Close the letters', zh: '结束往来函件' },
} as const satisfies Readonly<Record<string, BilingualText>>

type LetterAct = keyof typeof acts

/** What the forms of all acts on a thread are given. */
export interface LetterFormInput {
  readonly thread: ShownThread
  readonly onDone: () => void
}

/** The acts that a thread admits, each with its form below it. */
export function LetterActsPanel({ thread }: { readonly thread: ShownThread }) {
  return (
    <ActList
      acts={actsOf(thread)}
      labelOf={(act) => acts[act]}
      nothing={words.nothing}
      formOf={(act, onDone) => <FormOf act={act} thread={thread} onDone={onDone} />}
    />
  )
}

function actsOf({ possible }: ShownThread): readonly LetterAct[] {
  const isPossible: Readonly<Record<LetterAct, boolean>> = {
    lateness: possible.judgeLateness,
    decide: possible.outcomes.length > 0,
    write: possible.write,
    'last-day': possible.moveLastDay,
    close: possible.close,
  }
  return (Object.keys(acts) as LetterAct[]).filter((act) => isPossible[act])
}

function FormOf({ act, ...input }: LetterFormInput & { readonly act: LetterAct }) {
  switch (act) {
    case 'lateness':
      return <LatenessForm {...input} />
    case 'decide':
      return <DecideForm {...input} />
    case 'last-day':
      return <LastDayForm {...input} />
    case 'write':
    case 'close':
      return <WriteForm act={act} {...input} />
  }
}
