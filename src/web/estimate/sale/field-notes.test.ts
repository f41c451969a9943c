import { expect, test } from 'vitest'

import { ProblemError } from '../../kit/api/problem.ts'
import { fieldNotesOf, notesAt } from './field-notes.ts'
import { formHint } from './form-hints.ts'

const refused = (...paths: readonly string[]) =>
  new ProblemError({
    ...{ type: '', status: 400, title: '', detail: '', requestId: '' },
    failures: paths.map((path) => ({ code: 'invalid-input', path, message: path })),
  } as never)

test('a fault stands beside the field of its place, also where the sale is a part of the question', () => {
  const notes = fieldNotesOf(refused('/sale/lines/0/unitPrice/amount', '/destination/country'))
  expect(notesAt(notes, '/lines/0/unitPrice')).toHaveLength(1)
  expect(notesAt(notes, '/destination/country')).toHaveLength(1)
})

test('the one field for the currency is told once, however many amounts have it', () => {
  const paths = [0, 1].map((line) => `/lines/${line}/unitPrice/currency`)
  const notes = fieldNotesOf(refused(...paths, '/freight/currency'))
  expect(notesAt(notes, '/currency')).toHaveLength(1)
  expect(notesAt(notes, '/lines/0/unitPrice')).toHaveLength(0)
})

test('what has not the form is told by what is wanted; every other fault by its own words', () => {
  const path = '/lines/0/commodityCode'
  expect(formHint({ code: 'invalid-input', path })?.en).toBe('4 to 12 digits')
  expect(formHint({ code: 'unknown-commodity-code', path })).toBeUndefined()
})
