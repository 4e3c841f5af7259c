import { UsageFault } from './command.js';

/**
 * A sheet's JSON with the org and period that were given beside it filled in. The text stays as it is written: numbers
 * keep their digits. Throws `UsageFault` where it says something else itself, or is no object.
 */
export function sheetText(
  text: string,
  given: { org?: string | undefined; period?: string | undefined },
): string {
  const plain = text.replace(/^\uFEFF/, '');
  const sheet = objectOf(plain);
  const added: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || sheet[name] === value) continue;
    if (name in sheet) {
      const own = String(sheet[name]).slice(0, 80);
      throw new UsageFault(`--${name} ${value}，而文件中为 ${own} / the file says ${own}`);
    }
    added.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  }
  if (added.length === 0) return plain;
  const rest = plain.slice(plain.indexOf('{') + 1);
  return `{${added.join(',')}${Object.keys(sheet).length === 0 ? '' : ','}${rest}`;
}

function objectOf(text: string): Record<string, unknown> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (fault) {
    throw new UsageFault(`不是有效的 JSON / not valid JSON: ${(fault as Error).message}`);
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new UsageFault('应为一张报送表（JSON 对象）/ must be one sheet, a JSON object');
  }
  return read as Record<string, unknown>;
}
