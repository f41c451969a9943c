/** Writes what happens for a person at a terminal: numbered steps, each with its facts below. */
export interface Narrator {
  line(text: string): void
  step(title: string, facts?: readonly Fact[]): void
}

/** A fact below a step; the names are set to one width, so the values stand in a column. */
export type Fact = readonly [name: string, value: string]

const NAME_WIDTH = 18

/**
 * A narrator who numbers the steps from 1 for as long as it lives.
 *
 * @param write takes whole lines, each with its end
 */
export function narrator(write: (text: string) => void): Narrator {
  let steps = 0
  const line = (text: string): void => write(`${text}\n`)
  return {
    line,
    step: (title, facts = []) => {
      steps += 1
      line(`\n${String(steps).padStart(2)}. ${title}`)
      for (const [name, value] of facts) line(`    ${name.padEnd(NAME_WIDTH)} ${value}`)
    },
  }
}
