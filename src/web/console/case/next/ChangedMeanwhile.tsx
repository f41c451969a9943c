import { Alert, Button, Group, List, Text } from '@mantine/core'

import type { Consignment } from '../../../../customs/consignment/consignment.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { valueAt, type GoodsDraft } from '../goods-mending.ts'
import { fieldsOfConsignment, fieldsOfItem } from './goods-fields.ts'

const words = {
  title: {
    en: 'Somebody has changed the goods data while you typed',
    zh: '您填写期间，他人已修改货物资料',
  },
  now: (value: string) => ({ en: `now “${value}”`, zh: `现为“${value}”` }),
  emptied: { en: 'now empty', zh: '现为空' },
  before: (value: string) => ({ en: `before “${value}”`, zh: `原为“${value}”` }),
  yours: (value: string) => ({ en: `you typed “${value}”`, zh: `您填写的是“${value}”` }),
  item: (number: number) => ({ en: `Item ${number}: `, zh: `第 ${number} 项：` }),
  goOn: { en: 'Go on with what I typed', zh: '保留我填写的内容并继续' },
  discard: { en: 'Drop what I typed', zh: '放弃我填写的内容' },
}

interface ChangedMeanwhileProps {
  readonly before: Consignment
  readonly now: Consignment
  readonly draft: GoodsDraft
  readonly onGoOn: () => void
  readonly onDiscard: () => void
}

/** Shows what somebody else has changed under a draft; whoever typed it decides what becomes of it. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { before, now, draft, onGoOn, onDiscard } = props
  const say = useSay()
  return (
    <Alert
      color="yellow"
      role="alert"
      title={say(words.title)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <List size="sm" mb="sm">
        {changedFields(before, now).map(({ path, label, itemNumber }) => {
          const [was, is, typed] = [valueAt(before, path), valueAt(now, path), draft[path]]
          return (
            <List.Item key={path}>
              <Text span fw={600} size="sm">
                {itemNumber !== undefined && say(words.item(itemNumber))}
                {say(label)}
              </Text>{' '}
              {say(is === '' ? words.emptied : words.now(is))}
              {was !== '' && `, ${say(words.before(was))}`}
              {typed !== undefined && typed !== is && `; ${say(words.yours(typed))}`}
            </List.Item>
          )
        })}
      </List>
      <Group gap="xs">
        <Button size="xs" onClick={onGoOn}>
          {say(words.goOn)}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {say(words.discard)}
        </Button>
      </Group>
    </Alert>
  )
}

function changedFields(before: Consignment, now: Consignment) {
  const fields = [
    ...fieldsOfConsignment(now).map((field) => ({ ...field, itemNumber: undefined })),
    ...now.goodsItems.flatMap(({ itemNumber }, index) =>
      fieldsOfItem(now, index).map((field) => ({ ...field, itemNumber })),
    ),
  ]
  return fields.filter(({ path }) => valueAt(before, path) !== valueAt(now, path))
}
