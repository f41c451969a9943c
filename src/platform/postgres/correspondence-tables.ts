import type { Json, OptionalTime, Time } from './columns.ts'

/** Letters between businesses and authorities. */
export interface CorrespondenceTables {
  readonly correspondence_thread: CorrespondenceThreadTable
  readonly letter: LetterTable
  readonly letter_attachment: LetterAttachmentTable
  readonly letter_cursor: LetterCursorTable
}

/** One matter that is written about, with a case or without. */
export interface CorrespondenceThreadTable {
  id: string
  tenant_id: string
  case_id: string | null
  /** The channel of the outbox by which its letters go. */
  channel: string
  kind:
    | 'question'
    | 'enquiry'
    | 'voluntary-correction'
    | 'repayment-claim'
    | 'ruling-request'
    | 'appeal'
  subject: string
  /** The declaration that it is about. */
  mrn: string | null
  opened_by: 'trader' | 'office'
  /** Our reference of the letter that opened it; absent where the office has written first. */
  reference: string | null
  /** The office's reference; absent until it has the first letter. */
  office_reference: string | null
  state: 'written' | 'open' | 'answered' | 'decided' | 'closed' | 'refused'
  /** Whose turn it is; absent where it is nobody's. */
  awaits: 'trader' | 'office' | null
  /** Calendar date. */
  answer_due_on: string | null
  /** The day on which somebody is reminded next. */
  remind_on: string | null
  /** `ThreadMatter`: what the kind brings with it. */
  matter: Json | null
  /** `ThreadDecision`. */
  decision: Json | null
  /** `RefusalError[]`: why the office has not taken the first letter. */
  refusal: Json | null
  opened_at: Time
  /** Of the first letter in which the other side has answered. */
  first_answer_at: OptionalTime
  updated_at: Time
  erased_at: OptionalTime
}

/** One letter of a thread, from us or from the office. */
export interface LetterTable {
  id: string
  tenant_id: string
  thread_id: string
  written_by: 'trader' | 'office'
  /** `Actor` of ours; absent of the office's letters. */
  actor: Json | null
  /** The officer, where the office names one. */
  officer: string | null
  text: string
  /** The message of the outbox that carries it. */
  message_id: string | null
  /** The office's id of its own letter, by which repeats are known. */
  office_letter_id: string | null
  written_at: Time
  erased_at: OptionalTime
}

/** A paper that goes with a letter; its bytes lie with the papers. */
export interface LetterAttachmentTable {
  letter_id: string
  attachment_id: string
  tenant_id: string
  position: number
}

/** How far the letters of a channel have been read, of all businesses together. */
export interface LetterCursorTable {
  channel: string
  cursor: string
  read_at: Time
}
