import { QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'

import { ProblemError, type Problem } from './problem.ts'
import { createQueries, tellsWhoIsSignedIn } from './queries.ts'

const refusal = (code: string, status: number) =>
  new ProblemError({ status, failures: [{ code }], detail: '' } as unknown as Problem)

/** A page that has read who is signed in; counts how often it asks. */
async function openedPage() {
  const queries = createQueries()
  let asked = 0
  const session = new QueryObserver(queries, {
    queryKey: ['session'],
    queryFn: () => Promise.resolve((asked += 1)),
    meta: tellsWhoIsSignedIn,
  })
  session.subscribe(() => undefined)
  await expect.poll(() => asked).toBe(1)
  const fails = (error: Error) =>
    queries
      .query({ queryKey: ['cases'], queryFn: () => Promise.reject(error), retry: false })
      .catch(() => undefined)
  const changeFails = (error: Error) =>
    queries
      .getMutationCache()
      .build(queries, { mutationFn: () => Promise.reject(error) })
      .execute(undefined)
      .catch(() => undefined)
  return { asked: () => asked, fails, changeFails }
}

describe('a request that is refused because nobody is signed in any more', () => {
  it('has the page ask who is signed in, for a reading as for a change', async () => {
    const page = await openedPage()
    await page.fails(refusal('unauthenticated', 401))
    await expect.poll(page.asked).toBe(2)
    await page.changeFails(refusal('unauthenticated', 401))
    await expect.poll(page.asked).toBe(3)
  })

  it('is told apart from other refusals and from a passkey that lets nobody in', async () => {
    const page = await openedPage()
    await page.fails(refusal('forbidden', 403))
    await page.changeFails(refusal('sign-in-refused', 401))
    expect(page.asked()).toBe(1)
  })
})
