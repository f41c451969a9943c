import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

const forward = new Set(['ArrowDown', 'ArrowRight'])
const backward = new Set(['ArrowUp', 'ArrowLeft'])

/**
 * With the arrow keys a card goes from place to place rather than by a few points: down and right to
 * the next place of the board, up and left to the one before.
 */
export const nextPlaceByKey: KeyboardCoordinateGetter = (
  event,
  { context, currentCoordinates },
) => {
  const step = forward.has(event.code) ? 1 : backward.has(event.code) ? -1 : 0
  if (step === 0) return undefined
  event.preventDefault()
  const places = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const box = context.droppableRects.get(id)
      return box === undefined ? [] : [{ id, box }]
    })
    .toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
  const [first] = places
  if (first === undefined) return undefined
  const present = places.findIndex(({ id }) => id === context.over?.id)
  const next = places[(present + step + places.length) % places.length] ?? first
  const card = context.collisionRect
  if (card === null) return currentCoordinates
  return {
    x: next.box.left + (next.box.width - card.width) / 2,
    y: next.box.top + Math.min(24, next.box.height / 4),
  }
}
