import type { LodgedDeclaration } from '../message/lodged-declaration.ts'

/** The parties of an entry whose past the office keeps in mind. */
export const partyRoles = ['exporter', 'importer', 'declarant'] as const

/** One of {@link partyRoles}. */
export type PartyRole = (typeof partyRoles)[number]

/** A party in its part, by its EORI or else by its name, without regard to case. */
export interface KnownParty {
  readonly role: PartyRole
  readonly party: string
}

/** How many entries of a party were accepted before, and in how many an officer found something wrong. */
export interface PartyRecord {
  readonly entries: number
  readonly findings: number
}

/** What the office has seen of a party so far; nothing of one that it never saw. */
export type PartyHistory = (party: KnownParty) => PartyRecord

/** The parties that a declaration names well enough to know them again. */
export function partiesOf(declaration: LodgedDeclaration): readonly KnownParty[] {
  return partyRoles.flatMap((role) => {
    const { id, name } = declaration[role]
    const party = (id ?? name ?? '').trim().toLowerCase()
    return party === '' ? [] : [{ role, party }]
  })
}
