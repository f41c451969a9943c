import { FileInput, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { change } from '../../../kit/api/ask.ts'
import { checkFile, paperLimits } from '../../../kit/check-file.ts'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { StackedForm } from '../../../kit/components/StackedForm.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { authorityKey } from '../authority-queries.ts'
import type { CriterionView } from './standing-words.ts'

const words = {
  title: { en: 'Attach a document', zh: '添加文件' },
  what: { en: 'What it is', zh: '文件种类' },
  file: { en: 'File', zh: '文件' },
  limits: { en: 'PDF, PNG or JPEG, at most 10 MB', zh: 'PDF、PNG 或 JPEG，不超过 10 MB' },
  issuedOn: { en: 'Issued on', zh: '签发日' },
  expiresOn: { en: 'Last day', zh: '到期日' },
  expiresHelp: { en: 'Empty where it does not end', zh: '长期有效则不填' },
  attach: { en: 'Attach', zh: '添加' },
  attached: { en: 'The document is attached', zh: '文件已添加' },
}

/** What belongs to a criterion of a scheme of an authority. */
export interface CriterionPlace {
  readonly authority: string
  readonly scheme: string
  readonly criterion: CriterionView
}

/** Attaches a document as evidence for a criterion. */
export function AttachDocument(props: CriterionPlace & { readonly onClose: () => void }) {
  const { authority, scheme, criterion, onClose } = props
  const say = useSay()
  const queries = useQueryClient()
  const [document, setDocument] = useState(criterion.wanted[0]?.id ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [issuedOn, setIssuedOn] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const attaching = useMutation({
    mutationFn: (chosen: File) => {
      checkFile(chosen, paperLimits)
      const body = new FormData()
      const fields = { scheme, criterion: criterion.id, document, issuedOn, expiresOn }
      for (const [name, value] of Object.entries(fields)) if (value !== '') body.set(name, value)
      body.set('file', chosen)
      return change(`/v1/authorities/${authority}/standing/documents`, { body })
    },
    onSuccess: async () => {
      showNotice({ message: say(words.attached) })
      await queries.invalidateQueries({ queryKey: authorityKey(authority) })
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={say(words.title)} size="lg">
      <StackedForm
        submit={say(words.attach)}
        isPending={attaching.isPending}
        error={attaching.error}
        isReady={file !== null && document !== ''}
        onSubmit={() => file !== null && attaching.mutate(file)}
      >
        <NativeSelect
          label={say(words.what)}
          value={document}
          data={criterion.wanted.map(({ id, name }) => ({ value: id, label: say(name) }))}
          onChange={({ currentTarget }) => setDocument(currentTarget.value)}
        />
        <FileInput
          label={say(words.file)}
          description={say(words.limits)}
          accept={paperLimits.accept.join()}
          value={file}
          onChange={setFile}
          required
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            type="date"
            label={say(words.issuedOn)}
            value={issuedOn}
            onChange={({ currentTarget }) => setIssuedOn(currentTarget.value)}
          />
          <TextInput
            type="date"
            label={say(words.expiresOn)}
            description={say(words.expiresHelp)}
            value={expiresOn}
            onChange={({ currentTarget }) => setExpiresOn(currentTarget.value)}
          />
        </SimpleGrid>
      </StackedForm>
    </Dialog>
  )
}
