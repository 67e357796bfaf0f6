import { render } from './render.tsx';

/** A hook inside a component of its own; `result` is what it returned last. */
export async function renderHook<Props, Result>(hook: (props: Props) => Result, initial: Props) {
  let last: { result: Result } | null = null;
  function Component({ props }: { props: Props }) {
    last = { result: hook(props) };
    return null;
  }
  const { rerender } = await render(<Component props={initial} />);
  return {
    result: (): Result => {
      if (!last) throw new Error('the hook has not run');
      return last.result;
    },
    rerender: (props: Props) => rerender(<Component props={props} />),
    unmount: () => rerender(null),
  };
}
