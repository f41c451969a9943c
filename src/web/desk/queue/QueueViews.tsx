import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { QueueCounts } from '../../../authority/store/queue-store.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useGo } from '../places.tsx'
import { countsQuery } from './queue-queries.ts'
import styles from './queue.module.css'
import type { QueueSearch, QueueView } from './queue-search.ts'

const words = {
  views: { en: 'Whose turn it is', zh: '按等待对象' },
  officer: { en: 'For officers', zh: '待关员' },
  trader: { en: 'With the trader', zh: '待贸易商' },
  money: { en: 'Unpaid', zh: '待付款' },
  all: { en: 'Register', zh: '全部登记' },
}

const shown = ['officer', 'trader', 'money', 'all'] as const satisfies readonly QueueView[]

/** The views of the queue with how many entries each has. */
export function QueueViews({ search }: { readonly search: QueueSearch }) {
  const say = useSay()
  const go = useGo()
  const counts = useQuery(countsQuery)
  const { view = 'officer' } = search
  return (
    <div className={styles.views} role="group" aria-label={say(words.views)}>
      {shown.map((name) => (
        <Button
          key={name}
          size="sm"
          variant={name === view ? 'filled' : 'default'}
          aria-pressed={name === view}
          rightSection={
            counts.data !== undefined && (
              <Badge circle={false} variant="white" color="dark" c="dark.9" size="sm">
                {countOf(counts.data, name)}
              </Badge>
            )
          }
          onClick={() =>
            go({
              to: '/',
              search: {
                ...search,
                view: name,
                order: name === 'all' ? 'newest' : 'risk',
              },
            })
          }
        >
          {say(words[name])}
        </Button>
      ))}
    </div>
  )
}

function countOf(counts: QueueCounts, view: (typeof shown)[number]): number {
  return view === 'all' ? counts.total : (counts.byWaitedFor[view] ?? 0)
}
