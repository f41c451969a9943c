import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import { ProblemError, type Problem } from '../../../kit/api/problem.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import styles from './papers.module.css'

interface PaperPreviewProps {
  /** Where the file is. */
  readonly path: string
  /** What it is called, for those who cannot see it. */
  readonly title: string
}

/** A paper shown in its place. It is read first, so that a refusal is shown as one. */
export function PaperPreview({ path, title }: PaperPreviewProps) {
  const file = useQuery({ queryKey: ['file', path], queryFn: () => readFile(path) })
  const address = useMemo(
    () => (file.data === undefined ? undefined : URL.createObjectURL(file.data)),
    [file.data],
  )
  useEffect(() => {
    if (address === undefined) return
    return () => URL.revokeObjectURL(address)
  }, [address])
  if (file.isError) return <ProblemNote error={file.error} onRetry={() => void file.refetch()} />
  if (address === undefined) return <LoadingRows rows={3} height={120} />
  return file.data?.type.startsWith('image/') === true ? (
    <img className={styles.picture} src={address} alt={title} />
  ) : (
    <iframe className={styles.preview} src={address} title={title} />
  )
}

async function readFile(path: string): Promise<Blob> {
  const response = await fetch(path, { credentials: 'same-origin' })
  if (!response.ok) throw new ProblemError((await response.json()) as Problem)
  return response.blob()
}
