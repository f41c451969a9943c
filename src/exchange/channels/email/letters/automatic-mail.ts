/**
 * Whether a mail was written by a machine in answer to ours, such as a note of absence. RFC 3834 section 5
 * says `Auto-Submitted: auto-replied`; older programs have fields of their own. What a machine has written
 * without being asked (`auto-generated`) may be a letter and is read as one.
 *
 * @param headers the fields of the mail, as they stand in it
 */
export function isAutomaticAnswer(headers: string): boolean {
  return (
    /^auto-submitted:\s*auto-replied\b/im.test(headers) ||
    /^precedence:\s*auto_reply\b/im.test(headers) ||
    /^x-auto-?(reply|respond(er)?)(-from)?:\s*\S/im.test(headers)
  )
}

/** Whether a mail reports what became of another one (RFC 3464, RFC 6522). */
export function isDeliveryReport(headers: string): boolean {
  const [, type = ''] = /^content-type:\s*((?:.*(?:\r?\n[ \t].*)*))/im.exec(headers) ?? []
  return /^multipart\/report\b/i.test(type) && /report-type\s*=\s*"?delivery-status/i.test(type)
}

/** Fields by which the two are told, for whoever fetches them. */
export const TELLING_FIELDS = [
  'content-type',
  'auto-submitted',
  'precedence',
  'x-autoreply',
  'x-auto-reply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoreply-from',
] as const
