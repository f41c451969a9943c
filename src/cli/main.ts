import { argv, env, stderr, stdin, stdout } from 'node:process'

import { runCommandLine } from './program.ts'

// Whoever reads our output may stop early, as `head` does: that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// Set rather than exited with, so that what is still being written to a pipe arrives.
process.exitCode = await runCommandLine(argv.slice(2), { stdin, stdout, stderr, environment: env })
