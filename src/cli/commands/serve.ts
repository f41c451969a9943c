import type { Command } from 'commander'

const services = {
  api: { text: 'the HTTP interface', start: () => import('../../services/api.ts') },
  worker: { text: 'the jobs of all tenants', start: () => import('../../services/worker.ts') },
  authority: {
    text: 'the sandbox customs authority',
    start: () => import('../../authority/main.ts'),
  },
} as const

/** One service process each, as `npm start` runs them; for installations that supervise themselves. */
export function addServeCommands(program: Command): void {
  const serve = program.command('serve').summary('run one service of the system')
  for (const [name, { text, start }] of Object.entries(services)) {
    serve
      .command(name)
      .summary(text)
      .description(`Runs ${text} until it is told to stop. Settings come from the environment.`)
      .addHelpText('after', `\nExample:\n  $ bin/tidewaiter serve ${name}`)
      .action(async () => {
        await start()
      })
  }
}
