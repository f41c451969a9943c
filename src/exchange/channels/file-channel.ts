import type { Channel, Collected, Inquiry, SendOutcome, TakeIn } from '../channel.ts'
import type { OutboxMessage } from '../outbox.ts'
import { collectFiles, type SeenFiles } from './collect-files.ts'
import type { DispatchRecord } from './dispatch-record.ts'
import type { FilePlace, Files } from './file-place.ts'
import { messageFileName, UNFINISHED } from './message-file-name.ts'

/** Which folders a channel by files uses, with every choice made. */
export interface ChannelFolders {
  readonly outgoing: string
  readonly outgoingTaken?: string
  readonly incoming: string
  readonly taken: string
  readonly aside: string
}

/** A channel by files: the same rules on a disk and on a server. */
export interface FileChannelOptions {
  readonly name: string
  readonly place: FilePlace
  readonly folders: ChannelFolders
  readonly record: DispatchRecord
  readonly sizeMaxBytes: number
  readonly settleSeconds: number
  readonly collectEverySeconds: number
  /** Milliseconds since 1970 by the clock of the installation. */
  readonly now: () => number
}

/**
 * Messages go out as files and answers come in as files. A message is written under an unfinished
 * name and then renamed, so nobody ever sees half of it; its name follows from the message, so a
 * repeated sending leaves one file.
 */
export function fileChannel(options: FileChannelOptions): Channel {
  const { name, place, folders, collectEverySeconds } = options
  const seen: SeenFiles = new Map()
  return {
    name,
    send: (message) => sendFile(options, message),
    inquire: (message) => findFile(options, message),
    // Nothing is kept for us by conversation: what came lies in the folder of answers.
    pull: () => Promise.resolve(undefined),
    collecting: {
      everySeconds: collectEverySeconds,
      collect: (take: TakeIn): Promise<Collected> =>
        place.within((files) => collectFiles(files, { ...options, folders, seen, take })),
    },
  }
}

interface Paths {
  readonly unfinished: string
  readonly final: string
  readonly taken?: string
}

function pathsOf({ outgoing, outgoingTaken }: ChannelFolders, message: OutboxMessage): Paths {
  const name = messageFileName(message)
  return {
    unfinished: `${outgoing}/.${name}${UNFINISHED}`,
    final: `${outgoing}/${name}`,
    ...(outgoingTaken !== undefined && { taken: `${outgoingTaken}/${name}` }),
  }
}

async function sendFile(
  { place, folders, record }: FileChannelOptions,
  message: OutboxMessage,
): Promise<SendOutcome> {
  const paths = pathsOf(folders, message)
  const progress = { isRenaming: false }
  try {
    return await place.within(async (files) => {
      if (await liesThere(files, paths)) return { kind: 'delivered' }
      await files.write(paths.unfinished, message.body)
      await record.aboutToRename(message)
      progress.isRenaming = true
      await files.move(paths.unfinished, paths.final)
      return { kind: 'delivered' }
    })
  } catch (error) {
    // Before the renaming nobody can have seen the file; after it has begun, somebody may have.
    return { kind: progress.isRenaming ? 'unknown' : 'not-sent', why: (error as Error).message }
  }
}

/**
 * Whether the other side has or had the file. A file that was about to be renamed, and lies neither
 * under its unfinished name nor under its own, was renamed and has been taken since.
 */
async function findFile(
  { place, folders, record }: FileChannelOptions,
  message: OutboxMessage,
): Promise<Inquiry> {
  const paths = pathsOf(folders, message)
  try {
    const wasRenaming = await record.wasAboutToRename(message)
    return await place.within(async (files) => {
      if (!(await files.exists(folders.outgoing))) {
        return { kind: 'no-answer', why: `the folder ${folders.outgoing} is not there` }
      }
      if (await liesThere(files, paths)) return { kind: 'known' }
      const isGone = wasRenaming && !(await files.exists(paths.unfinished))
      return { kind: isGone ? 'known' : 'not-known' }
    })
  } catch (error) {
    return { kind: 'no-answer', why: (error as Error).message }
  }
}

async function liesThere(files: Files, { final, taken }: Paths): Promise<boolean> {
  return (await files.exists(final)) || (taken !== undefined && (await files.exists(taken)))
}
