import { Modal, type ModalProps } from '@mantine/core'

import { useSay } from '../words/LanguageProvider.tsx'

const words = { close: { en: 'Close', zh: '关闭' } }

interface DialogProps extends Pick<ModalProps, 'size' | 'centered' | 'onClose' | 'children'> {
  readonly title: string
  /** Unless told, it is open as long as it is on the page. */
  readonly isOpen?: boolean
  /** What the cross is called where "Close" could be misread. */
  readonly keep?: string
}

/** A window over the page, which is left by its cross as well. */
export function Dialog({ isOpen = true, keep, children, ...modal }: DialogProps) {
  const say = useSay()
  return (
    <Modal opened={isOpen} closeButtonProps={{ 'aria-label': keep ?? say(words.close) }} {...modal}>
      {children}
    </Modal>
  )
}
