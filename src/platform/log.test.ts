import { describe, expect, it } from 'vitest'

import { createLog } from './log.ts'

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(
    createLog({
      level: 'info',
      name: 'test',
      destination: { write: (line) => void lines.push(line) },
    }),
  )
  return lines.join('')
}

describe('the log', () => {
  it('blacks out secrets on the record, one object deep, and in headers', () => {
    const text = linesOf((log) => {
      log.info({ password: 'hunter2', login: { token: 'hunter2' }, apiKey: 'hunter2' }, 'fields')
      log.info({ req: { headers: { authorization: 'hunter2', cookie: 'hunter2' } } }, 'request')
      log.info({ headers: { 'set-cookie': 'hunter2', 'x-api-key': 'hunter2' } }, 'headers')
    })
    expect(text).not.toContain('hunter2')
    expect(text.match(/\[redacted\]/g)).toHaveLength(7)
  })

  it('carries the process and a bound correlation id on every line', () => {
    const text = linesOf((log) => log.child({ correlationId: 'c1' }).info({ caseId: 'k' }, 'done'))
    expect(JSON.parse(text)).toMatchObject({
      name: 'test',
      correlationId: 'c1',
      caseId: 'k',
      msg: 'done',
    })
  })

  it('says nothing below its level', () => {
    expect(linesOf((log) => log.debug('detail'))).toBe('')
  })
})
