import { readdirSync, readFileSync } from 'node:fs'

/** What the kernel counts in: hundredths of a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

/** Processor time by the name of a process, in seconds. */
export type ProcessTimes = Readonly<Record<string, number>>

/**
 * The processor time that processes have used until now; children that were not given a name of
 * their own count with their parent. Only Linux tells it; elsewhere nothing is measured.
 */
export function processTimes(pids: Readonly<Record<string, number>>): ProcessTimes {
  const named = new Map(Object.entries(pids).map(([name, pid]) => [pid, name]))
  const totals: Record<string, number> = {}
  for (const { pid, parent, seconds } of runningProcesses()) {
    const name = named.get(pid) ?? named.get(parent)
    if (name !== undefined) totals[name] = (totals[name] ?? 0) + seconds
  }
  return totals
}

interface RunningProcess {
  readonly pid: number
  readonly parent: number
  readonly seconds: number
}

function runningProcesses(): readonly RunningProcess[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
}

function readProcess(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything, so the fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Own user and system time, then that of children that have ended, as PostgreSQL's backends do.
    const ticks = fields.slice(11, 15).map(Number)
    const seconds = ticks.reduce((sum, value) => sum + value, 0) / TICKS_PER_SECOND
    return { pid, parent: Number(fields[1]), seconds }
  } catch {
    // It has ended since its folder was listed.
    return undefined
  }
}
