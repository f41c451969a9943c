import { Card, Stack, Text, Title } from '@mantine/core'

import type { Address, Party } from '../../../customs/order/party.ts'

interface PartyCardProps {
  readonly title: string
  readonly party: Party
  /** Where the goods go, where that is not the party's own address. */
  readonly address?: Address
}

/** Who somebody is and where; on a page of which this is the third thing one looks at. */
export function PartyCard({ title, party, address = party.address }: PartyCardProps) {
  const { lines, city, region, postcode, country } = address
  const place = [...lines, city, region, postcode, country].filter((part) => part !== undefined)
  const registered = [party.email, party.phone, party.eori, party.vatNumber]
  return (
    <Card withBorder component="section">
      <Stack gap={2}>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text fw={600}>{party.name}</Text>
        <Text size="sm">{place.join(', ')}</Text>
        {registered.map(
          (fact) =>
            fact !== undefined && (
              <Text key={fact} size="sm" c="dimmed">
                {fact}
              </Text>
            ),
        )}
      </Stack>
    </Card>
  )
}
