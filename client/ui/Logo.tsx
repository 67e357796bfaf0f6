/** Parley's sign: two voices that meet. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" width={size} height={size} className="shrink-0">
      <path d="M3 12a9 9 0 0 1 18 0 9 9 0 0 1-9 9H4.500A1.500 1.500 0 0 1 3 19.500Z" fill="#12806e" />
      <path d="M11 20a9 9 0 0 1 18 0v7.500a1.500 1.500 0 0 1-1.500 1.500H20a9 9 0 0 1-9-9Z" fill="#f0a92b" />
      <path d="M20.950 11.050A9 9 0 0 1 12 21q-.5 0-.950-.050A9 9 0 0 1 20.950 11.050Z" fill="#084f44" />
    </svg>
  );
}
