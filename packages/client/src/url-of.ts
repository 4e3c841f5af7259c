/** The address of a call: `{name}` of its path filled in, its query written out; what is undefined is left out. */
export function urlOf(
  base: string,
  path: string,
  { params = {}, query = {} }: { params?: Record<string, unknown>; query?: Record<string, unknown> },
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    // An empty one would lead to another call.
    if (value === undefined || value === '') throw new RangeError(`${path}: ${name} is needed`);
    return encodeURIComponent(String(value));
  });
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  return asked.size === 0 ? base + filled : `${base}${filled}?${asked}`;
}
