/** Namespaces and the line that every part begins with (ECMA-376, transitional). */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
