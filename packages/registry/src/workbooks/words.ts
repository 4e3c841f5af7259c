import type {
  Comparator,
  Direction,
  FigureGrade,
  GrowthBasis,
  IndicatorType,
  Measure,
  OrgLevel,
  Plan,
  RankBy,
  RollUp,
  Scoring,
  TargetGrade,
} from '@xushi/domain';

type WordsFor<W extends string> = Readonly<Record<W, readonly [shown: string, ...also: string[]]>>;

/** The field's closed vocabularies (domain.md §4–§7) as people write them into cells. */
export const ORG_LEVEL_WORDS: WordsFor<OrgLevel> = {
  province: ['省', '自治区', '直辖市'],
  prefecture: ['市', '地级市', '州'],
  county: ['县（区、市）', '县', '区', '县级市', '县区'],
  park: ['园区', '开发区'],
  cluster: ['组团', '片区'],
  enterprise: ['企业'],
};
export const TYPE_WORDS: WordsFor<IndicatorType> = {
  flow: ['流量', '累计'],
  count: ['计数'],
  stock: ['存量', '时点'],
  ratio: ['比率', '比重'],
  growth: ['增速'],
  milestone: ['节点'],
};
export const DIRECTION_WORDS: WordsFor<Direction> = {
  up: ['越高越好', '正向'],
  down: ['越低越好', '逆向'],
};
export const ROLL_UP_WORDS: WordsFor<RollUp> = {
  sum: ['合计', '相加'],
  ratioOfSums: ['分子分母分别合计'],
  none: ['不汇总'],
};
export const FORMULA_MODE_WORDS: WordsFor<'check' | 'computed'> = {
  check: ['核对'],
  computed: ['自动计算'],
};
export const GROWTH_BASIS_WORDS: WordsFor<GrowthBasis> = {
  comparable: ['可比口径', '可比价'],
  current: ['现价'],
};
export const RANK_BY_WORDS: WordsFor<RankBy> = {
  figure: ['指标值'],
  completionRate: ['完成率'],
  gap: ['与目标差距'],
  paceGap: ['与序时差距'],
};
export const MEASURE_WORDS: WordsFor<Measure> = {
  value: ['数值', '指标值'],
  yoy: ['同比增速', '增速', '同比'],
};
export const TARGET_GRADE_WORDS: WordsFor<TargetGrade> = {
  annual: ['年度目标', '年度'],
  suggested: ['建议目标', '建议'],
  own: ['自定目标', '自定'],
  stretch: ['奋斗目标', '奋斗'],
};
export const COMPARATOR_WORDS: WordsFor<Comparator> = {
  atLeast: ['不低于'],
  atMost: ['不超过', '不高于'],
};
export const SCORING_WORDS: WordsFor<Scoring> = {
  pace: ['按序时进度'],
  met: ['达标得分'],
  proportional: ['按比例'],
  rankStep: ['按位次'],
};
export const PLAN_WORDS: WordsFor<Plan['kind']> = {
  linear: ['序时', '均匀'],
  weights: ['月度权重'],
  cumulative: ['累计计划'],
  lastYear: ['上年节奏'],
  quarterly: ['按季'],
  constant: ['全年不变', '恒定'],
  checkpoints: ['节点'],
};
export const FIGURE_GRADE_WORDS: WordsFor<FigureGrade> = {
  estimate: ['初步统计', '快报', '预计'],
  statistical: ['统计反馈', '统计'],
  final: ['年报核定', '年报'],
};
