import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { AuthorityContactView } from '../../../../api/authority-contacts.ts'
import { change } from '../../../kit/api/ask.ts'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { StackedForm } from '../../../kit/components/StackedForm.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { authorityKey } from '../authority-queries.ts'
import { blankContact, type ContactDraft, draftOf, statedIn } from './contact-draft.ts'
import { topics, topicWords } from './topic-words.ts'

const words = {
  add: { en: 'Add a contact', zh: '添加联系人' },
  edit: (office: string) => ({ en: `Edit ${office}`, zh: `编辑 ${office}` }),
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'The contact is saved', zh: '联系人已保存' },
  topic: { en: 'What for', zh: '事项' },
  office: { en: 'Office', zh: '部门' },
  desk: { en: 'Desk', zh: '科室' },
  person: { en: 'Person', zh: '姓名' },
  role: { en: 'Role', zh: '职务' },
  email: { en: 'E-mail', zh: '邮箱' },
  phone: { en: 'Telephone', zh: '电话' },
  address: { en: 'Postal address', zh: '邮寄地址' },
  hours: { en: 'Hours', zh: '服务时间' },
  languages: { en: 'Languages', zh: '语言' },
  languagesHelp: { en: 'Codes such as en, zh', zh: '语言代码，如 en, zh' },
  notes: { en: 'Notes', zh: '备注' },
  validFrom: { en: 'Holds from', zh: '起始日期' },
  validUntil: { en: 'Last day', zh: '截止日期' },
}

interface ContactFormProps {
  readonly authority: string
  /** The one that is edited; a new one where it is absent. */
  readonly contact?: AuthorityContactView
  readonly onClose: () => void
}

/** Writes a contact into the book, or anew. */
export function ContactForm({ authority, contact, onClose }: ContactFormProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<ContactDraft>(
    contact === undefined ? blankContact : draftOf(contact),
  )
  const path = `/v1/authorities/${authority}/contacts`
  const saving = useMutation({
    mutationFn: () =>
      contact === undefined
        ? change(path, { body: statedIn(draft) })
        : change(`${path}/${contact.id}`, {
            ...{ method: 'PUT', body: statedIn(draft), ifMatch: `"${contact.version}"` },
          }),
    onSuccess: () => {
      showNotice({ message: say(words.saved) })
      onClose()
    },
    // Refused or not, what is shown here may be old by now.
    onSettled: () => queries.invalidateQueries({ queryKey: authorityKey(authority) }),
  })
  const field = (name: Exclude<keyof ContactDraft, 'topic'>) => ({
    label: say(words[name]),
    value: draft[name],
    onChange: ({
      currentTarget: { value },
    }: {
      readonly currentTarget: { readonly value: string }
    }) => setDraft({ ...draft, [name]: value }),
  })
  return (
    <Dialog
      onClose={onClose}
      title={say(contact === undefined ? words.add : words.edit(contact.office))}
      size="lg"
    >
      <StackedForm
        submit={say(words.save)}
        isPending={saving.isPending}
        error={saving.error}
        isReady={draft.office.trim() !== ''}
        onSubmit={() => saving.mutate()}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={say(words.topic)}
            value={draft.topic}
            data={topics.map((value) => ({ value, label: say(topicWords[value]) }))}
            onChange={({ currentTarget: { value } }) =>
              setDraft({ ...draft, topic: topics.find((topic) => topic === value) ?? 'other' })
            }
          />
          <TextInput {...field('office')} required data-autofocus />
          <TextInput {...field('desk')} />
          <TextInput {...field('person')} autoComplete="off" />
          <TextInput {...field('role')} />
          <TextInput {...field('email')} type="email" autoComplete="off" />
          <TextInput {...field('phone')} type="tel" autoComplete="off" />
          <TextInput {...field('hours')} />
          <TextInput {...field('languages')} description={say(words.languagesHelp)} />
        </SimpleGrid>
        <Textarea {...field('address')} autosize minRows={2} />
        <Textarea {...field('notes')} autosize minRows={2} maxLength={1_000} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...field('validFrom')} type="date" />
          <TextInput {...field('validUntil')} type="date" />
        </SimpleGrid>
      </StackedForm>
    </Dialog>
  )
}
