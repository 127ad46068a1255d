// The fields of a form, each with its label above, its help below and its error in words. Mantine ties them together
// for screen readers; here they get our look and our defaults.

import {
  NativeSelect,
  type NativeSelectProps,
  PasswordInput,
  type PasswordInputProps,
  TextInput,
  type TextInputProps,
  Textarea,
  type TextareaProps,
} from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useText } from '../../texts/index.ts'
import styles from './fields.module.css'

const LOOK = {
  classNames: {
    root: styles.root ?? '',
    label: styles.label ?? '',
    description: styles.help ?? '',
    error: styles.error ?? '',
    input: styles.input ?? '',
  },
  inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'description' | 'input' | 'error')[],
}

export function TextField(props: TextInputProps) {
  return <TextInput withAsterisk={false} {...LOOK} {...props} />
}

export function LongTextField(props: TextareaProps) {
  return <Textarea withAsterisk={false} minRows={2} {...LOOK} {...props} />
}

export function SelectField(props: NativeSelectProps) {
  const chevron = <IconChevronDown aria-hidden size={16} stroke={1.8} color="var(--ink-2)" />
  return (
    <NativeSelect withAsterisk={false} rightSection={chevron} rightSectionPointerEvents="none" {...LOOK} {...props} />
  )
}

export function PasswordField(props: PasswordInputProps) {
  const text = useText()
  return (
    <PasswordInput
      withAsterisk={false}
      {...LOOK}
      visibilityToggleButtonProps={{ 'aria-label': text('ui.showPassword'), tabIndex: 0 }}
      {...props}
    />
  )
}
