import { useState } from 'react';
import { useSubmit, type Submit } from './problem.ts';

/**
 * What a person changes about something that others may change meanwhile: only what was touched overrides the
 * stored values, until it is saved.
 */
export function useEdits<Values extends object>(stored: Values, onSave: Submit<Values>) {
  const [changes, setChanges] = useState<Partial<Values>>({});
  const [saved, setSaved] = useState(false);
  const submit = useSubmit(onSave);
  const values: Values = { ...stored, ...changes };
  return {
    values,
    /** True from saving until the next change. */
    saved,
    busy: submit.busy,
    of: submit.of,
    beside: submit.beside,
    change: (next: Partial<Values>) => {
      setSaved(false);
      setChanges({ ...changes, ...next });
    },
    save: async (): Promise<void> => {
      if (submit.busy || !(await submit.run(values))) return;
      setChanges({});
      setSaved(true);
    },
  };
}
