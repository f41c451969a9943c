import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import { useSay } from '../words/LanguageProvider.tsx'
import { Dialog } from './Dialog.tsx'

const words = {
  cancel: { en: 'Cancel', zh: '取消' },
}

interface ConfirmProps {
  readonly isOpen: boolean
  readonly title: string
  /** What will be so afterwards. */
  readonly children: ReactNode
  /** The word on the button that does it. */
  readonly confirm: string
  /** The word on the button that leaves everything as it is, where "Cancel" could be misread. */
  readonly keep?: string
  readonly isPending: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  const say = useSay()
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={props.title}>
      <Stack>
        <Text component="div">{props.children}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {props.keep ?? say(words.cancel)}
          </Button>
          <Button color="red" loading={props.isPending} onClick={props.onConfirm}>
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
