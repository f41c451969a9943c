import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = { close: { en: 'Close', zh: '关闭' } }

interface SideDrawerProps {
  readonly isOpen: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** One thing in full beside the list that it stands in. */
export function SideDrawer({ isOpen, title, onClose, children }: SideDrawerProps) {
  const say = useSay()
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': say(words.close) }}
    >
      {children}
    </Drawer>
  )
}
