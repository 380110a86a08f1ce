// The address of a link → the same where a program may be given it, else null: what runs, and what leads into the host, is left out.

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Whole addresses alone: what a relative one is relative to is known to the host only. */
export function safeAddress(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && SCHEMES.has(url.protocol) ? url.href : null;
}
