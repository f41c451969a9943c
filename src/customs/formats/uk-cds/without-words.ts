import type { Notification } from './notification.ts'

/**
 * A notification without what an officer or a program has written in words and without the values
 * that the authority has set: a person may be named there. Codes, references, times and amounts
 * stay, from which it can still be told where a declaration stands.
 */
export function withoutWords(notification: Notification): Notification {
  const { statements, errors } = notification
  return {
    ...notification,
    statements: statements.map(({ description: _, ...statement }) => statement),
    errors: errors.map(({ description: _, ...error }) => error),
    amendedValues: [],
  }
}
