import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { stateWords } from '../terms/states.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'

const words = {
  course: { en: 'Course of the entry', zh: '申报进程' },
  received: { en: 'Received', zh: '接收' },
  accepted: { en: 'Accepted', zh: '受理' },
  control: { en: 'Control', zh: '查验' },
  paid: { en: 'Paid', zh: '付款' },
  released: { en: 'Released', zh: '放行' },
  none: { en: 'none', zh: '无' },
}

interface Step {
  readonly label: BilingualText
  readonly at: string | null
  readonly step: 'done' | 'here' | 'stopped' | 'ahead'
  readonly remark?: BilingualText
}

/** The main line of an entry as drawn steps: what is done, where it stands, what lies ahead. */
export function CourseLine({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  return (
    <ol className={styles.course} aria-label={say(words.course)}>
      {stepsOf(dossier).map(({ label, at, step, remark }) => (
        <li key={label.en} data-step={step} aria-current={step === 'here' ? 'step' : undefined}>
          {say(label)}
          <small>
            {at === null ? remark !== undefined && say(remark) : <InstantText at={at} as="ago" />}
          </small>
        </li>
      ))}
    </ol>
  )
}

function stepsOf({ register, controls }: ShownDossier): readonly Step[] {
  const { state, receivedAt, acceptedAt, releasedAt, endedAt, paymentState } = register
  const hasStopped = endedAt !== null && releasedAt === null
  const open = controls.filter((control) => control.state === 'open')
  const lastClosed = controls
    .map(({ closedAt }) => closedAt)
    .filter((at) => at !== null)
    .at(-1)
  const isPaid = paymentState === 'settled'
  const control: Step =
    open.length > 0
      ? { label: words.control, at: open[0]?.openedAt ?? null, step: 'here' }
      : {
          label: words.control,
          at: lastClosed ?? null,
          step: acceptedAt === null ? 'ahead' : 'done',
          ...(controls.length === 0 && acceptedAt !== null ? { remark: words.none } : {}),
        }
  return [
    {
      label: words.received,
      at: receivedAt,
      step: acceptedAt === null && !hasStopped ? 'here' : 'done',
    },
    ...(hasStopped && acceptedAt === null ? [stop(state, endedAt)] : []),
    ...(acceptedAt === null && hasStopped
      ? []
      : [
          {
            label: words.accepted,
            at: acceptedAt,
            step: acceptedAt === null ? 'ahead' : 'done',
          } as const,
          hasStopped ? { ...control, step: 'done' as const } : control,
          ...(hasStopped
            ? [stop(state, endedAt)]
            : [
                {
                  label: words.paid,
                  at: isPaid ? register.paymentStateSince : null,
                  step: isPaid ? 'done' : paymentState === 'none' ? 'ahead' : 'here',
                } as const,
                {
                  label: words.released,
                  at: releasedAt,
                  step: releasedAt === null ? 'ahead' : 'done',
                } as const,
              ]),
        ]),
  ]
}

function stop(state: ShownDossier['register']['state'], at: string | null): Step {
  return { label: stateWords[state], at, step: 'stopped' }
}
