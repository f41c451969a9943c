import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataSets } from './data-set.ts'
import { ruleFamilies, rulesOf } from './rule-sets.ts'

const rules = ruleFamilies.flatMap((family) => family.rules)
const folder = import.meta.dirname

/** The tests that plant errors, as text. */
const tests = [folder, join(folder, '..')].flatMap((path) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.test.ts') && name !== 'rule-sets.test.ts')
    .map((name) => readFileSync(join(path, name), 'utf8')),
)

describe('the rules of declarations', () => {
  it('have a name each, that no other has', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('say in both languages what they ask for, and where it is written', () => {
    for (const { id, asks, mend, source } of rules) {
      for (const text of [asks, mend]) {
        expect(text.en.length, id).toBeGreaterThan(5)
        expect(text.zh, id).toMatch(/[\u4e00-\u9fff]/)
      }
      expect(source.document, id).not.toBe('')
      expect(source.address, id).toMatch(/^https:\/\//)
    }
  })

  it('are each proved by a test that names them', () => {
    // The rules of H7 are proved by what its filling gives and by the samples, not by name.
    const named = rules.filter(({ id }) => !id.startsWith('h7-'))
    const unproved = named.filter(({ id }) => {
      const name = id.replace(/^code-listed-/, '')
      return !tests.some((text) => text.includes(`'${name}'`) || text.includes(` ${name}: `))
    })
    expect(unproved.map(({ id }) => id)).toEqual([])
  })

  it('are there for every data set', () => {
    expect(dataSets.filter((dataSet) => rulesOf(dataSet).length < 10)).toEqual([])
  })
})
