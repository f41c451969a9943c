import type { CaseMessages } from '../../../../api/messages.ts'

/** A message of the exchange with customs, whichever way it went. */
export type Message =
  | ({ readonly direction: 'sent'; readonly at: string } & CaseMessages['sent'][number])
  | ({ readonly direction: 'received'; readonly at: string } & CaseMessages['received'][number])

/** Both sides of the exchange as one conversation, oldest first. */
export function conversation({ sent, received }: CaseMessages): readonly Message[] {
  const messages: readonly Message[] = [
    ...sent.map((message) => ({
      ...message,
      direction: 'sent' as const,
      at: message.sentAt ?? message.createdAt,
    })),
    ...received.map((message) => ({
      ...message,
      direction: 'received' as const,
      at: message.receivedAt,
    })),
  ]
  return messages.toSorted((left, right) => left.at.localeCompare(right.at))
}
