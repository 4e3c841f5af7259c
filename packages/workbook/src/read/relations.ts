import type { ReadArchive } from './archive.js';
import { readXml } from './xml.js';

/** Where a part points to: the kind is the last word of its type, `worksheet` or `sharedStrings`. */
export interface Relation {
  kind: string;
  /** The path of a part in the archive. */
  target: string;
}

/** What a part points to within the archive, by id; what lies outside is left out. `''` stands for the whole package. */
export async function relationsOf(archive: ReadArchive, part: string): Promise<Map<string, Relation>> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? [];
  const path = `${folder}_rels/${name}.rels`;
  const relations = new Map<string, Relation>();
  if (!archive.has(path)) return relations;
  const reader = {
    open(element: string, tag: { attribute(name: string): string | undefined }) {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => tag.attribute(key));
      if (element !== 'Relationship' || !id || !type || !target) return;
      if (tag.attribute('TargetMode') === 'External') return;
      relations.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) });
    },
    close() {},
  };
  await readXml(archive.unpack(path), reader, path);
  return relations;
}

/** `xl/` and `../a.xml` → `a.xml`; what begins with `/` is of the package. */
function resolved(folder: string, target: string): string {
  const path = unescaped(target).replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
