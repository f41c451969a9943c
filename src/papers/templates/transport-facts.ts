import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { Fact } from '../page/fact-grid.ts'
import { notStated } from '../page/printed-facts.ts'

type Transport = Consignment['transport']

/** The modes in words; their codes belong to the declaration. */
const modeNames: Readonly<Record<Transport['mode'], string>> = {
  sea: 'By sea 海运',
  rail: 'By rail 铁路',
  road: 'By road 公路',
  air: 'By air 空运',
  post: 'By post 邮政',
}

/** How the goods travel and under which paper, as far as it is known. */
export function transportFacts(transport: Transport): readonly Fact[] {
  const means = [modeNames[transport.mode], transport.carrier, transport.identity]
  return [
    {
      label: ['Transport', '运输方式'],
      value: means.filter((part) => part !== undefined).join(', '),
    },
    {
      label: ['Transport document', '运输单据'],
      value: transport.transportDocument ?? notStated,
    },
  ]
}
