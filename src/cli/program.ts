import { Command, CommanderError } from 'commander'

import { BadInput } from './bad-input.ts'
import { addCoverageCommand } from './commands/coverage.ts'
import { addDeclareCommand } from './commands/declare.ts'
import { addDutyCommands } from './commands/duty.ts'
import { addExchangeCommands } from './commands/exchange.ts'
import { addKeyCommands } from './commands/key.ts'
import { addLifeCycleCommand } from './commands/life-cycle.ts'
import { addMessageCommands } from './commands/message.ts'
import { addMigrateCommand } from './commands/migrate.ts'
import { addOrderCommands } from './commands/order.ts'
import { addPersonCommands } from './commands/person.ts'
import { addQuoteCommand } from './commands/quote.ts'
import { addRulesCommands } from './commands/rules.ts'
import { addServeCommands } from './commands/serve.ts'
import { addTariffCommands } from './commands/tariff.ts'
import { addTenantCommands } from './commands/tenant.ts'
import { addTrackingCommands } from './commands/tracking.ts'
import { exitCodes, writeLine, type ExitCode, type Terminal } from './terminal.ts'

/**
 * Runs one command line and gives the code that the process should exit with.
 *
 * @param words the arguments after the program's name
 * @throws whatever nobody foresaw: a fault of the program itself
 */
export async function runCommandLine(
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.success
  const program = buildProgram(terminal, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return endOfCommander(error, terminal)
    if (!(error instanceof BadInput)) throw error
    await writeLine(terminal.stderr, `tidewaiter: ${error.message}`)
    return exitCodes.badInput
  }
}

function buildProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('tidewaiter')
    .description('Takes an order bought abroad and gets its goods through customs.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: () => undefined,
    })
    .addHelpText('after', '\nExample:\n  $ bin/tidewaiter quote examples/marketplace-cn-gb.json')
  addQuoteCommand(program, terminal, finish)
  addDeclareCommand(program, terminal, finish)
  addDutyCommands(program, terminal, finish)
  addTariffCommands(program, terminal, finish)
  addRulesCommands(program, terminal)
  addCoverageCommand(program, terminal)
  addMessageCommands(program, terminal, finish)
  addExchangeCommands(program, terminal, finish)
  addOrderCommands(program, terminal, finish)
  addTrackingCommands(program, terminal, finish)
  addTenantCommands(program, terminal)
  addKeyCommands(program, terminal, finish)
  addPersonCommands(program, terminal, finish)
  addMigrateCommand(program, terminal)
  addServeCommands(program)
  addLifeCycleCommand(program, terminal)
  return program
}

/** Help was asked for, or the words make no command: the latter is told in one line. */
async function endOfCommander(
  { exitCode, code, message }: CommanderError,
  { stderr }: Terminal,
): Promise<ExitCode> {
  if (exitCode === 0) return exitCodes.success
  const problem = code === 'commander.help' ? 'no command was named' : message
  const what = problem
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replaceAll(/\s+/g, ' ')
  await writeLine(stderr, `tidewaiter: ${what}. See bin/tidewaiter --help.`)
  return exitCodes.badInput
}
