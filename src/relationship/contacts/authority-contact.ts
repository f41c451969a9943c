import type { ContactTopic } from '../../customs/authorities/authority.ts'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { Failure } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Row } from '../../platform/postgres/index.ts'

/** Whom a business can turn to at an authority, as it writes it down itself. */
export interface AuthorityContactFacts {
  /** What one turns there for. */
  readonly topic: ContactTopic
  readonly office: string
  readonly desk?: string
  /** A person by name. */
  readonly person?: string
  /** What the person does there. */
  readonly role?: string
  readonly email?: string
  readonly phone?: string
  /** Lines of the postal address. */
  readonly address?: readonly string[]
  readonly hours?: string
  /** ISO 639-1 codes. */
  readonly languages?: readonly string[]
  readonly notes?: string
  readonly validFrom?: LocalDate
  /** The last day on which it holds. */
  readonly validUntil?: LocalDate
}

/** A contact as it stands in the book. */
export interface AuthorityContact extends AuthorityContactFacts {
  readonly contactId: string
  /** Goes up by one with each change; an edit names the version that it was made on. */
  readonly version: number
  readonly changedAt: Instant
  /** Who wrote it last, by reference. */
  readonly changedBy: object
}

/** The contact of a row. */
export function contactOf(row: Row<'authority_contact'>): AuthorityContact {
  return {
    ...(row.facts as AuthorityContactFacts),
    topic: row.topic as ContactTopic,
    contactId: row.id,
    version: row.version,
    changedAt: instantOf(row.changed_at),
    changedBy: row.changed_by,
  }
}

/** An id under which the book has no contact. */
export function noSuchContact(contactId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no contact ${contactId} in the book of this authority.`,
    mend: 'It may have been removed; look for it in the list of contacts.',
    zh: {
      message: `该海关的联系簿中没有联系人 ${contactId}。`,
      mend: '该联系人可能已被删除，请在列表中查找。',
    },
  }
}
