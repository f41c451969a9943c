import '@mantine/notifications/styles.css'

import { notifications, Notifications } from '@mantine/notifications'
import { useEffect } from 'react'

import { showNoticesWith } from './notices.ts'

/** Draws notices; see {@link showNotice}. */
export function Noticeboard() {
  useEffect(() => showNoticesWith((notice) => notifications.show(notice)), [])
  return <Notifications position="bottom-right" />
}
