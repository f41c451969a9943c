/** What a letter says, as it lies in the outbox: the same bytes go out at every attempt. */
export interface LetterEnvelope {
  /** The office's reference of the thread that it continues; absent of a letter that opens one. */
  readonly thread?: string
  /** What the thread is about, where the letter itself does not say it. */
  readonly subject?: string
  /** The letters of the thread before it, the oldest first: for carriers that name them. */
  readonly earlier?: readonly EarlierLetter[]
  readonly letter: OpeningLetter | FurtherLetter
}

/** A letter that was written before: one of ours by its message, or one of the office by its id of it. */
export type EarlierLetter =
  | { readonly by: 'trader'; readonly reference: string; readonly sha256: string }
  | { readonly by: 'office'; readonly letter: string }

/** The part of a letter that every kind has. */
export interface FurtherLetter {
  /** Our reference: the office takes a letter once, however often it comes. */
  readonly reference: string
  readonly text: string
  readonly attachments: readonly SealedAttachment[]
}

/** A letter that opens a thread, with what its kind brings with it. */
export interface OpeningLetter extends FurtherLetter {
  readonly kind: string
  readonly subject: string
  readonly mrn?: string
  readonly correction?: object
  readonly ruling?: object
  readonly appeal?: object
}

/** A paper within a letter. */
export interface SealedAttachment {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  /** Base64. */
  readonly content: string
}

/** Makes the bytes of a letter. */
export function sealLetter(envelope: LetterEnvelope): Buffer {
  return Buffer.from(JSON.stringify(envelope), 'utf8')
}

/** Reads what {@link sealLetter} has made. */
export function openLetter(bytes: Uint8Array): LetterEnvelope {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as LetterEnvelope
}
