import { Badge, Button, Card, Group, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { AuthorityContactView } from '../../../../api/authority-contacts.ts'
import { change } from '../../../kit/api/ask.ts'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { authorityKey } from '../authority-queries.ts'
import styles from '../authority.module.css'
import { ContactForm } from './ContactForm.tsx'
import { Reach } from './Reach.tsx'
import { topicWords } from './topic-words.ts'

const words = {
  edit: { en: 'Edit', zh: '编辑' },
  remove: { en: 'Remove', zh: '删除' },
  removeOf: (name: string) => ({ en: `Remove ${name}`, zh: `删除 ${name}` }),
  editOf: (name: string) => ({ en: `Edit ${name}`, zh: `编辑 ${name}` }),
  removed: { en: 'The contact is gone', zh: '联系人已删除' },
  gone: {
    en: 'Nothing that is written here of a person stays. That it was removed is on record.',
    zh: '此处关于个人的内容将全部删除；删除操作会留有记录。',
  },
  over: { en: 'Does not hold any more', zh: '已失效' },
  notYet: { en: 'Does not hold yet', zh: '尚未生效' },
  changed: { en: 'Written', zh: '更新于' },
}

interface OwnContactProps {
  readonly authority: string
  readonly contact: AuthorityContactView
  /** `2026-09-01`. */
  readonly today: string
}

/** A contact of the business's own, with what can be done with it. */
export function OwnContact({ authority, contact, today }: OwnContactProps) {
  const say = useSay()
  const { may } = useSession()
  const { topic, office, desk, person, role, notes, validFrom, validUntil } = contact
  const { changedAt, changedBy } = contact
  const name = person ?? desk ?? office
  return (
    <Card component="li" withBorder padding="md">
      <Group gap="xs" justify="space-between" align="flex-start">
        <Title order={3} size="h5" className={styles.wide}>
          {name}
        </Title>
        <Badge variant="outline" c="var(--mantine-color-text)">
          {say(topicWords[topic])}
        </Badge>
      </Group>
      <Text size="sm">
        {[role, desk, office].filter((text) => text && text !== name).join(', ')}
      </Text>
      {validUntil !== undefined && validUntil < today && (
        <Text size="sm" fw={600}>
          {say(words.over)}
        </Text>
      )}
      {validFrom !== undefined && validFrom > today && (
        <Text size="sm" fw={600}>
          {say(words.notYet)}
        </Text>
      )}
      <Reach {...contact} />
      {notes !== undefined && (
        <Text size="sm" mt={6} className={styles.wide}>
          {notes}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={6}>
        {say(words.changed)} <InstantText at={changedAt} as="day" />
        {changedBy.name !== undefined && ` · ${changedBy.name}`}
      </Text>
      {may('contacts.manage') && <Steps authority={authority} contact={contact} name={name} />}
    </Card>
  )
}

interface StepsProps extends Pick<OwnContactProps, 'authority' | 'contact'> {
  readonly name: string
}

function Steps({ authority, contact, name }: StepsProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const close = () => setOpen(undefined)
  const removing = useMutation({
    mutationFn: () =>
      change(`/v1/authorities/${authority}/contacts/${contact.id}`, { method: 'DELETE' }),
    onSuccess: () => {
      showNotice({ message: say(words.removed) })
      return queries.invalidateQueries({ queryKey: authorityKey(authority) })
    },
    onSettled: close,
  })
  return (
    <Group gap="xs" mt="sm" className="screen-only">
      <Button
        size="xs"
        variant="default"
        aria-label={say(words.editOf(name))}
        onClick={() => setOpen('edit')}
      >
        {say(words.edit)}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={say(words.removeOf(name))}
        onClick={() => setOpen('remove')}
      >
        {say(words.remove)}
      </Button>
      <ProblemNote error={removing.error} />
      {open === 'edit' && <ContactForm authority={authority} contact={contact} onClose={close} />}
      <Confirm
        isOpen={open === 'remove'}
        title={say(words.removeOf(name))}
        confirm={say(words.remove)}
        isPending={removing.isPending}
        onConfirm={() => removing.mutate()}
        onClose={close}
      >
        {say(words.gone)}
      </Confirm>
    </Group>
  )
}
