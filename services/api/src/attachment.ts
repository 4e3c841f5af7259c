/** What Windows has no file names with, besides control characters and halves of pairs, which nobody has. */
const UNFIT = /[\p{Cc}\p{Cs}<>:"/\\|?*]/gu;

/**
 * A Content-Disposition that has the answer saved under a name in any script (RFC 6266), and under a plain one by
 * programs that read no other.
 */
export function attachment({ plain, name }: { plain: string; name: string }): string {
  const fit = name.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
  const encoded = encodeURIComponent(fit).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** How the document tells of it. */
export const DISPOSITION = { 'content-disposition': 'the name to save it under' } as const;
