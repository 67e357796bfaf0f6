import { CircleAlert } from 'lucide-react';
import { Icon } from './Icon.tsx';

interface FormProblemProps {
  /** Nothing without one. */
  sentence: string | null;
  className?: string;
}

/** What went wrong with a form as a whole. */
export function FormProblem({ sentence, className = '' }: FormProblemProps) {
  if (!sentence) return null;
  return (
    <p
      role="alert"
      className={`flex animate-enter items-start gap-2.5 rounded-md bg-coral-wash px-3 py-2.5 text-md text-coral-ink ${className}`}
    >
      <span className="grid h-[1lh] place-items-center">
        <Icon of={CircleAlert} size={17} />
      </span>
      <span className="min-w-0 wrap-anywhere">{sentence}</span>
    </p>
  );
}
