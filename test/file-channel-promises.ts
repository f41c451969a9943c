import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Channel, TakeIn } from '../src/exchange/channel.ts'
import type { DispatchRecord } from '../src/exchange/channels/dispatch-record.ts'
import { fileChannel } from '../src/exchange/channels/file-channel.ts'
import type { FilePlace, Files } from '../src/exchange/channels/file-place.ts'
import { messageFileName } from '../src/exchange/channels/message-file-name.ts'
import type { Receipt } from '../src/exchange/inbox.ts'
import type { OutboxMessage } from '../src/exchange/outbox.ts'
import { newLocalReference } from '../src/platform/ids.ts'
import type { Turns } from '../src/exchange/turns.ts'

/** A place over a folder of this machine, however it is reached. */
export interface ReachedPlace {
  readonly place: FilePlace
  close(): Promise<void>
}

export const freeTurns: Turns = { take: () => Promise.resolve() }

export function messageOf(text: string): OutboxMessage {
  const lrn = newLocalReference()
  return {
    ...{ messageId: `message-${lrn}`, tenantId: 'tenant', caseId: 'case', channel: 'test' },
    ...{
      kind: 'declaration',
      lrn,
      ducr: `6GB-${lrn}`,
      subject: lrn,
      body: Buffer.from(text),
      attempts: 1,
    },
  }
}

/** A record that lives as long as the test, as the database outlives a worker. */
export function rememberedDispatches(): DispatchRecord {
  const renaming = new Set<string>()
  return {
    aboutToRename: ({ messageId }) => {
      renaming.add(messageId)
      return Promise.resolve()
    },
    wasAboutToRename: ({ messageId }) => Promise.resolve(renaming.has(messageId)),
  }
}

/** A worker that is killed at a step: it does not happen, or it has happened and nobody hears of it. */
type Death = { readonly step: keyof Files; readonly when: 'before' | 'after' }

function dying(place: FilePlace, death: Death): FilePlace {
  return {
    within: (work) =>
      place.within((files) =>
        work({
          ...files,
          [death.step]: async (...given: never[]) => {
            if (death.when === 'after') {
              await (files[death.step] as (...given: never[]) => Promise<unknown>)(...given)
            }
            throw new Error('killed')
          },
        }),
      ),
  }
}

/** What every channel by files promises, whatever carries the files. */
export function describeFileChannel(
  transport: string,
  reach: (root: string) => Promise<ReachedPlace>,
): void {
  describe(`a channel by files, ${transport}`, () => {
    let root: string
    let reached: ReachedPlace
    let record: DispatchRecord
    let now: number
    let stored: string[]
    let refused: string[]
    let receipt: (text: string) => Receipt
    let take: TakeIn

    beforeAll(async () => {
      root = await mkdtemp(join(tmpdir(), 'tidewaiter-files-'))
      reached = await reach(root)
    })
    afterAll(async () => {
      await reached.close()
      await rm(root, { recursive: true, force: true })
    })
    beforeEach(async () => {
      for (const folder of ['out', 'gone', 'in']) {
        await rm(join(root, folder), { recursive: true, force: true })
        await mkdir(join(root, folder))
      }
      record = rememberedDispatches()
      now = 0
      ;[stored, refused] = [[], []]
      receipt = (text) => (stored.filter((one) => one === text).length > 1 ? 'known' : 'stored')
      take = {
        store: (bytes) => {
          stored.push(bytes.toString())
          return Promise.resolve(receipt(bytes.toString()))
        },
        refuse: (_bytes, why) => {
          refused.push(why)
          return Promise.resolve()
        },
      }
    })

    const channelAt = (place: FilePlace): Channel =>
      fileChannel({
        ...{ name: 'test', place, record, now: () => now },
        folders: {
          outgoing: `${root}/out`,
          outgoingTaken: `${root}/gone`,
          incoming: `${root}/in`,
          taken: `${root}/in/taken`,
          aside: `${root}/in/aside`,
        },
        ...{ sizeMaxBytes: 1_000, settleSeconds: 2, collectEverySeconds: 5 },
      })
    const channel = () => channelAt(reached.place)
    const killed = (death: Death) => channelAt(dying(reached.place, death))
    const names = (folder: string) => readdir(join(root, folder)).then((all) => all.toSorted())
    const files = async (folder: string) =>
      (await readdir(join(root, folder), { withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    const answer = (name: string, text: string) => writeFile(join(root, 'in', name), text)
    /** Two looks so far apart that what lies still is read. */
    const look = async (by: Channel = channel()) => {
      await by.collecting!.collect(take)
      now += 2_000
      return by.collecting!.collect(take)
    }

    it('puts a message out whole under a name that follows from it', async () => {
      const message = messageOf('<Declaration/>')
      expect(await channel().send(message, freeTurns)).toEqual({ kind: 'delivered' })
      expect(await names('out')).toEqual([messageFileName(message)])
      const written = await readFile(join(root, 'out', messageFileName(message)), 'utf8')
      expect(written).toBe('<Declaration/>')
    })

    it('leaves one file however often a message is sent', async () => {
      const message = messageOf('<Declaration/>')
      for (let times = 0; times < 3; times += 1) await channel().send(message, freeTurns)
      expect(await names('out')).toHaveLength(1)
    })

    it('does not put a message out again that the other side has taken', async () => {
      const message = messageOf('<Declaration/>')
      await channel().send(message, freeTurns)
      await takeAway(root, message, 'gone')
      expect(await channel().send(message, freeTurns)).toEqual({ kind: 'delivered' })
      expect(await names('out')).toEqual([])
      expect(await channel().inquire(message, freeTurns)).toEqual({ kind: 'known' })
    })

    it('has surely sent nothing when it dies while it writes, and sends the same afterwards', async () => {
      const message = messageOf('<Declaration/>')
      const outcome = await killed({ step: 'write', when: 'after' }).send(message, freeTurns)
      expect(outcome).toMatchObject({ kind: 'not-sent', why: 'killed' })
      expect((await names('out')).filter((name) => !name.startsWith('.'))).toEqual([])
      await channel().send(message, freeTurns)
      expect(await names('out')).toEqual([messageFileName(message)])
    })

    it('knows that nothing went out when it dies before the renaming', async () => {
      const message = messageOf('<Declaration/>')
      const outcome = await killed({ step: 'move', when: 'before' }).send(message, freeTurns)
      expect(outcome).toMatchObject({ kind: 'unknown', why: 'killed' })
      expect(await channel().inquire(message, freeTurns)).toEqual({ kind: 'not-known' })
      await channel().send(message, freeTurns)
      expect(await names('out')).toEqual([messageFileName(message)])
    })

    it('knows that a message went out when it dies after the renaming', async () => {
      const message = messageOf('<Declaration/>')
      const outcome = await killed({ step: 'move', when: 'after' }).send(message, freeTurns)
      expect(outcome).toMatchObject({ kind: 'unknown' })
      expect(await channel().inquire(message, freeTurns)).toEqual({ kind: 'known' })
    })

    it('knows it even when the other side has removed the file since', async () => {
      const message = messageOf('<Declaration/>')
      await killed({ step: 'move', when: 'after' }).send(message, freeTurns)
      await rm(join(root, 'out', messageFileName(message)))
      expect(await channel().inquire(message, freeTurns)).toEqual({ kind: 'known' })
    })

    it('gives no answer while the folder is not there, and sends nothing', async () => {
      const message = messageOf('<Declaration/>')
      await killed({ step: 'move', when: 'before' }).send(message, freeTurns)
      await rm(join(root, 'out'), { recursive: true })
      expect(await channel().inquire(message, freeTurns)).toMatchObject({ kind: 'no-answer' })
      expect(await channel().send(message, freeTurns)).toMatchObject({ kind: 'not-sent' })
    })

    it('stores an answer before it moves it, and deletes nothing', async () => {
      await answer('accepted.xml', '<Accepted/>')
      expect(await look()).toEqual({ taken: 1, aside: 0, waiting: 0, failed: [] })
      expect(stored).toEqual(['<Accepted/>'])
      expect(await files('in')).toEqual([])
      const [kept] = await names('in/taken')
      expect(await readFile(join(root, 'in/taken', kept!), 'utf8')).toBe('<Accepted/>')
    })

    it('reads an answer again when it died between storing and moving, which adds nothing', async () => {
      await answer('accepted.xml', '<Accepted/>')
      const dead = await look(killed({ step: 'move', when: 'before' }))
      expect(dead.failed).toEqual(['accepted.xml: killed'])
      expect(await files('in')).toEqual(['accepted.xml'])
      expect(await look()).toMatchObject({ taken: 1 })
      expect(stored).toEqual(['<Accepted/>', '<Accepted/>'])
      expect(await names('in/taken')).toHaveLength(1)
    })

    it('keeps everything that came, the same answer twice and another of the same name', async () => {
      await answer('accepted.xml', '<Accepted/>')
      await look()
      await answer('accepted.xml', '<Accepted/>')
      await look()
      expect(await names('in/taken')).toHaveLength(2)
      await answer('accepted.xml', '<Released/>')
      await look()
      expect(await names('in/taken')).toHaveLength(3)
    })

    it('waits for a file that is still being written', async () => {
      const by = channel()
      await answer('growing.xml', '<Acc')
      await by.collecting!.collect(take)
      now += 2_000
      await answer('growing.xml', '<Accepted/>')
      expect(await by.collecting!.collect(take)).toMatchObject({ taken: 0, waiting: 1 })
      expect(stored).toEqual([])
      now += 2_000
      expect(await by.collecting!.collect(take)).toMatchObject({ taken: 1 })
      expect(stored).toEqual(['<Accepted/>'])
    })

    it('leaves alone what has the name of something unfinished, and folders', async () => {
      await answer('.hidden.xml', '<No/>')
      await answer('upload.xml.part', '<No/>')
      await mkdir(join(root, 'in', 'folder.xml'))
      expect(await look()).toEqual({ taken: 0, aside: 0, waiting: 0, failed: [] })
      expect((await files('in')).toSorted()).toEqual(['.hidden.xml', 'upload.xml.part'])
    })

    it('puts aside what belongs to nobody, for a person to see', async () => {
      receipt = () => 'stray'
      await answer('strange.xml', 'nothing that anybody can read')
      expect(await look()).toMatchObject({ aside: 1, taken: 0 })
      expect(await names('in/aside')).toHaveLength(1)
    })

    it('puts aside what is too large without reading it, and says so', async () => {
      await answer('large.xml', 'x'.repeat(1_001))
      expect(await look()).toMatchObject({ aside: 1 })
      expect(stored).toEqual([])
      expect(refused[0]).toContain('large.xml has 1001 bytes')
      expect(await names('in/aside')).toEqual(['1001.large.xml'])
    })

    it('takes older answers first, in whatever order they are listed', async () => {
      for (const [name, age] of Object.entries({ 'a.xml': 10, 'b.xml': 30, 'c.xml': 20 })) {
        await answer(name, name)
        const at = new Date(Date.now() - age * 60_000)
        await utimes(join(root, 'in', name), at, at)
      }
      await look()
      expect(stored).toEqual(['b.xml', 'c.xml', 'a.xml'])
    })

    it('is not held up by one file that cannot be stored', async () => {
      await answer('first.xml', '<First/>')
      await answer('second.xml', '<Second/>')
      const store = (bytes: Buffer) =>
        bytes.includes('First')
          ? Promise.reject(new Error('the database is away'))
          : Promise.resolve('stored' as const)
      const by = channel()
      await by.collecting!.collect(take)
      now += 2_000
      const looked = await by.collecting!.collect({ ...take, store })
      expect(looked).toMatchObject({ taken: 1, failed: ['first.xml: the database is away'] })
      expect(await files('in')).toEqual(['first.xml'])
    })
  })
}

/** What the other side does with a message that it takes. */
async function takeAway(root: string, message: OutboxMessage, folder: string): Promise<void> {
  const name = messageFileName(message)
  const bytes = await readFile(join(root, 'out', name))
  await writeFile(join(root, folder, name), bytes)
  await rm(join(root, 'out', name))
}
