import type { DocumentNames } from '../../customs/documents/document-names.ts'
import type { Party } from '../../customs/order/party.ts'
import { type Fact, labelText } from './fact-grid.ts'
import type { Sheet } from './sheet.ts'
import { colour, contentWidth, leading, page, style, type TextStyle } from './style.ts'

/** A party under the name of its role. */
export interface PartyInBox {
  readonly label: Fact['label']
  readonly party: Party
}

interface StyledText {
  readonly text: string
  readonly style: TextStyle
}

/** Room between the frame of a box and its text. */
const inset = { horizontal: 5, vertical: 4 }

/** Draws parties side by side in boxes of equal size, from the present y on. */
export function drawPartyBoxes(
  sheet: Sheet,
  parties: readonly PartyInBox[],
  names: DocumentNames,
): void {
  const width = contentWidth / parties.length
  const columnWidth = width - 2 * inset.horizontal
  const contents = parties.map(({ party }) =>
    partyTexts(party, names).map((part) => ({
      ...part,
      lines: sheet.lines(part.text, columnWidth, part.style),
    })),
  )
  const heights = contents.map((parts) =>
    parts.reduce((sum, part) => sum + part.lines.length * leading(part.style), 0),
  )
  const height = leading(style.label) + Math.max(...heights) + 2 * inset.vertical + 2
  parties.forEach(({ label }, index) => {
    const box = { x: page.left + index * width, y: sheet.y, width, height }
    sheet.frame(box, { colour: colour.hairline, thickness: 0.5 })
    const column = { x: box.x + inset.horizontal, width: columnWidth }
    let y = box.y + inset.vertical
    y = sheet.setLines([labelText(label)], { ...column, y }, style.label) + 1.5
    for (const part of contents[index]!)
      y = sheet.setLines(part.lines, { ...column, y }, part.style)
  })
  sheet.y += height
}

/** What a paper says of a party: name, address with the country in full, registrations, contact. */
export function partyTexts(party: Party, names: DocumentNames): readonly StyledText[] {
  const { address, eori, vatNumber, phone, email } = party
  const registrations = [eori && `EORI ${eori}`, vatNumber && `VAT ${vatNumber}`]
  return [
    { text: party.name, style: style.strong },
    ...address.lines.map((text) => ({ text, style: style.small })),
    {
      text: present(address.city, address.region, address.postcode).join(', '),
      style: style.small,
    },
    { text: countryText(address.country, names), style: style.small },
    ...present(...registrations).map((text) => ({ text, style: style.small })),
    ...present(phone, email).map((text) => ({ text, style: style.note })),
  ]
}

/** `China 中国 (CN)`. */
export function countryText(code: string, names: DocumentNames): string {
  const name = names.countries[code]
  if (name === undefined) throw new Error(`the document does not hold the name of ${code}`)
  return `${name.en} ${name.zh} (${code})`
}

/** What a party did not state leaves no empty line. */
function present(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined)
}
