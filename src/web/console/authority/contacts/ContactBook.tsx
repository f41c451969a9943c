import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { AuthorityView } from '../../../../api/authorities.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../../settings/Section.tsx'
import { contactsQuery } from '../authority-queries.ts'
import styles from '../authority.module.css'
import { ContactForm } from './ContactForm.tsx'
import { OwnContact } from './OwnContact.tsx'
import { PublishedPoint } from './PublishedPoint.tsx'

const words = {
  own: { en: 'Your own contacts', zh: '贵方联系人' },
  ownLead: {
    en: 'Offices, desks and people that you know. Removing one leaves nothing of the person behind.',
    zh: '您了解的部门、科室和人员。删除后不保留任何个人信息。',
  },
  none: { en: 'None written down yet.', zh: '尚未记录联系人。' },
  add: { en: 'Add a contact', zh: '添加联系人' },
  published: { en: 'Published by the authority', zh: '海关公布的联系方式' },
  publishedLead: {
    en: 'Only what was read in a source. Where no telephone or e-mail stands, none was found.',
    zh: '仅收录有来源的内容；未列电话或邮箱的，即未查到。',
  },
}

/** Whom the business can turn to at an authority. */
export function ContactBook({ authority }: { readonly authority: AuthorityView }) {
  const say = useSay()
  const { may } = useSession()
  const [isAdding, setIsAdding] = useState(false)
  const contacts = useQuery(contactsQuery(authority.id))
  const items = contacts.data?.items
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  return (
    <Stack gap="xl">
      <Section
        title={say(words.own)}
        lead={say(words.ownLead)}
        actions={
          may('contacts.manage') && (
            <Button className="screen-only" onClick={() => setIsAdding(true)}>
              {say(words.add)}
            </Button>
          )
        }
      >
        <ProblemNote error={contacts.error} onRetry={() => void contacts.refetch()} />
        {contacts.isPending && <LoadingRows rows={2} height={120} />}
        {items?.length === 0 && <Text c="dimmed">{say(words.none)}</Text>}
        {items !== undefined && items.length > 0 && (
          <ul className={styles.cards} aria-label={say(words.own)}>
            {items.map((contact) => (
              <OwnContact
                key={contact.id}
                authority={authority.id}
                contact={contact}
                today={today}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section title={say(words.published)} lead={say(words.publishedLead)}>
        <ul className={styles.cards} aria-label={say(words.published)}>
          {authority.contactPoints.map((point) => (
            <PublishedPoint key={point.id} point={point} />
          ))}
        </ul>
      </Section>
      {isAdding && <ContactForm authority={authority.id} onClose={() => setIsAdding(false)} />}
    </Stack>
  )
}
