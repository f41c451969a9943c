import type { Receipt } from './inbox.ts'
import type { OutboxMessage } from './outbox.ts'
import type { Turns } from './turns.ts'

/** By which answer something is known, where there was one. */
interface Answered {
  readonly httpStatus?: number
}

/**
 * What became of an attempt to send.
 * - `delivered`: the authority has taken the message in.
 * - `refused`: it has answered that it will not take these bytes, ever.
 * - `not-sent`: it has surely not seen the message; try again.
 * - `unknown`: it may or may not have it; ask before sending again.
 */
export type SendOutcome =
  | (Answered & { readonly kind: 'delivered'; readonly conversationId?: string })
  | (Answered & { readonly kind: 'refused'; readonly errors: readonly RefusalError[] })
  | ({ readonly kind: 'not-sent' } & Setback)
  | ({ readonly kind: 'unknown' } & Setback)

/** Why something did not come to its end, and what is known of when it may. */
export interface Setback extends Answered {
  readonly why: string
  /**
   * Whether nobody gets through on the channel (no connection, a server error, a limit exceeded) or
   * only this message does not. It is the channel unless told otherwise.
   */
  readonly obstacle?: 'channel' | 'message'
  /** The authority asks us to leave it alone for so long, and means the whole channel. */
  readonly retryAfterSeconds?: number
  /**
   * Nothing helps but a new permission of the business with the authority. The attempt does not count
   * against the message, which is taken up again once the business is connected.
   */
  readonly waitsFor?: 'connection'
}

/** One of the authority's reasons, in its own code and words; a person reads them. */
export interface RefusalError {
  readonly code: string
  readonly message: string
}

/** What the authority says when it is asked whether it has a message. */
export type Inquiry =
  | (Answered & {
      readonly kind: 'known'
      readonly mrn?: string
      readonly conversationId?: string
    })
  | { readonly kind: 'not-known' }
  | ({ readonly kind: 'no-answer' } & Setback)

/** Who fetches notifications, and what becomes of each. */
export interface Fetching {
  readonly turns: Turns
  /** Told the authority's id of a notification before it is asked for. */
  begin(notificationId: string): Promise<void>
  /** Given what was fetched. One that is not handed over is fetched again later. */
  take(notificationId: string, bytes: Buffer): Promise<void>
}

/**
 * The way to one authority. Adapters have the same file names, one folder an authority, and know
 * nothing of cases: they move bytes. Every request that counts against the authority's limit first
 * takes a turn.
 */
export interface Channel {
  readonly name: string
  /**
   * Requests a second of all nodes together, where that is otherwise than the installation's setting
   * for authorities.
   */
  readonly limitPerSecond?: number | 'off'
  /**
   * @param announce told the conversation by which answers will come, where that is known before anything
   *   can be answered: an answer may come sooner than what became of the sending is recorded
   */
  send(
    message: OutboxMessage,
    turns: Turns,
    announce?: (conversationId: string) => Promise<void>,
  ): Promise<SendOutcome>
  /** Asks whether the authority has a message whose sending ended unknown. */
  inquire(message: OutboxMessage, turns: Turns): Promise<Inquiry>
  /**
   * Fetches the notifications of a conversation that it holds for us and that its push may have failed
   * to bring. Each is announced before it is fetched and handed over before the next is asked for.
   *
   * @returns what stood in the way, where something did
   */
  pull(conversationId: string, fetching: Fetching): Promise<Setback | undefined>
  /** How answers are looked for that come without being asked; absent where they are pushed. */
  readonly collecting?: Collecting
  /** What the other side proves itself with now, and until when; absent where nothing proves it. */
  readonly certificates?: () => Promise<readonly SeenCertificate[]>
}

/** What takes in the answers that a channel has found. */
export interface TakeIn {
  /** Stores one notification, byte for byte; the receipt says where its file or mail goes. */
  store(bytes: Buffer): Promise<Receipt>
  /** Shows to a person what was not taken in, and why. */
  refuse(bytes: Buffer, why: string): Promise<void>
}

/** What one look for answers has come to, in files or mails. */
export interface Collected {
  /** Stored, now or before. */
  readonly taken: number
  /** Put where a person has to look at them. */
  readonly aside: number
  /** Not yet whole, or left for the next look. */
  readonly waiting: number
  /** Which could not be read or moved, and why; they are met again at the next look. */
  readonly failed: readonly string[]
}

/** How a channel looks for answers. One node at a time does it. */
export interface Collecting {
  readonly everySeconds: number
  collect(take: TakeIn): Promise<Collected>
}

/** What a channel's other side showed when it was looked at. */
export interface SeenCertificate {
  /** Of which of its doors: a channel of mails has two. */
  readonly door: 'https' | 'smtp' | 'imap' | 'ssh'
  readonly subject: string
  readonly issuer: string
  /** The SHA-256 digest: hexadecimal of a certificate, as `ssh-keygen -lf` prints it of a host key. */
  readonly fingerprint: string
  /** Absent where it does not end, as with the key of an SSH server. */
  readonly notAfter?: Date
}
