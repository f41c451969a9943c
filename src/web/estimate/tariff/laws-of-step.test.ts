import { expect, test } from 'vitest'

import { lawsOfStep } from './laws-of-step.ts'

const period = (...duties: readonly (readonly [law: string, rate: string])[]) =>
  ({
    rates: {
      options: [
        {
          duties: duties.map(([title, rate]) => ({ law: { title }, rate, name: { en: title } })),
        },
      ],
    },
  }) as never

const titles = (laws: readonly { readonly title: string }[]) => laws.map(({ title }) => title)

test('a step names the laws that begin, that change their rate and that end', () => {
  const before = period(['schedule', '16.5%'], ['section 301', '7.5%'], ['IEEPA', '10%'])
  const now = period(['schedule', '16.5%'], ['section 301', '25%'], ['section 122', '10%'])
  const { begun, ended } = lawsOfStep(before, now)
  expect(titles(begun)).toEqual(['section 301', 'section 122'])
  expect(titles(ended)).toEqual(['IEEPA'])
})

test('the first period names all its laws, and one without rates ends none', () => {
  const first = period(['schedule', '16.5%'])
  expect(titles(lawsOfStep(undefined, first).begun)).toEqual(['schedule'])
  expect(lawsOfStep(first, { failures: [] } as never)).toEqual({ begun: [], ended: [] })
})
