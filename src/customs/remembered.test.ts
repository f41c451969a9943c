import { expect, it } from 'vitest'
import { Remembered } from './remembered.ts'

it('works the same thing out once', () => {
  const lengths = new Remembered<number>(10)
  let count = 0
  const lengthOf = (word: string) =>
    lengths.of(word, () => {
      count += 1
      return word.length
    })
  expect(['duty', 'tax', 'duty', 'tax'].map(lengthOf)).toEqual([4, 3, 4, 3])
  expect(count).toBe(2)
})

it('begins anew once it holds as much as it may', () => {
  const lengths = new Remembered<number>(2)
  const worked: string[] = []
  for (const word of ['a', 'b', 'c', 'c', 'a']) {
    lengths.of(word, () => worked.push(word))
  }
  expect(worked).toEqual(['a', 'b', 'c', 'a'])
})
