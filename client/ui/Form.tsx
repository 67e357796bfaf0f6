import type { ReactNode } from 'react';

interface FormProps {
  /** Gets the form's element, to find its inputs. */
  onSubmit: (form: HTMLFormElement) => void;
  children: ReactNode;
  className?: string;
}

/** Inputs that are sent together by Enter or a button; the server judges them, not the browser. */
export function Form({ onSubmit, children, className = '' }: FormProps) {
  return (
    <form
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}
