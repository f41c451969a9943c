import { actWords, endWords, needWords, waitWords } from '../story/act-words.ts'
import type { Move } from '../story/next-move.ts'
import type { NextOnStage } from './stage-state.ts'
import { mendWords } from './switch-words.ts'

/** What comes next, in words. While the line is cut, a step that would only wait mends it. */
export function nextOnStage(move: Move, line: 'cut' | 'whole' | 'answer-lost'): NextOnStage {
  switch (move.kind) {
    case 'act': {
      const { next, by } = actWords[move.act]
      return { kind: 'act', text: next, by }
    }
    case 'wait':
      return line === 'cut'
        ? { kind: 'mend', text: mendWords }
        : { kind: 'wait', text: waitWords[move.for] }
    case 'person':
      return { kind: 'person', text: needWords[move.need] }
    case 'end':
      return { kind: 'end', text: endWords[move.end] }
  }
}
