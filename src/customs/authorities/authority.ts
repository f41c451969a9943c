import { Type, type Static } from 'typebox'

import { checkedReader } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { countryCode, localDate } from '../order/schema.ts'
import { type Result, success } from '../result.ts'

/** What one turns to an authority for. */
export const contactTopics = [
  'declarations',
  'clearance',
  'classification',
  'origin',
  'corrections',
  'repayments',
  'appeals',
  'authorisations',
  'technical',
  'other',
] as const

/** One of {@link contactTopics}. */
export type ContactTopic = (typeof contactTopics)[number]

const bilingual = Type.Object({ en: Type.String(), zh: Type.String() })

const contactPointSchema = Type.Object({
  id: Type.String(),
  topic: Type.Enum([...contactTopics]),
  office: bilingual,
  purpose: bilingual,
  email: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  /** Lines of the postal address. */
  address: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  website: Type.Optional(Type.String({ pattern: '^https://' })),
  hours: Type.Optional(bilingual),
  /** ISO 639-1 codes of the languages in which it can be written to. */
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2}$' })),
  validFrom: Type.Optional(localDate),
  validUntil: Type.Optional(localDate),
  /** `verified` was read in words of the authority itself, `secondary` in those of somebody else. */
  confidence: Type.Enum(['verified', 'secondary']),
  /** Ids of the sources. */
  sources: Type.Array(Type.String(), { minItems: 1 }),
  note: Type.Optional(bilingual),
})

const sourceSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  publisher: Type.String(),
  url: Type.String({ pattern: '^https://' }),
  readOn: localDate,
  readAs: Type.String(),
})

const fileSchema = Type.Object({
  sources: Type.Array(sourceSchema),
  authorities: Type.Array(
    Type.Object({
      id: Type.String(),
      name: bilingual,
      country: countryCode,
      contactPoints: Type.Array(contactPointSchema),
    }),
    { minItems: 1 },
  ),
})

type AuthorityFile = Immutable<Static<typeof fileSchema>>

/** Where a dated fact was read, and when. */
export type DatedSource = AuthorityFile['sources'][number]

/** A place that an authority has published, with the sources themselves in place of their ids. */
export type ContactPoint = Omit<
  AuthorityFile['authorities'][number]['contactPoints'][number],
  'sources'
> & { readonly sources: readonly DatedSource[] }

/** A customs authority that businesses deal with. */
export interface Authority {
  /** That of the format in which it is declared to, such as `uk-cds`. */
  readonly id: string
  readonly name: AuthorityFile['authorities'][number]['name']
  readonly country: string
  readonly contactPoints: readonly ContactPoint[]
}

const readFile = checkedReader<AuthorityFile>(fileSchema)

/** Reads the contents of `data/gb/authority-contacts.json`. */
export function readAuthorities(json: unknown): Result<readonly Authority[]> {
  const file = readFile(json)
  if (!file.ok) return file
  const { sources, authorities } = file.value
  return success(
    authorities.map((authority) => ({
      ...authority,
      contactPoints: authority.contactPoints.map((point) => ({
        ...point,
        sources: sources.filter(({ id }) => point.sources.includes(id)),
      })),
    })),
  )
}
