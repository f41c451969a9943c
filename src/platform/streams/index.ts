export { askedByTheClock } from './asked-by-the-clock.ts'
export { Letterbox, type LetterboxSize } from './letterbox.ts'
export { OpenStreams } from './open-streams.ts'
