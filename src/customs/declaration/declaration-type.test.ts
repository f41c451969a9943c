import { describe, expect, it } from 'vitest'
import { declarationTypeParts, isPreLodged } from './declaration-type.ts'

describe('a declaration type', () => {
  it('is read into type and additional type', () => {
    expect(declarationTypeParts({ functionCode: '9', typeCode: 'IMD' })).toEqual({
      declarationType: 'IM',
      additionalDeclarationType: 'D',
    })
  })

  it('is not what the code of a request names', () => {
    expect(declarationTypeParts({ functionCode: '13', typeCode: 'COR' })).toBeUndefined()
  })

  it('tells what is lodged before arrival', () => {
    expect(isPreLodged({ declarationType: 'IM', additionalDeclarationType: 'D' })).toBe(true)
    expect(isPreLodged({ declarationType: 'IM', additionalDeclarationType: 'A' })).toBe(false)
  })
})
