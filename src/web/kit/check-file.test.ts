import { describe, expect, it } from 'vitest'

import { problemOf } from './api/problem.ts'
import { checkFile, paperLimits, photoLimits, tableLimits, type FileLimits } from './check-file.ts'

const MEBIBYTE = 1024 * 1024

function refusalOf(limits: FileLimits, name: string, type: string, size = 1_000) {
  try {
    checkFile({ name, type, size }, limits)
    return undefined
  } catch (error) {
    return problemOf(error).failures[0]
  }
}

describe('a file that somebody chose', () => {
  it('passes where the interface takes it', () => {
    expect(refusalOf(paperLimits, 'scan.pdf', 'application/pdf', 10 * MEBIBYTE)).toBeUndefined()
    expect(refusalOf(photoLimits, 'cups.JPG', 'image/jpeg')).toBeUndefined()
    expect(refusalOf(tableLimits, 'List.CSV', 'application/vnd.ms-excel')).toBeUndefined()
    expect(refusalOf(tableLimits, 'list.tsv', '')).toBeUndefined()
  })

  it('is refused with its size in megabytes, never rounded down to what is taken', () => {
    expect(refusalOf(paperLimits, 'scan.pdf', 'application/pdf', 10 * MEBIBYTE + 1)).toMatchObject({
      code: 'too-large',
      message: 'scan.pdf has 10.1 MB; at most 10 MB are taken.',
      zh: { message: 'scan.pdf 有 10.1 MB，最大为 10 MB。' },
    })
  })

  it('is refused where it is of another kind, with what to choose', () => {
    expect(refusalOf(photoLimits, 'scan.pdf', 'application/pdf')?.code).toBe('unsupported-type')
    expect(refusalOf(tableLimits, 'list.xlsx', '')?.mend).toContain('CSV UTF-8')
  })

  it('is refused where there is nothing in it', () => {
    expect(refusalOf(tableLimits, 'list.csv', 'text/csv', 0)?.message).toBe('list.csv is empty.')
  })
})
