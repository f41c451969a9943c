import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { WaitingWorkView } from '../../../../api/waiting-work.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import classes from './home.module.css'

const words = { title: { en: 'Orders and warehouse', zh: '订单与仓库' } }

interface Step {
  readonly count: keyof WaitingWorkView
  readonly to: string
  readonly label: BilingualText
  readonly explanation: BilingualText
}

const steps: readonly Step[] = [
  {
    ...{ count: 'ordersAwaited', to: '/receiving' },
    label: { en: 'To be received', zh: '待收货' },
    explanation: { en: 'Orders whose goods have not all come.', zh: '货物尚未到齐的订单。' },
  },
  {
    ...{ count: 'ordersToConsolidate', to: '/consolidation' },
    label: { en: 'To be consolidated', zh: '待集货' },
    explanation: {
      en: 'Orders in the warehouse that are in no shipment yet.',
      zh: '已入库、尚未编入集运批次的订单。',
    },
  },
  {
    ...{ count: 'shipmentsToSeal', to: '/consolidation' },
    label: { en: 'To be sealed', zh: '待封单' },
    explanation: {
      en: 'Shipments that are filled and not sealed; cases begin with the seal.',
      zh: '已编入订单、尚未封单的集运批次；封单后生成清关案。',
    },
  },
  {
    ...{ count: 'goodsSetApart', to: '/set-apart' },
    label: { en: 'Set apart', zh: '异常货物' },
    explanation: {
      en: 'Goods that came and cannot be sent on: somebody has to decide.',
      zh: '已到货但不能发运的货物，需要您决定如何处理。',
    },
  },
]

/** Whether anything waits at all. */
export function isAnythingWaiting(work: WaitingWorkView): boolean {
  return steps.some(({ count }) => work[count] > 0)
}

/** What a purchasing agent has to do before there are cases; each count leads to where it is done. */
export function WaitingWork({ work }: { readonly work: WaitingWorkView }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <section aria-labelledby="waiting-work">
      <Title order={2} size="h4" mb="xs" id="waiting-work">
        {say(words.title)}
      </Title>
      <div className={classes.turns}>
        {steps.map(({ count, to, label, explanation }) => (
          <article key={count} className={classes.turn} data-yours={work[count] > 0}>
            <Link to={to} className={classes.count}>
              <span className={classes.number}>{number(work[count])}</span>
              <Text span fw={600}>
                {say(label)}
              </Text>
            </Link>
            <Text size="sm" c="dimmed">
              {say(explanation)}
            </Text>
          </article>
        ))}
      </div>
    </section>
  )
}
