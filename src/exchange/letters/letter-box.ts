import type { Channel, Setback } from '../channel.ts'
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
  /** The letters that it answers, the surest first, where the carrier tells. */
  readonly answers?: readonly AnsweredLetter[]
  /**
   * That the carrier brings letters and tells nothing of how their thread stands: whose turn it is, what
   * was decided and when it ends a person reads in them.
   */
  readonly isLetterAlone?: true
  /** Who has read in a letter what the change says, where no carrier tells it. */
  readonly recorded?: RecordedReading
  /** Papers that came with it and were not taken in, each with the reason. */
  readonly leftOut?: readonly LeftOutPaper[]
  readonly attachments: readonly ReceivedAttachment[]
  /** How far the letters of the channel have been read once this is stored; absent by mail. */
  readonly cursor?: string
}

/**
 * What became of a change: `stored` is news, `known` a repeat, `stray` waits for a person, `later` is to
 * be met again, because a letter of ours whose answer is not yet known may have opened its thread.
 */
export type ChangeReceipt = 'stored' | 'known' | 'stray' | 'later'

/** A letter that another one answers: one of ours by our reference, or one of the office by its id of it. */
export type AnsweredLetter =
  | { readonly by: 'trader'; readonly reference: string }
  | { readonly by: 'office'; readonly letter: string }

/** That a person has recorded what a letter of the authority states. */
export interface RecordedReading {
  readonly letterId: string
  readonly actor: object
  /** Instant. */
  readonly at: string
}

/** A paper that came with a letter and was not taken in. */
export interface LeftOutPaper {
  readonly name: string
  readonly why: string
}

/** A letter of ours that came back instead of reaching the authority. */
export interface ReturnedLetter {
  readonly channel: string
  readonly reference: string
  /** Of its bytes, or the beginning of it: by that it is proved that it was this letter. */
  readonly sha256: string
  /** What the carrier says, in its words. */
  readonly why: string
}

/** What takes in the letters that a channel has found. */
export interface TakeLetters {
  /** How far the letters of this channel have been read; undefined where none ever was. */
  cursor(): Promise<string | undefined>
  take(incoming: IncomingChange): Promise<ChangeReceipt>
  /** Notes that a letter of ours did not reach the authority; a person sees it and writes it anew. */
  giveBack(returned: ReturnedLetter): Promise<ChangeReceipt>
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
  /** What the other side said when it did not answer the question, where it was that. */
  readonly setback?: Setback
}

/** Whether a channel carries letters. */
export function isLetterChannel(channel: Channel): channel is LetterChannel {
  return 'letters' in channel
}

/** A channel that carries letters and looks for answers to them. One node at a time looks. */
export interface LetterChannel extends Channel {
  readonly letters: {
    readonly everySeconds: number
    collect(take: TakeLetters): Promise<LettersCollected>
  }
}
