import type { NotificationData } from '@mantine/notifications'

type Show = (notice: NotificationData) => void

/**
 * Shows a notice in the corner, such as what was just done with a button that takes it back. What
 * draws notices is loaded with the first of them, since most visits never see one.
 */
export function showNotice(notice: NotificationData): void {
  if (show === undefined) waiting.push(notice)
  else show(notice)
  callNoticeboard()
}

let show: Show | undefined
let callNoticeboard: () => void = () => undefined
const waiting: NotificationData[] = []

/** For the noticeboard: who is told that the first notice came. */
export function onFirstNotice(call: () => void): void {
  callNoticeboard = call
  if (waiting.length > 0) call()
}

/** For the noticeboard: from now on it shows notices itself, beginning with those that waited. */
export function showNoticesWith(shows: Show): void {
  show = shows
  for (const notice of waiting.splice(0)) shows(notice)
}
