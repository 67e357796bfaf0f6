import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'id' | 'className'> {
  /** A control at the right end, such as “show password”. */
  end?: ReactNode;
  /** A picture or sign at the left end. */
  start?: ReactNode;
}

/** One line of text with its label, hint and error. */
export function TextField({ label, hint, error, mark, hideLabel, end, start, ...input }: TextFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? null}
      {...(mark ? { mark } : {})}
      {...(hideLabel ? { hideLabel } : {})}
    >
      {(wiring) => (
        <span className="relative block">
          {start && (
            <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-faint">
              {start}
            </span>
          )}
          <input
            type="text"
            dir="auto"
            {...input}
            {...wiring}
            className={`field ${start ? 'pl-9' : 'pl-3'} ${end ? 'pr-11' : 'pr-3'}`}
          />
          {end && <span className="absolute inset-y-0 right-0 grid place-items-center">{end}</span>}
        </span>
      )}
    </Field>
  );
}
