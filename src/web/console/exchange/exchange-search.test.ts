import { expect, test } from 'vitest'

import { messageQueryOf, readExchangeSearch } from './exchange-search.ts'

test('the address says what is shown and how it is narrowed', () => {
  const search = {
    ...{ list: 'strays', state: 'dead', kind: 'arrival', channel: 'uk-cds', caseId: 'case_1' },
    ...{ by: 'hour', message: 'message_1', stray: 'stray_1' },
  }
  expect(readExchangeSearch(search)).toEqual(search)
  expect(messageQueryOf(readExchangeSearch(search))).toBe(
    'state=dead&kind=arrival&channel=uk-cds&caseId=case_1',
  )
})

test('what an address says wrongly is left out', () => {
  const wrong = {
    ...{ list: 'messages', state: 'lost', kind: 'toString', channel: 'a b', caseId: 'x' },
    ...{ by: 'minute', message: '<script>', stray: 7 },
  }
  expect(readExchangeSearch(wrong)).toEqual({})
})
