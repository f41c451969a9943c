import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { expect } from 'vitest'
import { isLocalDate } from '../../src/customs/calendar/local-date.ts'

const dataFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'data')

/** A file of the shipped data. */
export const readJson = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(resolve(dataFolder, ...path), 'utf8'))

/** The names of the files in a folder of the shipped data, in order. */
export const namesIn = (...path: readonly string[]): readonly string[] =>
  readdirSync(resolve(dataFolder, ...path)).toSorted()

/** Reads a file and fails with every place where it breaks its shape. */
export function readShaped<T extends TSchema>(shape: T, ...path: readonly string[]): Static<T> {
  const value = readJson(...path)
  const findings = Compile(shape).Errors(value)
  expect(findings.map((finding) => `${finding.instancePath} ${finding.message}`)).toEqual([])
  return value as Static<T>
}

/** All values that a property of this name has anywhere in a tree. */
export function valuesNamed(name: string, node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap((child: unknown) => valuesNamed(name, child))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) => [
    ...(key === name ? [child] : []),
    ...valuesNamed(name, child),
  ])
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function daysIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return DAY.test(node) ? [node] : []
  if (typeof node !== 'object' || node === null) return []
  return Object.values(node).flatMap(daysIn)
}

/** Ids of sources that facts name but the file does not list, and days that do not exist. */
export function looseEndsOf(file: unknown): readonly string[] {
  const lists = valuesNamed('sources', file).filter(Array.isArray).flat() as readonly unknown[]
  const known = new Set(
    lists.flatMap((item) => (typeof item === 'object' ? [(item as { id: string }).id] : [])),
  )
  const unknown = lists.filter((item) => typeof item === 'string' && !known.has(item))
  return [...unknown.map(String), ...daysIn(file).filter((text) => !isLocalDate(text))]
}

/** Values that stand in a list more than once. */
export function repeatedIn(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** Days in which something of a key holds. */
export interface Window {
  readonly key: string
  readonly from: string
  readonly until: string | undefined
}

/** Windows of one key that share a day; `until` is the first day after the window. */
export function overlapsOf(windows: readonly Window[]): readonly string[] {
  const sorted = windows.toSorted((a, b) => (a.key + a.from < b.key + b.from ? -1 : 1))
  return sorted.flatMap((window, index) => {
    const next = sorted[index + 1]
    if (next === undefined || next.key !== window.key) return []
    const apart = window.until !== undefined && window.until <= next.from
    return apart ? [] : [`${window.key} ${window.from} ${next.from}`]
  })
}

/** The rows of a table of the shipped data by their headings. */
export const rowsOf = (...path: readonly string[]): readonly Record<string, string>[] =>
  parse(readFileSync(resolve(dataFolder, ...path), 'utf8'), { columns: true })
