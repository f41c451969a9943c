import type { caseStates } from '../terms/case-states.ts'

/** The colour family of a state: to be done, under way, well, ended badly, ended otherwise. */
export function stateColour(state: keyof typeof caseStates): string {
  switch (state) {
    case 'draft':
      return 'gray'
    case 'preparing':
    case 'stopped':
      return 'yellow'
    case 'ready':
      return 'violet'
    case 'lodged':
    case 'registered':
    case 'accepted':
      return 'blue'
    case 'released':
    case 'cleared':
      return 'teal'
    case 'delivered':
    case 'restored':
      return 'green'
    case 'refused':
    case 'seized':
    case 'forfeited':
    case 'destroyed':
      return 'red'
    case 'expired':
    case 'invalidated':
    case 'returned':
    case 'abandoned':
      return 'gray'
  }
}
