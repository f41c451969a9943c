import type { AuthorityContactView } from '../../../../api/authority-contacts.ts'
import type { Topic } from './topic-words.ts'

/** A contact as it is typed: every field is there, and empty where nothing is said. */
export interface ContactDraft {
  readonly topic: Topic
  readonly office: string
  readonly desk: string
  readonly person: string
  readonly role: string
  readonly email: string
  readonly phone: string
  /** One line of the address a line. */
  readonly address: string
  readonly hours: string
  /** Codes with spaces or commas between them. */
  readonly languages: string
  readonly notes: string
  readonly validFrom: string
  readonly validUntil: string
}

/** A contact of which nothing is said yet. */
export const blankContact: ContactDraft = {
  ...{ topic: 'clearance', office: '', desk: '', person: '', role: '', email: '', phone: '' },
  ...{ address: '', hours: '', languages: '', notes: '', validFrom: '', validUntil: '' },
}

/** A contact as it can be typed over. */
export function draftOf(contact: AuthorityContactView): ContactDraft {
  const { address = [], languages = [], ...others } = contact
  const said = Object.fromEntries(
    Object.keys(blankContact).flatMap((name) => {
      const value = others[name as keyof typeof others]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
  return {
    ...blankContact,
    ...said,
    address: address.join('\n'),
    languages: languages.join(', '),
  }
}

/** What of a draft is sent: fields that are empty are left out. */
export function statedIn(draft: ContactDraft): object {
  const { address, languages, ...others } = draft
  const lines = partsOf(address, /\n/)
  const codes = partsOf(languages, /[\s,，、;]+/).map((code) => code.toLowerCase())
  const texts = Object.entries(others).flatMap(([name, value]) => {
    // Notes and hours are one line each at the interface.
    const text = value.replaceAll(/\s+/g, ' ').trim()
    return text === '' ? [] : [[name, text] as const]
  })
  return {
    ...Object.fromEntries(texts),
    ...(lines.length > 0 && { address: lines }),
    ...(codes.length > 0 && { languages: [...new Set(codes)] }),
  }
}

function partsOf(text: string, between: RegExp): readonly string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
