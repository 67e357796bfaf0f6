import { Spinner } from '#client/ui/Spinner.tsx';

/** More is on its way; it floats, so that no line moves when it goes. */
export default function LoadingMore({ at, label }: { at: 'top' | 'bottom'; label: string }) {
  return (
    <div
      role="status"
      className={`pointer-events-none absolute inset-x-0 z-10 flex justify-center text-faint ${at === 'top' ? 'top-2' : 'bottom-2'}`}
    >
      <span className="grid size-8 place-items-center rounded-full border border-line bg-float shadow-card">
        <Spinner />
      </span>
      <span className="sr-only">{label}</span>
    </div>
  );
}
