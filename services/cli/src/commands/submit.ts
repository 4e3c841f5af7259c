import { JsonText } from '@xushi/client';
import type { Finding, SubmissionAnswer } from '@xushi/protocol';
import { linedUp, periodName } from '@xushi/wording';
import { type Command, type Given, type Said, UsageFault } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { placeOf } from '../faults.js';
import { givenFile, textOfFile } from '../given-file.js';
import { sheetText } from '../sheet-text.js';
import { submissionStateName, words } from '../words.js';

/** What a check answers: as reporting would, without an id where nothing is there yet. */
type CheckAnswer = Omit<SubmissionAnswer, 'id'> & { id: string | null };

/** Where sheets go: as JSON, and as files. */
const PLACES = {
  submit: { json: '/v1/submissions', file: '/v1/submissions/file' },
  validate: { json: '/v1/submissions/validate', file: '/v1/submissions/file?validate=true' },
} as const;

export const submitCommand: Command = {
  options: ['org', 'period'],
  operands: 1,
  async run(given) {
    const answer = await send<SubmissionAnswer>(given, 'submit');
    const { findings, org, period, revision, state } = answer;
    const { language } = given;
    const said = words[language];
    const head = `${submissionStateName(state, language)}${said.colon}${org} ${periodName(period, language)}${said.comma}${said.revision(revision)}`;
    const lines = [answer.late ? `${head}${said.comma}${said.late}` : head, ...findingLines(findings, given)];
    const isHeld = state === 'held' || state === 'partlyHeld';
    if (isHeld) lines.push(said.confirm);
    return elsewhere(answer, given) ?? { exit: isHeld ? EXIT.held : EXIT.done, lines, json: answer };
  },
};

export const validateCommand: Command = {
  options: ['org', 'period'],
  operands: 1,
  async run(given) {
    const answer = await send<CheckAnswer>(given, 'validate');
    const { findings, org, period, state } = answer;
    const { language } = given;
    const said = words[language];
    const head = `${said.valid}${said.colon}${org} ${periodName(period, language)}${said.comma}${said.wouldBe(submissionStateName(state, language))}`;
    const isHeld = findings.some(({ severity }) => severity === 'hold');
    return {
      exit: isHeld ? EXIT.held : EXIT.done,
      lines: [head, ...findingLines(findings, given)],
      json: answer,
    };
  },
};

/** Sends the file that was named. A large one is read while it is sent. */
async function send<T>({ client, operands, options, stdin }: Given, what: keyof typeof PLACES): Promise<T> {
  const { org, period } = options;
  const file = await givenFile(operands[0] ?? '', stdin);
  if (file.kind === 'json') {
    const text = sheetText(await textOfFile(file), { org, period });
    return (await client.post(PLACES[what].json, new JsonText(text))) as T;
  }
  if (file.size === 0) throw new UsageFault(`${file.name}：空文件 / is empty`);
  const fields = { ...(org === undefined ? {} : { org }), ...(period === undefined ? {} : { period }) };
  return client.upload<T>(PLACES[what].file, file, { fields });
}

/** A workbook that was of another org or period than was said: it is stored, and somebody has to look. */
function elsewhere(answer: SubmissionAnswer, { options, language }: Given): Said | null {
  for (const name of ['org', 'period'] as const) {
    const wanted = options[name];
    if (wanted === undefined || wanted === answer[name]) continue;
    return {
      exit: EXIT.refused,
      lines: [words[language].elsewhere(`${name} ${answer[name]}`, `--${name} ${wanted}`)],
      json: answer,
    };
  }
  return null;
}

function findingLines(findings: Finding[], { language }: Given): string[] {
  const said = words[language];
  const rows = findings.map(({ severity, pointer, message }) => [
    `  ${severity === 'hold' ? said.hold : said.note}`,
    placeOf(pointer),
    message,
  ]);
  return linedUp(rows);
}
