import type { Channel } from '../channel.ts'
import type { LetterChange } from './letter-change.ts'

/** A paper that has come with a letter. */
export interface ReceivedAttachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** A change as it is taken in: where it was met, and the papers that came with its letter. */
export interface IncomingChange {
  readonly channel: string
  readonly change: Omit<LetterChange, 'change'>
  /** Our reference that a letter without the office's own names. */
  readonly reference?: string
  readonly attachments: readonly ReceivedAttachment[]
  /** How far the letters of the channel have been read once this is stored; absent by mail. */
  readonly cursor?: string
}

/**
 * What became of a change: `stored` is news, `known` a repeat, `stray` waits for a person, `later` is to
 * be met again, because a letter of ours whose answer is not yet known may have opened its thread.
 */
export type ChangeReceipt = 'stored' | 'known' | 'stray' | 'later'

/** What takes in the letters that a channel has found. */
export interface TakeLetters {
  /** How far the letters of this channel have been read; undefined where none ever was. */
  cursor(): Promise<string | undefined>
  take(incoming: IncomingChange): Promise<ChangeReceipt>
  /** Keeps what could not be read for a person to look at. */
  refuse(bytes: Buffer, why: string, cursor?: string): Promise<void>
}

/** What one look for letters has come to. */
export interface LettersCollected {
  /** Stored, now or before. */
  readonly taken: number
  /** Put where a person has to look at them. */
  readonly aside: number
  /** Why it ended before all was read; absent where it did not. */
  readonly why?: string
}

/** A channel that carries letters and looks for answers to them. One node at a time looks. */
export interface LetterChannel extends Channel {
  readonly letters: {
    readonly everySeconds: number
    collect(take: TakeLetters): Promise<LettersCollected>
  }
}
