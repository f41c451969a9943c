import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { Upload } from 'lucide-react'
import { useId, useRef, useState, type DragEvent } from 'react'

import { checkFile, paperLimits } from '../../kit/check-file.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './PaperUpload.module.css'
import { attachmentKinds } from './paper-names.ts'
import { useCaseChange } from './use-case-change.ts'

const words = {
  kind: { en: 'What the paper is', zh: '单证种类' },
  drop: { en: 'Drop a file here', zh: '将文件拖到此处' },
  choose: { en: 'Choose a file', zh: '选择文件' },
  limits: { en: 'PDF, PNG or JPEG, at most 10 MB', zh: 'PDF、PNG 或 JPEG，不超过 10 MB' },
}

interface PaperUploadProps {
  readonly caseId: string
  /** The kind that is wanted, so that nobody has to look for it. */
  readonly kind?: string
}

/** Uploads papers to a case: by drop, or by the button. */
export function PaperUpload({ caseId, kind: wanted = 'proof-of-payment' }: PaperUploadProps) {
  const say = useSay()
  const session = useSession()
  const upload = useCaseChange(caseId)
  const [kind, setKind] = useState(wanted)
  const [isOver, setIsOver] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  if (!session.may('papers.attach')) return null
  const send = (files: FileList | null): void => {
    const file = files?.[0]
    if (file === undefined || upload.isPending) return
    try {
      checkFile(file, paperLimits)
      setFault(undefined)
    } catch (error) {
      setFault(error)
      return
    }
    const body = new FormData()
    body.set('kind', kind)
    body.set('file', file)
    upload.mutate({ at: '/attachments', body })
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    // One file at a time: the button shows that by itself, a drop has to be told.
    send(event.dataTransfer.files)
  }
  return (
    <Stack gap="xs">
      <div
        className={styles.drop}
        data-over={(isOver && !upload.isPending) || undefined}
        aria-busy={upload.isPending}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={say(words.kind)}
            value={kind}
            data={attachmentKinds.map(({ value, label }) => ({ value, label: say(label) }))}
            onChange={({ currentTarget }) => setKind(currentTarget.value)}
          />
          <Button
            leftSection={<Upload size={16} aria-hidden />}
            loading={upload.isPending}
            variant="light"
            onClick={() => input.current?.click()}
          >
            {say(words.choose)}
          </Button>
          <Text size="sm" c="dimmed">
            {say(words.drop)} · {say(words.limits)}
          </Text>
        </Group>
        <label htmlFor={inputId} className="screen-reader-only">
          {say(words.choose)}
        </label>
        <input
          ref={input}
          id={inputId}
          className="screen-reader-only"
          tabIndex={-1}
          type="file"
          accept={paperLimits.accept.join()}
          onChange={({ currentTarget }) => {
            send(currentTarget.files)
            currentTarget.value = ''
          }}
        />
      </div>
      <ProblemNote error={fault ?? upload.error} />
    </Stack>
  )
}
