import { Text, TextInput, type TextInputProps } from '@mantine/core'
import { useId } from 'react'

import { countriesIn, countryCodeOf } from '../words/countries.ts'
import { useLanguage } from '../words/LanguageProvider.tsx'

interface CountryInputProps extends Omit<TextInputProps, 'onChange' | 'value' | 'list'> {
  readonly value: string
  readonly onType: (text: string) => void
}

/**
 * Where a country is typed: by its two letters or by its name, which becomes the letters when one
 * goes on. What the letters mean is said below, so that a slip of the finger is seen.
 */
export function CountryInput({ value, onType, onBlur, ...props }: CountryInputProps) {
  const { language } = useLanguage()
  const listId = useId()
  const countries = countriesIn(language)
  const meant = countries.find(({ code }) => code === value)
  return (
    <TextInput
      {...props}
      value={value}
      list={listId}
      autoComplete="off"
      inputContainer={(input) => (
        <>
          {input}
          {meant !== undefined && (
            <Text size="xs" c="dimmed" mt={2}>
              {meant.name}
            </Text>
          )}
          <datalist id={listId}>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onBlur={(event) => {
        const code = countryCodeOf(value)
        if (code !== undefined && code !== value) onType(code)
        onBlur?.(event)
      }}
    />
  )
}
