import { Badge, Button } from '@mantine/core'

import type { PersonView } from '../../../../api/people.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSession } from '../../../kit/session.ts'
import { roleTerms } from '../../../kit/terms/roles.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row } from '../Row.tsx'

const words = {
  you: { en: 'you', zh: '您' },
  nameless: { en: 'Erased person', zh: '已删除的成员' },
  edit: { en: 'Edit', zh: '编辑' },
  link: { en: 'New link', zh: '新链接' },
  disable: { en: 'Disable', zh: '停用' },
  enable: { en: 'Enable', zh: '启用' },
  erase: { en: 'Erase name', zh: '删除姓名' },
  of: (action: string, name: string) => ({ en: `${action}: ${name}`, zh: `${action}：${name}` }),
}

const states = {
  invited: { en: 'invited', zh: '已邀请' },
  active: { en: 'active', zh: '正常' },
  disabled: { en: 'disabled', zh: '已停用' },
  erased: { en: 'erased', zh: '已删除' },
} as const

const stateColours = {
  invited: 'yellow',
  active: 'teal',
  disabled: 'gray',
  erased: 'gray',
} as const

const since = {
  invited: { en: 'invited', zh: '邀请于' },
  joined: { en: 'with you since', zh: '加入于' },
}

/** What can be asked for of a person. */
export type PersonAction = 'edit' | 'link' | 'disable' | 'enable' | 'erase'

interface PersonRowProps {
  readonly person: PersonView
  readonly onAction: (action: PersonAction) => void
}

/** A person with role and state; what may not be done is not offered. */
export function PersonRow({ person, onAction }: PersonRowProps) {
  const say = useSay()
  const session = useSession()
  const { state, joinedAt, email } = person
  const isOneself = person.id === session.person.id
  const name = state === 'erased' ? say(words.nameless) : person.name
  return (
    <Row
      title={name}
      marks={
        <>
          <Badge variant="light">{say(roleTerms[person.role].name)}</Badge>
          <Badge variant="outline" color={stateColours[state]} c="var(--mantine-color-text)">
            {say(states[state])}
          </Badge>
          {isOneself && <Badge variant="default">{say(words.you)}</Badge>}
        </>
      }
      facts={
        <>
          {email !== undefined && `${email} · `}
          {say(joinedAt === undefined ? since.invited : since.joined)}{' '}
          <InstantText at={joinedAt ?? person.createdAt} as="day" />
        </>
      }
      actions={
        session.may('people.manage') &&
        actionsFor(person, isOneself).map((action) => (
          <Button
            key={action}
            size="xs"
            variant="default"
            aria-label={say(words.of(say(words[action]), name))}
            onClick={() => onAction(action)}
          >
            {say(words[action])}
          </Button>
        ))
      }
    />
  )
}

/** Nobody shuts themselves out by a slip of the hand; a colleague can. */
function actionsFor({ state }: PersonView, isOneself: boolean): readonly PersonAction[] {
  switch (state) {
    case 'invited':
    case 'active':
      return isOneself ? ['edit', 'link'] : ['edit', 'link', 'disable']
    case 'disabled':
      return ['enable', 'erase']
    case 'erased':
      return []
  }
}
