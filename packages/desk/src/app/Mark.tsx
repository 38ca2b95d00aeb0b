/** The mark: a line written, a line that comes back. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2 4h16M2 9h9" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M18 8v7H4.5m4-4-4 4 4 4" fill="none" stroke="var(--accent)" strokeWidth="1.8" />
    </svg>
  );
}

/** A seal: pressed once, whole. */
export function SealShape() {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="m4.2 7.2 2 2 3.6-4.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
