import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { PersonView } from '../../../../api/people.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { changePerson } from './people.ts'
import { PersonFields, type PersonDraft } from './PersonFields.tsx'

const words = {
  title: (name: string) => ({ en: `Edit ${name}`, zh: `编辑 ${name}` }),
  save: { en: 'Save', zh: '保存' },
  close: { en: 'Close', zh: '关闭' },
}

interface EditPersonProps {
  readonly person: PersonView
  readonly onClose: () => void
}

/** Changes name, address and role of a person. */
export function EditPerson({ person, onClose }: EditPersonProps) {
  const say = useSay()
  const queries = useQueryClient()
  const { name, email = '', role } = person
  const [draft, setDraft] = useState<PersonDraft>({ name, email, role })
  const saving = useMutation({
    mutationFn: (edit: PersonDraft) =>
      changePerson(person, { ...edit, email: edit.email === '' ? null : edit.email }),
    onSuccess: onClose,
    // Refused or not, what is shown here may be old by now.
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(words.title(name))}
      size="lg"
      closeButtonProps={{ 'aria-label': say(words.close) }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(draft)
        }}
      >
        <Stack>
          <PersonFields draft={draft} onChange={setDraft} />
          <ProblemNote error={saving.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={saving.isPending}>
              {say(words.save)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
