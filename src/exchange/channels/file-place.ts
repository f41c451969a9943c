/** A regular file as a list of its folder shows it. */
export interface ListedFile {
  readonly name: string
  readonly sizeBytes: number
  /** Milliseconds since 1970, as exact as the place tells it. */
  readonly modifiedAt: number
}

/**
 * What a channel by files needs of a place, be it a disk or a server. Paths are absolute and parted
 * by `/`. Each step throws where the place does not do it.
 */
export interface Files {
  /** The regular files of a folder; folders, links and devices are left out. */
  list(folder: string): Promise<readonly ListedFile[]>
  exists(path: string): Promise<boolean>
  /** Reads a regular file whole; throws where it holds more than so many bytes. */
  read(path: string, sizeMaxBytes: number): Promise<Buffer>
  /** Writes a file anew; when this returns all of its bytes lie there for good. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Gives a file another, free name in one step: who looks on sees it under the old one or the new. */
  move(from: string, to: string): Promise<void>
  /** Makes a folder where there is none. */
  makeFolder(folder: string): Promise<void>
}

/** Where the files of a channel lie. */
export interface FilePlace {
  /** Opens the place, lets the work be done and closes it again, within its time limit. */
  within<T>(work: (files: Files) => Promise<T>): Promise<T>
}
