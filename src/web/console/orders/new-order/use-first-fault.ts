import { useRef, type RefObject } from 'react'

/** Leads to the first field of a form that has something wrong with it. */
export function useFirstFault(): {
  readonly form: RefObject<HTMLFormElement | null>
  readonly goThere: () => void
} {
  const form = useRef<HTMLFormElement>(null)
  const goThere = (): void => {
    // What is wrong is marked when the page is drawn next.
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    })
  }
  return { form, goThere }
}
