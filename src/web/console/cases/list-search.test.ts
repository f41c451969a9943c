import { describe, expect, test } from 'vitest'

import { isNarrowed, queryOf, readListSearch, savedFilterOf } from './list-search.ts'

describe('the address of the list', () => {
  test('says what is narrowed, sorted and searched', () => {
    const search = { state: ['ready'], whose: 'yours', sort: 'highest-value', search: 42 }
    expect(readListSearch(search)).toEqual({
      state: ['ready'],
      whose: ['yours'],
      sort: 'highest-value',
      search: '42',
    })
  })

  test('says which action on many cases is followed, which narrows nothing', () => {
    const search = readListSearch({ run: 'run_1a2b', state: 'ready' })
    expect(search).toEqual({ run: 'run_1a2b', state: ['ready'] })
    expect(savedFilterOf(search)).toEqual({ state: ['ready'] })
    expect(isNarrowed(readListSearch({ run: 'run_1a2b' }))).toBe(false)
    expect(readListSearch({ run: '../people' })).toEqual({})
  })

  test('shows a list where it says something wrong', () => {
    const search = {
      state: ['gone'],
      waitedHours: -1,
      valueFrom: '10',
      sort: 'no',
      openedFrom: 'x',
    }
    expect(readListSearch(search)).toEqual({})
    expect(isNarrowed(readListSearch(search))).toBe(false)
  })

  test('keeps the searched words out of what is saved', () => {
    expect(savedFilterOf({ search: 'Quackenbush', state: ['ready'], sort: 'reference' })).toEqual({
      state: ['ready'],
    })
  })

  test('becomes a query in which a name stands once for each value', () => {
    expect(queryOf({ state: ['ready', 'lodged'], search: 'a b' })).toBe(
      'state=ready&state=lodged&search=a+b',
    )
  })
})
