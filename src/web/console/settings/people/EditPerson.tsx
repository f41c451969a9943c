import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { PersonView } from '../../../../api/people.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { changePerson } from './people.ts'
import { PersonFields, type PersonDraft } from './PersonFields.tsx'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { StackedForm } from '../../../kit/components/StackedForm.tsx'

const words = {
  title: (name: string) => ({ en: `Edit ${name}`, zh: `编辑 ${name}` }),
  save: { en: 'Save', zh: '保存' },
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
    <Dialog onClose={onClose} title={say(words.title(name))} size="lg">
      <StackedForm
        submit={say(words.save)}
        isPending={saving.isPending}
        error={saving.error}
        onSubmit={() => saving.mutate(draft)}
      >
        <PersonFields draft={draft} onChange={setDraft} />
      </StackedForm>
    </Dialog>
  )
}
