import { Anchor, Group, NativeSelect, Stack, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'

import type { AuthorityView } from '../../../api/authorities.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { NotFoundPage } from '../NotFoundPage.tsx'
import { type AuthorityPart, authorityParts } from './authority-parts.ts'
import { authoritiesQuery } from './authority-queries.ts'
import styles from './authority.module.css'
import { ContactBook } from './contacts/ContactBook.tsx'
import { CorrectionsPart } from './corrections/CorrectionsPart.tsx'
import { StandingPart } from './standing/StandingPart.tsx'
import { NowPart } from './NowPart.tsx'

const words = {
  lead: {
    en: 'What is open, how long answers take, what was corrected, whom you can turn to, and how you stand.',
    zh: '待办事项、答复时长、更正记录、联系人，以及企业资信状况。',
  },
  authority: { en: 'Authority', zh: '海关' },
  exchange: { en: 'Messages and channels', zh: '报文与通道' },
  parts: { en: 'Parts', zh: '栏目' },
  now: { en: 'Open and answered', zh: '待办与答复' },
  corrections: { en: 'Corrections', zh: '更正' },
  contacts: { en: 'Contacts', zh: '联系簿' },
  standing: { en: 'Standing', zh: '资信状况' },
}

const partOf: Readonly<Record<AuthorityPart, ComponentType<{ authority: AuthorityView }>>> = {
  now: NowPart,
  corrections: CorrectionsPart,
  contacts: ContactBook,
  standing: StandingPart,
}

/** How the business stands with one authority. */
export function AuthorityPage() {
  const say = useSay()
  const { authority: id } = useParams({ from: '/frame/authorities/$authority' })
  const { part = 'now' } = useSearch({ from: '/frame/authorities/$authority' })
  const authorities = useQuery(authoritiesQuery)
  const all = authorities.data?.items ?? []
  const authority = all.find((one) => one.id === id)
  if (authorities.data !== undefined && authority === undefined) return <NotFoundPage />
  const Part = partOf[part]
  return (
    <>
      <PageHead
        title={authority === undefined ? say(words.authority) : say(authority.name)}
        lead={say(words.lead)}
        actions={
          <Anchor component={Link} to="/exchange" size="sm">
            {say(words.exchange)}
          </Anchor>
        }
      />
      <ProblemNote error={authorities.error} onRetry={() => void authorities.refetch()} />
      {authorities.isPending && <LoadingRows rows={4} />}
      {authority !== undefined && (
        <Stack gap="md">
          {all.length > 1 && <OtherAuthorities all={all} shown={id} />}
          <Parts authority={id} shown={part} />
          <Part authority={authority} />
        </Stack>
      )}
    </>
  )
}

interface OthersProps {
  readonly all: readonly AuthorityView[]
  readonly shown: string
}

function OtherAuthorities({ all, shown }: OthersProps) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <NativeSelect
      label={say(words.authority)}
      value={shown}
      data={all.map(({ id, name }) => ({ value: id, label: say(name) }))}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: '/authorities/$authority', params: { authority: value } })
      }
    />
  )
}

function Parts({
  authority,
  shown,
}: {
  readonly authority: string
  readonly shown: AuthorityPart
}) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <Group gap={4} component="nav" aria-label={say(words.parts)} className="screen-only">
      {authorityParts.map((name) => (
        <UnstyledButton
          key={name}
          className={styles.tab}
          aria-current={name === shown ? 'page' : undefined}
          onClick={() =>
            void navigate({
              to: '/authorities/$authority',
              params: { authority },
              search: name === 'now' ? {} : { part: name },
              resetScroll: false,
            })
          }
        >
          {say(words[name])}
        </UnstyledButton>
      ))}
    </Group>
  )
}
