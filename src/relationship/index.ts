export type { AuthorityContact, AuthorityContactFacts } from './contacts/authority-contact.ts'
export { addContact, removeContact, replaceContact } from './contacts/change-contacts.ts'
export { listContacts, readContact } from './contacts/find-contacts.ts'
export type { ChangeOfDue, Correction } from './record/corrections-of-case.ts'
export { type Corrections, readCorrections } from './record/corrections.ts'
export { type DecidedLetter, readDecidedLetters } from './record/decided-letters.ts'
export { type OpenMatter, readOpenMatters } from './record/open-matters.ts'
export { readResponseTimes, type ResponseTime } from './record/response-times.ts'
export {
  addDocument,
  addJudgement,
  type NewDocumentEvidence,
  type NewJudgement,
  noSuchEvidence,
  withdrawEvidence,
} from './standing/change-evidence.ts'
export { readStanding, type SchemeStanding } from './standing/read-standing.ts'
export type { StandingEvidence } from './standing/standing-evidence.ts'
