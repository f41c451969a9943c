import type { FastifySchemaCompiler } from 'fastify'
import { describe, expect, test, vi } from 'vitest'
import { type TSchema, Type } from 'typebox'

import { BodiesReadBefore, LONGEST_REMEMBERED_BODY } from './bodies-read-before.ts'

const keepAll = () => true
const schema = Type.Object({})

describe('a body that came before', () => {
  test('is one value, which cannot be changed at any depth', () => {
    const bodies = new BodiesReadBefore(keepAll)
    const body = { lines: [{ quantity: 1 }] }
    bodies.keep('text', body)
    expect(bodies.find('text')).toBe(body)
    expect(() => (body.lines[0]!.quantity = 2)).toThrow(TypeError)
    expect(bodies.find('other text')).toBeUndefined()
  })

  test('is not kept where it is long or may not stay in memory', () => {
    const bodies = new BodiesReadBefore((body) => !('name' in (body as object)))
    const long = 'x'.repeat(LONGEST_REMEMBERED_BODY + 1)
    bodies.keep(long, {})
    bodies.keep('personal', { name: 'Li Na' })
    expect([bodies.find(long), bodies.find('personal')]).toEqual([undefined, undefined])
  })

  test('is checked once if it was valid, and each time if it was not or was not kept', () => {
    const check = vi.fn((body: unknown) =>
      (body as { bad?: boolean }).bad ? { error: new Error('bad') } : { value: body },
    )
    const compile: FastifySchemaCompiler<TSchema> = () => check
    const bodies = new BodiesReadBefore(keepAll)
    const checked = bodies.checkedOnce(compile)({
      schema,
      method: 'POST',
      url: '/',
      httpPart: 'body',
    })
    const good = {}
    const bad = { bad: true }
    const notKept = {}
    bodies.keep('good', good)
    bodies.keep('bad', bad)
    for (const body of [good, bad, notKept]) {
      const first = checked(body)
      expect(checked(body)).toEqual(first)
    }
    expect(check.mock.calls.map(([body]) => body)).toEqual([good, bad, bad, notKept, notKept])
  })
})
