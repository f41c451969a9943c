import { Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'

import type { PersonView, SignInLinkView } from '../../../../api/people.ts'
import { change, newKey } from '../../../kit/api/ask.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { Rows } from '../Row.tsx'
import { EditPerson } from './EditPerson.tsx'
import { InvitePerson } from './InvitePerson.tsx'
import { LinkNote } from './LinkNote.tsx'
import { peopleQuery } from './people.ts'
import { PersonRow, type PersonAction } from './PersonRow.tsx'
import { RolesExplained } from './RolesExplained.tsx'
import { useEnabling } from './use-enabling.tsx'
import { Dialog } from '../../../kit/components/Dialog.tsx'

const words = {
  title: { en: 'People', zh: '成员' },
  lead: {
    en: 'Who works with your cases. Each has a name of their own, so the record says who did what.',
    zh: '使用本系统处理案件的人员。每人使用自己的身份，记录会显示谁做了什么。',
  },
  invite: { en: 'Invite a person', zh: '邀请成员' },
  link: { en: 'New link', zh: '新链接' },
  erase: { en: 'Erase name', zh: '删除姓名' },
  eraseOf: (name: string) => ({ en: `Erase the name of ${name}?`, zh: `删除 ${name} 的姓名？` }),
  eraseLead: {
    en: 'Name and e-mail go for good, and with them the passkeys. What the person did stays on record without the name.',
    zh: '姓名和邮箱将永久删除，通行密钥也一并删除。其操作记录会保留，但不再显示姓名。',
  },
}

/** The people of the business: invite, change, give a new link, disable. */
export function PeoplePage() {
  const say = useSay()
  const { may } = useSession()
  const people = useQuery({ ...peopleQuery, enabled: may('people.read') })
  const [isInviting, { open, close }] = useDisclosure()
  return (
    <Stack gap="xl" maw={960}>
      <div>
        <PageHead
          title={say(words.title)}
          lead={say(words.lead)}
          actions={
            may('people.manage') && (
              <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={open}>
                {say(words.invite)}
              </Button>
            )
          }
        />
        <ProblemNote error={people.error} onRetry={() => void people.refetch()} />
        {people.isLoading && <LoadingRows rows={4} height={64} />}
        {people.data !== undefined && <PeopleRows people={people.data.items} />}
      </div>
      <RolesExplained />
      <InvitePerson isOpen={isInviting} onClose={close} />
    </Stack>
  )
}

interface Asked {
  readonly action: PersonAction
  readonly person: PersonView
}

function PeopleRows({ people }: { readonly people: readonly PersonView[] }) {
  const say = useSay()
  const [asked, setAsked] = useState<Asked>()
  const enabling = useEnabling()
  const forget = () => setAsked(undefined)
  const act = (person: PersonView, action: PersonAction) => {
    if (action === 'disable' || action === 'enable') enabling.mutate({ person, action })
    else setAsked({ action, person })
  }
  return (
    <>
      <ProblemNote error={enabling.error} />
      <Rows label={say(words.title)}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} onAction={(action) => act(person, action)} />
        ))}
      </Rows>
      {asked?.action === 'edit' && <EditPerson person={asked.person} onClose={forget} />}
      {asked?.action === 'link' && <NewLink person={asked.person} onClose={forget} />}
      {asked?.action === 'erase' && <ErasePerson person={asked.person} onClose={forget} />}
    </>
  )
}

interface AboutPerson {
  readonly person: PersonView
  readonly onClose: () => void
}

/** Makes a link on a person's asking, not by being shown: it ends the links before it. */
function NewLink({ person, onClose }: AboutPerson) {
  const say = useSay()
  const issuing = useMutation({
    mutationFn: () =>
      change<SignInLinkView>(`/v1/people/${person.id}/sign-in-links`, { idempotencyKey: newKey() }),
  })
  return (
    <Dialog onClose={onClose} title={say(words.link)} size="lg">
      <Stack>
        <ProblemNote error={issuing.error} />
        {issuing.data === undefined ? (
          <>
            {say(linkWords.lead)}
            <Button loading={issuing.isPending} onClick={() => issuing.mutate()}>
              {say(linkWords.make(person.name))}
            </Button>
          </>
        ) : (
          <LinkNote name={person.name} link={issuing.data} />
        )}
      </Stack>
    </Dialog>
  )
}

const linkWords = {
  lead: {
    en: 'For who has lost a passkey or let the first link expire. A link that was made before and not used ends.',
    zh: '用于丢失通行密钥或首个链接已过期的成员。之前生成但未使用的链接将失效。',
  },
  make: (name: string) => ({ en: `Make a link for ${name}`, zh: `为 ${name} 生成链接` }),
}

function ErasePerson({ person, onClose }: AboutPerson) {
  const say = useSay()
  const queries = useQueryClient()
  const erasing = useMutation({
    mutationFn: () => change(`/v1/people/${person.id}/personal-data`, { method: 'DELETE' }),
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries({ queryKey: ['people'] })
    },
  })
  return (
    <Confirm
      isOpen
      title={say(words.eraseOf(person.name))}
      confirm={say(words.erase)}
      isPending={erasing.isPending}
      onConfirm={() => erasing.mutate()}
      onClose={onClose}
    >
      {say(words.eraseLead)}
      <ProblemNote error={erasing.error} />
    </Confirm>
  )
}
