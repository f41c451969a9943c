import { Readable } from 'node:stream'
import { expect, test } from 'vitest'

import { inputLines } from './input-lines.ts'

async function linesOf(...chunks: readonly Buffer[]): Promise<readonly object[]> {
  const lines: object[] = []
  for await (const line of inputLines(Readable.from(chunks))) lines.push(line)
  return lines
}

test('a line may come in pieces that cut a character in two', async () => {
  const bytes = Buffer.from('一\r\nb\nc')
  expect(await linesOf(bytes.subarray(0, 2), bytes.subarray(2))).toEqual([
    { text: '一' },
    { text: 'b' },
    { text: 'c' },
  ])
})

test('a line that is not UTF-8 is told as such, and the next one is read', async () => {
  expect(await linesOf(Buffer.from([0xff, 0x0a, 0x61, 0x0a]))).toEqual([
    { fault: 'not-utf8' },
    { text: 'a' },
  ])
})

test('a line larger than any question is not kept, and the next one is read', async () => {
  const part = Buffer.alloc(16_000_000, 'a')
  expect(await linesOf(part, part, part, Buffer.from('b\nc'))).toEqual([
    { fault: 'too-long' },
    { text: 'c' },
  ])
})
