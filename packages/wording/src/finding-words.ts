export interface WordedFinding {
  code: string;
  params: Record<string, string>;
}
export function findingWords(finding: WordedFinding, _language: 'zh' | 'en'): string {
  return `${finding.code} ${JSON.stringify(finding.params)}`;
}
