import { ActionIcon, FileButton, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Camera, Trash2 } from 'lucide-react'

import type { InspectionPhoto } from '../../../authority/store/photo-store.ts'
import { ask, change } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { PhotoRow } from '../dossier/PhotoRow.tsx'
import type { Wire } from '../wire.ts'

const words = {
  add: { en: 'Add a photo', zh: '添加照片' },
  addTo: (sequence: number) => ({
    en: `Photo of item ${sequence}`,
    zh: `第 ${sequence} 项货物照片`,
  }),
  remove: (sequence: number, at: string) => ({
    en: `Remove the photo of item ${sequence}, ${at}`,
    zh: `移除第 ${sequence} 项货物照片，${at}`,
  }),
}

interface PhotoFieldProps {
  readonly mrn: string
  readonly inspectionId: string
  readonly sequence: number
  readonly photos: readonly Wire<InspectionPhoto>[]
  /** When findings were recorded last; the photos of before stand behind them and stay. */
  readonly recordedAt: string | undefined
}

/** Takes photos of an item into the dossier at once, so that none is lost with the form. */
export function PhotoField(props: PhotoFieldProps) {
  const { mrn, inspectionId, sequence, photos, recordedAt } = props
  const say = useSay()
  const { instant } = useFormats()
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: (file: File) =>
      ask<unknown>(
        `/officers/lodgements/${mrn}/inspections/${inspectionId}/photos?item=${sequence}`,
        { method: 'POST', headers: { 'content-type': file.type }, body: file },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dossier', mrn] }),
  })
  const remove = useMutation({
    mutationFn: (id: string) =>
      change(`/officers/lodgements/${mrn}/inspections/${inspectionId}/photos/${id}`, {
        method: 'DELETE',
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dossier', mrn] }),
  })
  const mayBeRemoved = ({ controlId, takenAt }: Wire<InspectionPhoto>): boolean =>
    controlId === inspectionId &&
    (recordedAt === undefined || Date.parse(takenAt) > Date.parse(recordedAt))
  return (
    <div style={{ display: 'grid', gap: 8, marginTop: 8 }}>
      <PhotoRow
        photos={photos}
        underneath={(photo) =>
          mayBeRemoved(photo) && (
            <ActionIcon
              variant="default"
              size="sm"
              aria-label={say(words.remove(sequence, instant(photo.takenAt)))}
              title={say(words.remove(sequence, instant(photo.takenAt)))}
              loading={remove.isPending && remove.variables === photo.id}
              onClick={() => remove.mutate(photo.id)}
            >
              <Trash2 size={14} aria-hidden />
            </ActionIcon>
          )
        }
      />
      <FileButton
        accept="image/png,image/jpeg"
        onChange={(file) => file !== null && add.mutate(file)}
        inputProps={{ 'aria-label': say(words.addTo(sequence)) }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="sm"
            leftSection={<Camera size={16} aria-hidden />}
            loading={add.isPending}
          >
            {say(words.add)}
          </Button>
        )}
      </FileButton>
      <ProblemNote error={add.error ?? remove.error} />
    </div>
  )
}
