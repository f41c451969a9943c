import { availableParallelism, cpus, loadavg } from 'node:os'

/** What one benchmark has measured, as a section of `bench/RESULTS.md`. */
export interface Figures {
  readonly title: string
  /** What was measured and how, so that a reader can judge the figures. */
  readonly about: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What a reader must know to read the figures right. */
  readonly remarks?: readonly string[]
}

/** Prints a section in Markdown; `bin/bench.mjs` puts it into `bench/RESULTS.md`. */
export function printFigures({ title, about, columns, rows, remarks = [] }: Figures): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'))
  const section = [
    `## ${title}`,
    '',
    about,
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with ${process.version} on ${machine()}.`,
    '',
    ...[columns, rule, ...rows].map(line),
    ...(remarks.length === 0 ? [] : ['', ...remarks.map((remark) => `- ${remark}`)]),
    '',
  ]
  process.stdout.write(section.join('\n'))
}

const startedWith = loadavg()[0]

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor'
  return (
    `${availableParallelism()} cores of ${model}; ` +
    `load average when it began: ${startedWith?.toFixed(1) ?? 'unknown'}`
  )
}

/** Tells a person at the terminal how far it has come; standard output is for the figures. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** The value below which the given share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
}
