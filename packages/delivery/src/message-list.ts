import { type Content, wordsOf } from './message-content.js';

const CADENCES: Record<string, string> = {
  daily: '日调度清单',
  weekly: '周调度清单',
  monthly: '月调度清单',
};

/** A dispatch list 日周月调度清单. It goes out when there is nothing to tell, too, and says so. */
export function listMessage(data: Record<string, unknown>, publicUrl: string): Content {
  const list = wordsOf(data.list);
  const cadence = CADENCES[list.text('cadence')] ?? '调度清单';
  const lines = list.list('lines').map(wordsOf);
  const count = lines.length === 0 ? '无滞后事项' : `${lines.length}项`;
  const on = dayName(list.text('on'));
  return {
    subject: `【${cadence}】${list.text('orgName')} ${on}：${count}`,
    heading: `${list.text('orgName')}${cadence}（${on}）`,
    paragraphs: [lines.length === 0 ? '无滞后事项。' : `共${lines.length}项需要调度：`],
    facts: list.facts([['期间', 'periodName']]),
    table:
      lines.length === 0
        ? null
        : {
            head: ['序号', '灯', '单位', '指标', '情况'],
            rows: lines.map((line, index) => [
              String(index + 1),
              line.text('lightName'),
              line.text('orgName'),
              line.text('indicatorName'),
              line.text('message'),
            ]),
          },
    link: list.link(publicUrl, '查看清单'),
  };
}

/** `2017-12-08` as 2017年12月8日; anything else as it is. */
function dayName(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day;
}
