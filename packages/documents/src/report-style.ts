/**
 * The style of the report page: A4 in print, readable without colours. Text colours have a contrast of at least
 * 4.5 on white; a light is a shape and a word first and a colour last.
 */
export const REPORT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; line-height: 1.75;
  font: 16px/1.75 "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", "SimSun", serif; }
main { max-width: 1240px; margin: 0 auto; padding: 32px 24px 48px; }
h1 { margin: 0 0 8px; text-align: center; font: 700 26px/1.4 "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "SimSun", serif; }
.as-of { margin: 0 0 28px; text-align: center; color: #444; }
h2 { margin: 32px 0 12px; font: 700 20px/1.5 "SimHei", "Noto Sans CJK SC", "Heiti SC", sans-serif; }
h3 { margin: 22px 0 8px; font: 600 17px/1.5 "KaiTi", "STKaiti", "Noto Serif CJK SC", serif; }
h4 { margin: 16px 0 4px; font: 600 16px/1.6 "SimHei", "Noto Sans CJK SC", sans-serif; }
p { margin: 0 0 8px; text-indent: 2em; }
.as-of, .note { text-indent: 0; }
.aside { margin: 16px 0 -8px; text-align: right; text-indent: 0; break-after: avoid; }
.table { overflow-x: auto; margin: 0 0 14px; }
.table:focus-visible { outline: 2px solid #1a4f9c; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font: 14px/1.45 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  font-variant-numeric: tabular-nums; border-top: 2px solid #1a1a1a; border-bottom: 2px solid #1a1a1a; }
caption { padding: 8px 0 6px; text-align: left; font-weight: 600; }
th, td { padding: 6px 7px; border: 1px solid #8a8a8a; vertical-align: middle; }
thead th { background: #eee; font-weight: 600; text-align: center; white-space: nowrap; }
tbody th { font-weight: 400; text-align: left; min-width: 8em; }
td { text-align: center; }
td.number { text-align: right; white-space: nowrap; }
td.words { text-align: left; }
td.unit { white-space: nowrap; }
.light { font-weight: 600; }
.light, .light .before { display: inline-block; }
.light-green { color: #1b6b2f; }
.light-yellow { color: #735600; }
.light-orange { color: #a04000; }
.light-red { color: #b00020; }
.light .before { color: #444; font-weight: 400; }
dl { display: grid; grid-template-columns: minmax(4em, max-content) 1fr; gap: 2px 12px; margin: 4px 0 12px 2em; }
dt { color: #444; }
dd { margin: 0; }
.note { margin-top: 28px; color: #444; font-size: 14px; }
@media (max-width: 640px) {
  main { padding: 20px 14px 32px; }
  h1 { font-size: 21px; }
  dl { margin-left: 0; }
}
@page { size: A4; margin: 25mm 15mm 22mm; }
@media print {
  body { font-size: 12pt; color: #000; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; }
  h3, h4 { font-size: 12pt; }
  h2, h3, h4, caption { break-after: avoid; }
  .table { overflow: visible; break-inside: avoid; }
  table { font-size: 8pt; line-height: 1.35; }
  th, td { padding: 3px; border-color: #000; }
  thead { display: table-header-group; }
  thead th { background: none; white-space: normal; word-break: keep-all; }
  td.words { word-break: keep-all; }
  tbody th { min-width: 5em; }
  tr, dl, .item { break-inside: avoid; }
  td .light { white-space: normal; }
  .light, .light .before, .as-of, dt, .note { color: #000; }
  .light-red, .light-orange { font-weight: 700; }
}
`;
