import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeFileChannel } from '../../../test/file-channel-promises.ts'
import { folderPlace } from './folder-place.ts'

describeFileChannel('in a watched folder', () =>
  Promise.resolve({ place: folderPlace, close: () => Promise.resolve() }),
)

it('neither lists nor follows a link that lies in the folder of answers', async () => {
  const root = await mkdtemp(join(tmpdir(), 'tidewaiter-links-'))
  try {
    await writeFile(join(root, 'secret'), 'not for anybody')
    await symlink(join(root, 'secret'), join(root, 'answer.xml'))
    await folderPlace.within(async (files) => {
      expect((await files.list(root)).map(({ name }) => name)).toEqual(['secret'])
      await expect(files.read(join(root, 'answer.xml'), 1_000)).rejects.toThrow()
    })
  } finally {
    await rm(root, { recursive: true })
  }
})

it('lets nobody but the owner and the group read what it writes', async () => {
  const root = await mkdtemp(join(tmpdir(), 'tidewaiter-modes-'))
  try {
    const path = join(root, 'message.xml')
    await folderPlace.within((files) => files.write(path, Buffer.from('<Declaration/>')))
    expect((await stat(path)).mode & 0o007).toBe(0)
  } finally {
    await rm(root, { recursive: true })
  }
})
