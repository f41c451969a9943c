import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { overviewQuery } from '../case-list-queries.ts'
import { ListLink } from '../ListLink.tsx'
import classes from './home.module.css'
import { Panel } from './Panel.tsx'

const words = {
  title: { en: 'Released in the last seven days', zh: '近七天放行' },
  lead: (count: string) => ({
    en: count === '1' ? '1 case was released.' : `${count} cases were released.`,
    zh: `共放行 ${count} 个案件。`,
  }),
  all: { en: 'On their way', zh: '派送中' },
}

/** What customs have let go lately. */
export function RecentReleases() {
  const say = useSay()
  const { number } = useFormats()
  const { data } = useQuery(overviewQuery)
  const all = <ListLink search={{ state: ['released', 'cleared'] }}>{say(words.all)}</ListLink>
  return (
    <Panel
      title={say(words.title)}
      {...(data && { lead: say(words.lead(number(data.releases.count))) })}
      more={all}
    >
      {data === undefined && <LoadingRows rows={1} />}
      <ul className={classes.releases}>
        {data?.releases.newest.map(({ caseId, reference, releasedAt }) => (
          <li key={caseId}>
            <Anchor component={Link} to={`/cases/${caseId}`} size="sm" fw={600}>
              {reference}
            </Anchor>
            <Text size="sm" c="dimmed">
              <InstantText at={releasedAt} as="ago" />
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
