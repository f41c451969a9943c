import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'

import { readFile } from '../../../kit/api/ask.ts'
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
  const file = useQuery({
    queryKey: ['file', path],
    queryFn: ({ signal }) => readFile(path, signal),
  })
  if (file.isError) return <ProblemNote error={file.error} onRetry={() => void file.refetch()} />
  if (file.data === undefined) return <LoadingRows rows={3} height={120} />
  return <ShownFile file={file.data} title={title} />
}

function ShownFile({ file, title }: { readonly file: Blob; readonly title: string }) {
  // The file has an address within this page for as long as the element shows it.
  const show = useCallback(
    (element: HTMLImageElement | HTMLIFrameElement | null) => {
      if (element === null) return undefined
      const address = URL.createObjectURL(file)
      element.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
  return file.type.startsWith('image/') ? (
    <img ref={show} className={styles.picture} alt={title} />
  ) : (
    <iframe ref={show} className={styles.preview} title={title} />
  )
}
