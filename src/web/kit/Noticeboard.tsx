import '@mantine/notifications/styles.css'

import { notifications, Notifications } from '@mantine/notifications'
import { useEffect } from 'react'

import { showNoticesWith } from './notices.ts'
import { useSay } from './words/LanguageProvider.tsx'

const words = { close: { en: 'Close the notice', zh: '关闭提示' } }

/** Draws notices; see {@link showNotice}. */
export function Noticeboard() {
  const say = useSay()
  useEffect(() => {
    const closeButtonProps = { 'aria-label': say(words.close) }
    return showNoticesWith((notice) => notifications.show({ closeButtonProps, ...notice }))
  }, [say])
  return <Notifications position="bottom-right" />
}
