import { expect, test } from 'vitest'

import type { AuthorityContactView } from '../../../../api/authority-contacts.ts'
import { blankContact, draftOf, statedIn } from './contact-draft.ts'

const contact = {
  ...{ id: 'contact_1', version: 3, changedAt: '2026-09-01T12:00:00.000Z' },
  changedBy: { kind: 'person', id: 'person_1' },
  ...{ topic: 'appeals', office: 'Reviews', email: 'reviews@example.org' },
  ...{ address: ['7th Floor', 'Southend-on-Sea'], languages: ['en', 'zh'] },
} as unknown as AuthorityContactView

test('what is typed over and sent again says the same', () => {
  expect(statedIn(draftOf(contact))).toEqual({
    ...{ topic: 'appeals', office: 'Reviews', email: 'reviews@example.org' },
    ...{ address: ['7th Floor', 'Southend-on-Sea'], languages: ['en', 'zh'] },
  })
})

test('what is empty is not sent, and languages are taken as people write them', () => {
  expect(
    statedIn({ ...blankContact, office: ' Hub ', languages: 'EN，zh, en', address: '\n1 Quay \n' }),
  ).toEqual({ topic: 'clearance', office: 'Hub', languages: ['en', 'zh'], address: ['1 Quay'] })
})
