import { CloudOff } from 'lucide-react';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

interface ErrorStateProps {
  title: string;
  hint: string;
  retryLabel: string;
  onRetry?: () => void;
}

/** What a screen says when it could not load, with the way out. */
export function ErrorState({ title, hint, retryLabel, onRetry }: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={CloudOff}
        tone="danger"
        title={title}
        hint={hint}
        action={onRetry && <Button onClick={onRetry}>{retryLabel}</Button>}
      />
    </div>
  );
}
