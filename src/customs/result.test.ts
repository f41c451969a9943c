import { describe, expect, it } from 'vitest'
import { checked, combine, combineAll, failure, type Failure, resultOf, success } from './result.ts'

const missing: Failure = { code: 'fact-missing', path: '/a', message: 'a is missing.' }
const unknown: Failure = { code: 'not-found', path: '/b', message: 'b is not there.' }

describe('results', () => {
  it('is a success only where nothing was found wrong', () => {
    expect(resultOf([], () => 1)).toEqual(success(1))
    expect(resultOf([missing, unknown], () => 1)).toEqual(failure(missing, unknown))
    expect(checked([missing])).toEqual(failure(missing))
  })

  it('puts the values of all parts together', () => {
    expect(combine({ one: success(1), two: success('2') })).toEqual(success({ one: 1, two: '2' }))
    expect(combineAll([success(1), success(2)])).toEqual(success([1, 2]))
  })

  it('names the failures of all parts, not only of the first', () => {
    expect(combine({ one: failure(missing), two: success(1), three: failure(unknown) })).toEqual(
      failure(missing, unknown),
    )
    expect(combineAll([failure(missing), failure(unknown)])).toEqual(failure(missing, unknown))
  })
})
