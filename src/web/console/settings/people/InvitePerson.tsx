import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { InvitedView } from '../../../../api/people.ts'
import { change } from '../../../kit/api/ask.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { LinkNote } from './LinkNote.tsx'
import { PersonFields, type PersonDraft } from './PersonFields.tsx'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { StackedForm } from '../../../kit/components/StackedForm.tsx'

const words = {
  title: { en: 'Invite a person', zh: '邀请成员' },
  invite: { en: 'Make the invitation', zh: '生成邀请' },
  done: { en: 'Done', zh: '完成' },
}

const nobody: PersonDraft = { name: '', email: '', role: 'operator' }

interface InvitePersonProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks who is invited, then shows the link to hand over. */
export function InvitePerson({ isOpen, onClose }: InvitePersonProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(nobody)
  const invitation = useMutation({
    mutationFn: ({ email, ...person }: PersonDraft) =>
      change<InvitedView>('/v1/people', { body: { ...person, ...(email !== '' && { email }) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
  const leave = () => {
    setDraft(nobody)
    invitation.reset()
    onClose()
  }
  return (
    <Dialog isOpen={isOpen} onClose={leave} title={say(words.title)} size="lg">
      {invitation.data === undefined ? (
        <StackedForm
          submit={say(words.invite)}
          isPending={invitation.isPending}
          error={invitation.error}
          onSubmit={() => invitation.mutate(draft)}
        >
          <PersonFields draft={draft} onChange={setDraft} />
        </StackedForm>
      ) : (
        <Stack>
          <LinkNote name={invitation.data.name} link={invitation.data.signInLink} />
          <Group justify="flex-end">
            <Button onClick={leave}>{say(words.done)}</Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
