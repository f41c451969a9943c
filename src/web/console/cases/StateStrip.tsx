import { Group, Skeleton, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { CaseCounts } from '../../../api/views/case-counts.ts'
import { stateColour } from '../../kit/components/state-colour.ts'
import { caseStates } from '../../kit/terms/case-states.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseCountsQuery } from './case-list-queries.ts'
import { filterOf } from './list-search.ts'
import classes from './StateStrip.module.css'
import { useListSearch } from './use-list-search.ts'

const words = {
  strip: { en: 'Cases by state', zh: '按状态统计' },
  all: { en: 'All', zh: '全部' },
}

/** How many cases stand where: a bar whose parts narrow the list, with names and numbers below. */
export function StateStrip() {
  const say = useSay()
  const { number } = useFormats()
  const { search, change } = useListSearch()
  const { data } = useQuery(caseCountsQuery(filterOf(search)))
  if (data === undefined) return <Skeleton height={64} radius="md" mb="md" />
  const states = inOrder(data)
  const all = states.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const isChosen = (state: State) => search.state?.includes(state) ?? false
  const choose = (state: State) =>
    change({ state: isChosen(state) && search.state?.length === 1 ? undefined : [state] })
  return (
    <section aria-label={say(words.strip)} className={classes.strip}>
      <div className={classes.bar} aria-hidden>
        {states.map(({ state, count }) => (
          <span
            key={state}
            onClick={() => choose(state)}
            className={classes.part}
            data-faded={search.state !== undefined && !isChosen(state)}
            style={{
              flexGrow: count,
              background: `var(--mantine-color-${stateColour(state)}-6)`,
            }}
          />
        ))}
      </div>
      <Group gap={4} mt={6} className={classes.legends ?? ''}>
        <UnstyledButton
          className={classes.legend ?? ''}
          aria-pressed={search.state === undefined}
          onClick={() => change({ state: undefined })}
        >
          {say(words.all)} <span className="figures">{number(all)}</span>
        </UnstyledButton>
        {states.map(({ state, count }) => (
          <UnstyledButton
            key={state}
            className={classes.legend ?? ''}
            aria-pressed={isChosen(state)}
            title={say(caseStates[state].explanation)}
            onClick={() => choose(state)}
          >
            <span
              className={classes.dot}
              style={{ background: `var(--mantine-color-${stateColour(state)}-6)` }}
            />
            <Text span size="sm">
              {say(caseStates[state].label)} <span className="figures">{number(count)}</span>
            </Text>
          </UnstyledButton>
        ))}
      </Group>
    </section>
  )
}

type State = CaseCounts['states'][number]['state']

/** In the order in which a consignment comes through the states. */
function inOrder({ states }: CaseCounts): CaseCounts['states'] {
  const order = Object.keys(caseStates)
  return states.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
}
