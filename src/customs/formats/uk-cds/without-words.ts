import type { FileUploadResult } from './file-upload-result.ts'
import type { Notification } from './notification.ts'

/**
 * A notification without what an officer or a program has written in words and without the values
 * that the authority has set: a person may be named there. Codes, references, times and amounts
 * stay, from which it can still be told where a declaration stands.
 */
export function withoutWords(notification: Notification): Notification {
  const { statements, errors, file } = notification
  return {
    ...notification,
    ...(file !== undefined && { file: withoutName(file) }),
    statements: statements.map(({ description: _, ...statement }) => statement),
    errors: errors.map(({ description: _, ...error }) => error),
    amendedValues: [],
  }
}

/** The name of a file is whatever somebody has called it. */
function withoutName({ reference, outcome, word }: FileUploadResult): FileUploadResult {
  return { reference, word, ...(outcome !== undefined && { outcome }) }
}
