import { Badge, Group, Text } from '@mantine/core'

import type { ShipmentPreviewView } from '../../../../api/planned-shipments.ts'
import type { Lane } from '../../../../customs/lane/lane-decision.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { lanes } from '../../../kit/terms/lanes.ts'
import { useFormats, useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  due: { en: 'due at the border', zh: '入境应缴' },
  ready: { en: 'Can be declared as it is', zh: '可直接申报' },
  missing: (count: number) => ({
    en: count === 1 ? '1 thing to mend in its case' : `${count} things to mend in its case`,
    zh: `清关案中还需补正 ${count} 项`,
  }),
}

/** What a parcel would come to: weight, value, lane, what is due, and how ready it is. */
export function ParcelFacts({
  parcel,
}: {
  readonly parcel: ShipmentPreviewView['parcels'][number] | undefined
}) {
  const say = useSay()
  const { language } = useLanguage()
  const { number } = useFormats()
  if (parcel === undefined) return null
  const lane = parcel.lane === undefined ? undefined : lanes[parcel.lane as Lane]
  const missing = parcel.missing.map((text) => (language === 'zh' ? (text.zh ?? text.en) : text.en))
  return (
    <div>
      <Group gap={6}>
        {lane !== undefined && (
          <Badge
            variant="light"

            title={say(lane.explanation)}
            styles={{ label: { color: 'var(--mantine-color-text)' } }}
          >
            {say(lane.label)}
          </Badge>
        )}
        <Text size="sm" className="figures">
          {number(parcel.grossWeightKg)} kg · <MoneyText value={parcel.value} />
        </Text>
      </Group>
      {parcel.dueAtImport !== undefined && (
        <Text size="sm" className="figures">
          <MoneyText value={parcel.dueAtImport} /> {say(words.due)}
        </Text>
      )}
      {missing.length === 0 ? (
        <Text size="xs" c="dimmed">
          {say(words.ready)}
        </Text>
      ) : (
        <details>
          <summary style={{ fontSize: 'var(--mantine-font-size-xs)', cursor: 'pointer' }}>
            {say(words.missing(missing.length))}
          </summary>
          {missing.map((text) => (
            <Text key={text} size="xs">
              {text}
            </Text>
          ))}
        </details>
      )}
    </div>
  )
}
