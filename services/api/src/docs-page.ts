/** The interface on one page: every endpoint with its summary, for a person's eyes. */
export function docsPage(document: unknown): string {
  const { paths = {}, info } = document as {
    info: { title: string; description?: string };
    paths?: Record<string, Record<string, { summary?: string; tags?: string[] }>>;
  };
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        `<tr><td>${escapeHtml(operation.tags?.[0] ?? '')}</td><td><code>${method.toUpperCase()} ${escapeHtml(path)}</code></td><td>${escapeHtml(operation.summary ?? '')}</td></tr>`,
    ),
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(info.title)}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.3rem .6rem;text-align:left}</style></head>
<body><h1>${escapeHtml(info.title)}</h1><p>${escapeHtml(info.description ?? '')}</p><p><a href="/openapi.json">OpenAPI 3.1</a></p>
<table><thead><tr><th scope="col">类别</th><th scope="col">接口</th><th scope="col">用途</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
