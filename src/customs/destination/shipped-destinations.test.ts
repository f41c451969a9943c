import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDestination } from './read-destination.ts'

const folder = new URL('../../../data/destinations/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('the destinations that are shipped', () => {
  test('are there', () => {
    expect(files).not.toHaveLength(0)
  })

  test.each(files)('%s has the form of a destination and no loose end', (name) => {
    const read = readDestination(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    expect(read.ok ? [] : read.failures).toEqual([])
    if (read.ok) expect(name).toBe(`${read.value.destination.toLowerCase()}.json`)
  })
})
