import type { Language } from '@xushi/protocol';

const ZH = `用法：xushi 命令 [选项]

  submit 文件     报送：.xlsx、.csv 或 .json；文件写作 - 时读标准输入
  validate 文件   只校验，不保存
  status         本期报送情况：应报、已报、待确认、已评价
  alerts         未办结的预警

  --org KEY      单位
  --period 期次   YYYY-MM；status 不写时为上一个月
  --light 灯色    alerts：yellow、orange、red
  --state 状态    alerts：open、acknowledged、rectifying、closeRequested、closed……
  --json         输出 JSON，供程序读取
  --lang zh|en   语言
  --url 地址      覆盖 XUSHI_URL
  --timeout 秒    最长等待时间，默认 180

环境变量：XUSHI_URL 接口地址（默认 http://127.0.0.1:8080），XUSHI_KEY 密钥
退出码：0 完成（alerts：没有），1 被拒绝，2 用法有误，3 待确认，4 请稍后重试，5 无权，10 alerts：有预警`;

const EN = `usage: xushi COMMAND [options]

  submit FILE     reports a sheet: .xlsx, .csv or .json; - reads standard input
  validate FILE   the same checks; nothing is stored
  status          a period: what is due, reported, held, judged
  alerts          warnings that are not over

  --org KEY       the org
  --period P      YYYY-MM; of status the last month where absent
  --light LIGHT   alerts: yellow, orange, red
  --state STATE   alerts: open, acknowledged, rectifying, closeRequested, closed …
  --json          JSON, for programs
  --lang zh|en    language
  --url URL       instead of XUSHI_URL
  --timeout S     seconds to wait at most, 180 where absent

environment: XUSHI_URL the address (http://127.0.0.1:8080 where absent), XUSHI_KEY the key
exit codes: 0 done (alerts: none), 1 refused, 2 wrong usage, 3 held, 4 try again, 5 not allowed, 10 alerts: some`;

/** How the command line is used. */
export const usage = (language: Language): string => (language === 'zh' ? ZH : EN);
