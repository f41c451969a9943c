import { Button, CloseButton, Group, List, Loader, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'
import { useId, useRef, useState } from 'react'

import { checkFile, paperLimits } from '../../kit/check-file.ts'
import { change } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  add: { en: 'Add a paper', zh: '添加附件' },
  limits: { en: 'PDF, PNG or JPEG, at most 5 MB each', zh: 'PDF、PNG 或 JPEG，每份不超过 5 MB' },
  papers: { en: 'Papers of the letter', zh: '信函附件' },
  uploading: (name: string) => ({ en: `Uploading ${name}…`, zh: `正在上传 ${name}…` }),
  remove: (name: string) => ({ en: `Take ${name} off the letter`, zh: `移除 ${name}` }),
}

/** A paper that was uploaded for a letter. */
export interface ChosenPaper {
  readonly attachmentId: string
  readonly fileName: string
}

/** What a letter may carry. */
const limits = { ...paperLimits, bytesMax: 5 * 1024 * 1024 }

interface LetterPapersProps {
  /** Where papers lie: with the case, or for a letter about none. */
  readonly caseId?: string | undefined
  readonly papers: readonly ChosenPaper[]
  readonly onChange: (papers: readonly ChosenPaper[]) => void
}

/** The papers that go with a letter; each is uploaded at once and named here. */
export function LetterPapers({ caseId, papers, onChange }: LetterPapersProps) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const [fault, setFault] = useState<unknown>()
  const [percent, setPercent] = useState(0)
  const upload = useMutation({
    mutationFn: async (file: File): Promise<ChosenPaper> => {
      const body = new FormData()
      if (caseId !== undefined) body.set('kind', 'letter-paper')
      body.set('file', file)
      const path =
        caseId === undefined ? '/v1/correspondence/papers' : `/v1/cases/${caseId}/attachments`
      const { attachmentId } = await change<{ readonly attachmentId: string }>(path, {
        body,
        onUpload: setPercent,
      })
      return { attachmentId, fileName: file.name }
    },
    onSuccess: (paper) => onChange([...papers, paper]),
  })
  const choose = (file: File | undefined): void => {
    if (file === undefined || upload.isPending) return
    try {
      checkFile(file, limits)
      setFault(undefined)
      setPercent(0)
      upload.mutate(file)
    } catch (error) {
      setFault(error)
    }
  }
  return (
    <div aria-busy={upload.isPending}>
      {papers.length > 0 && (
        <List size="sm" mb="xs" aria-label={say(words.papers)}>
          {papers.map(({ attachmentId, fileName }) => (
            <List.Item key={attachmentId}>
              <Group gap="xs">
                {fileName}
                <CloseButton
                  size="sm"
                  aria-label={say(words.remove(fileName))}
                  onClick={() =>
                    onChange(papers.filter((one) => one.attachmentId !== attachmentId))
                  }
                />
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          leftSection={<Paperclip size={14} aria-hidden />}
          disabled={upload.isPending}
          onClick={() => input.current?.click()}
        >
          {say(words.add)}
        </Button>
        <UploadText name={upload.isPending ? upload.variables.name : undefined} percent={percent} />
      </Group>
      <label htmlFor={inputId} className="screen-reader-only">
        {say(words.add)}
      </label>
      <input
        ref={input}
        id={inputId}
        className="screen-reader-only"
        tabIndex={-1}
        type="file"
        accept={paperLimits.accept.join()}
        onChange={({ currentTarget }) => {
          choose(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <ProblemNote error={fault ?? upload.error} />
    </div>
  )
}

interface UploadTextProps {
  /** Of the paper that is going up; absent while none is. */
  readonly name: string | undefined
  readonly percent: number
}

/** What can be added, or how much of a paper has gone up; that is read out once, not at each step. */
function UploadText({ name, percent }: UploadTextProps) {
  const say = useSay()
  return (
    <Text size="sm" c="dimmed" component="div" role="status">
      {name === undefined ? (
        say(words.limits)
      ) : (
        <Group gap="xs">
          <Loader size="xs" aria-hidden />
          {say(words.uploading(name))}
          <span aria-hidden className="figures">
            {percent} %
          </span>
        </Group>
      )}
    </Text>
  )
}
