/**
 * Gives work up that is not done in time. What it fails with afterwards is heard by nobody.
 *
 * @param who is said not to have been done
 */
export async function withinTime<T>(ms: number, who: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${who} was not done within ${ms} ms`))
    }, ms)
  })
  const working = work()
  working.catch(() => undefined)
  try {
    return await Promise.race([working, late])
  } finally {
    clearTimeout(timer)
  }
}
