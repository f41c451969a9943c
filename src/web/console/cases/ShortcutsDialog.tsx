import { Group, Kbd, Table } from '@mantine/core'

import { CharacterKeysSwitch } from '../../kit/components/CharacterKeysSwitch.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { Dialog } from '../../kit/components/Dialog.tsx'

const words = {
  title: { en: 'Keys', zh: '快捷键' },
}

const shortcuts = [
  { keys: ['j', '↓'], does: { en: 'Next case', zh: '下一案件' } },
  { keys: ['k', '↑'], does: { en: 'Case before', zh: '上一案件' } },
  { keys: ['Enter'], does: { en: 'Open the case', zh: '打开案件' } },
  { keys: ['x'], does: { en: 'Select or let go', zh: '选择或取消选择' } },
  { keys: ['Shift', 'x'], does: { en: 'Select up to here', zh: '选择至此处' } },
  { keys: ['/'], does: { en: 'Search', zh: '搜索' } },
  { keys: ['?'], does: { en: 'Show these keys', zh: '显示快捷键' } },
] as const

interface ShortcutsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The keys of the list. */
export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const say = useSay()
  return (
    <Dialog isOpen={opened} onClose={onClose} title={say(words.title)}>
      <Table mb="md">
        <Table.Tbody>
          {shortcuts.map(({ keys, does }) => (
            <Table.Tr key={does.en}>
              <Table.Td>
                <Group gap={4}>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{say(does)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <CharacterKeysSwitch />
    </Dialog>
  )
}
