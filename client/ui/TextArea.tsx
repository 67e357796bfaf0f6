import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'className'>;

/** Several lines of text with their label, hint and error. */
export function TextArea({ label, hint, error, mark, hideLabel, rows = 3, ...area }: TextAreaProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? null}
      {...(mark ? { mark } : {})}
      {...(hideLabel ? { hideLabel } : {})}
    >
      {(wiring) => <textarea rows={rows} dir="auto" {...area} {...wiring} className="field resize-y px-3 py-2" />}
    </Field>
  );
}
