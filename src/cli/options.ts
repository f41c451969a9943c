import { Option } from 'commander'

/** An option that must be one of a few words. */
export function choice(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words).makeOptionMandatory()
}
