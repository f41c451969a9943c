import { checkedReader } from '../checked-reader.ts'
import { type Result, resultOf } from '../result.ts'
import { agendaOf } from './agenda.ts'
import { orderOfDecision } from './order-of-decision.ts'
import { prepareProgramme, type Vocabulary } from './prepare-programme.ts'
import { looseEndsOf } from './programme-loose-ends.ts'
import { type ProgrammesFile, programmesFileSchema } from './programme.ts'
import type { Programmes } from './programmes.ts'
import { headingsOf } from './provision-entries.ts'

const readShape = checkedReader<ProgrammesFile>(programmesFileSchema)

/**
 * Reads the contents of `data/us/programmes.json`. Besides its shape every name in it is followed: a
 * law, source, country group, question, list or heading that is cited and not there is named with its
 * place; so are a rate that lacks or has no use, a window that ends before it begins, and programmes
 * that wait for one another.
 */
export function readProgrammes(json: unknown): Result<Programmes> {
  const read = readShape(json)
  if (!read.ok) return read
  const file = read.value
  const order = orderOfDecision(file.programmes)
  return resultOf([...looseEndsOf(file), ...order.failures], () => prepared(file, order.programmes))
}

function prepared(file: ProgrammesFile, inOrder: ProgrammesFile['programmes']): Programmes {
  const vocabulary: Vocabulary = {
    laws: new Map(
      file.laws.map(({ id, title, url, inForceFrom, confidence }) => [
        id,
        { id, title, url, inForceFrom, confidence },
      ]),
    ),
    groups: new Map(file.countryGroups.map(({ id, members }) => [id, members])),
    headings: file.programmes.flatMap(headingsOf),
  }
  const inOrderOfDecision = inOrder.map((programme) => prepareProgramme(programme, vocabulary))
  return {
    inOrderOfDecision,
    agenda: agendaOf(inOrderOfDecision),
    questions: new Map(file.questions.map(({ id, asks }) => [id, asks])),
    lists: new Map(file.productLists.map((list) => [list.id, list])),
    heldLists: file.productLists.flatMap(({ id, versions }) =>
      versions === undefined ? [] : [{ id, versions }],
    ),
  }
}
