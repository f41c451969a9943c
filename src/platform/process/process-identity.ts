import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

import { isErrno } from '../private-file.ts'

const run = promisify(execFile)

/** Whether a process with this number runs, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  return isNumberTaken(pid) && !isZombie(pid)
}

/** Whether a process number is in use, be it only by a process that nobody has buried yet. */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM says that it exists but belongs to another user.
    return isErrno(error, 'EPERM')
  }
}

/** Sends a signal; a process that has ended in the meantime needs none. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error
  }
}

/** A container without an init process keeps the numbers of ended orphans for ever. */
function isZombie(pid: number): boolean {
  try {
    return fieldsAfterName(readFileSync(`/proc/${pid}/stat`, 'utf8'))[0] === 'Z'
  } catch {
    return false
  }
}

/** The fields of Linux's process status; the name before them may hold spaces and brackets. */
function fieldsAfterName(stat: string): readonly string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** The program and parameters of a process, `''` where it has ended. */
export async function commandLineOf(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim()
  } catch {
    return askPs(pid, 'command')
  }
}

/**
 * A text that no other process on this machine has had: numbers are given out again, a number
 * together with the moment at which the process began is not. `''` where the process has ended.
 */
export async function identityOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const startedAt = fieldsAfterName(stat)[19] ?? ''
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()}/${startedAt}`
  } catch {
    return askPs(pid, 'lstart')
  }
}

/** For systems without `/proc`, such as macOS. */
async function askPs(pid: number, field: 'command' | 'lstart'): Promise<string> {
  try {
    return (await run('ps', ['-o', `${field}=`, '-p', String(pid)])).stdout.trim()
  } catch {
    // `ps` fails for a number without a process, which is the question asked here.
    return ''
  }
}
