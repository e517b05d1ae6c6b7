import type { CaseHeaderProps, CaseTeamMember } from '../case/case-header.js';
import type { LadderAttempt, LadderStep } from '../case/ladder.js';
import type { PlanBoardStep } from '../case/plan-board.js';
import type { TimelineEntry } from '../case/timeline.js';
import type { NavItem, PageActor } from '../shell/header.js';

/** Invented people and places in the states a caseworker meets, long names and gaps included. */
export const actor: PageActor = {
  name: '見本 花子',
  organisationName: '例示市福祉事務所',
  side: 'municipal',
  roleLabel: '担当職員',
  siteName: '例示市役所しごとサポートコーナー',
};

export const nav: readonly NavItem[] = [
  { label: 'ホーム', href: '/', current: true, count: 7 },
  { label: '求職者', href: '/jobseekers' },
  { label: '支援要請', href: '/support-requests', count: 2 },
  { label: '相談', href: '/consultations' },
  { label: '求人・事業所', href: '/employers' },
  { label: '月次', href: '/months' },
  { label: '拠点設定', href: '/site' },
];

const team: readonly CaseTeamMember[] = [
  { name: '見本 花子', side: 'municipal', role: '主担当' },
  { name: '例示 次郎', side: 'national', role: 'ナビゲーター' },
  { name: '架空 マリア', side: 'municipal', role: 'ポルトガル語通訳' },
];

export const caseHeader: CaseHeaderProps = {
  name: '架空 太郎',
  kana: 'カクウ タロウ',
  age: '42歳',
  number: '求職番号 13010-00042',
  groups: ['生活保護受給者', '中高年', 'ひとり親'],
  status: { label: '支援中', phase: 'running' },
  consent: { text: '同意あり（参加・共有）', tone: 'success' },
  clocks: [{ label: '住宅手当', daysLeft: 23 }],
  team,
  nextStep: { text: '応募書類の確認', side: 'national', owner: '例示 次郎', due: '令和8年6月18日', href: '/next' },
  tabs: [
    { label: '経過', href: '?t=1', current: true },
    { label: '支援プラン', href: '?t=2' },
    { label: '紹介', href: '?t=3', count: 11 },
    { label: '相談', href: '?t=4', count: 24 },
    { label: '本人', href: '?t=5' },
    { label: '同意・共有', href: '?t=6' },
  ],
};

export const hardCaseHeader: CaseHeaderProps = {
  ...caseHeader,
  name: 'サンプル・ダ・シルバ・フェヘイラ・アパレシーダ・ナカヤマ 架空子',
  kana: 'サンプル ダ シルバ フェヘイラ アパレシーダ ナカヤマ カクウコ',
  age: '30代',
  number: undefined,
  groups: ['生活保護受給者', '児童扶養手当受給者', 'ひとり親', '日系外国人等', '生活困窮者', '就職困難者'],
  status: { label: '中断', phase: 'waiting' },
  protectedUntil: '令和9年3月31日',
  consent: { text: '共有の同意なし', tone: 'warning' },
  clocks: [
    { label: '住宅手当', daysLeft: -3 },
    { label: '雇用保険', daysLeft: 120 },
  ],
  nextStep: {
    text: '保育所の空き状況を確認して連絡する',
    side: 'municipal',
    owner: '見本 花子',
    due: '令和8年6月1日',
    overdue: true,
  },
};

export const emptyCaseHeader: CaseHeaderProps = {
  ...caseHeader,
  name: '例示 新',
  kana: 'レイジ アラタ',
  age: undefined,
  number: undefined,
  groups: [],
  status: { label: '相談受付', phase: 'before' },
  consent: undefined,
  clocks: [],
  team: [],
  nextStep: undefined,
};

export const entries: readonly TimelineEntry[] = [
  {
    day: '2026-06-12',
    time: '14:30',
    who: { name: '例示 次郎', side: 'national' },
    icon: 'consultation',
    kind: '相談',
    title: '職業相談（窓口・50分）',
    href: '/consultations/1',
    detail: '清掃の求人を3件確認。\n夜勤のない職場を希望。来週までに履歴書を直してくる。',
  },
  {
    day: '2026-06-12',
    time: '10:05',
    who: { name: '見本 花子', side: 'municipal' },
    icon: 'note',
    kind: 'メモ',
    title: '通院日の変更',
    detail: '毎週火曜から水曜に変わった。',
    own: true,
  },
  {
    day: '2026-06-09',
    who: { name: '例示 次郎', side: 'national' },
    icon: 'letter',
    kind: '紹介',
    title: '見本ビルサービス株式会社（清掃員）へ紹介状を交付',
    href: '/referrals/11',
  },
  {
    day: '2026-06-01',
    who: { name: '見本 花子', side: 'municipal' },
    icon: 'alert',
    kind: '期限',
    tone: 'warning',
    title: '住宅手当の期限が30日以内になりました',
  },
  {
    day: '2019-05-01',
    time: '09:00',
    who: { name: '例示 次郎', side: 'national' },
    icon: 'placement',
    kind: '就職',
    tone: 'success',
    title: '架空介護センターに就職（パート・紹介就職）',
  },
];

const rungs = (reached: number, end: LadderStep['state'], dates: readonly string[] = []): LadderStep[] =>
  ['打診', '紹介状', '面接', '採用', '就職'].map((label, index) => ({
    label,
    state: index < reached ? 'reached' : index === reached ? end : 'open',
    date: dates[index],
  }));

export const attempts: readonly LadderAttempt[] = [
  {
    number: 11,
    title: '見本ビルサービス株式会社',
    detail: '清掃員（パート・週5日 9:00〜14:00）',
    href: '/referrals/11',
    steps: rungs(5, 'reached', ['6/2', '6/9', '6/12', '6/15', '7/1']),
    outcome: { label: '採用', tone: 'success' },
    negotiated: { text: '早朝勤務なしで応募可（了承）', side: 'national' },
  },
  {
    number: 10,
    title: '社会福祉法人 例示のとても長い名前の会 特別養護老人ホーム見本の里',
    detail: '介護補助（正社員）',
    href: '/referrals/10',
    steps: rungs(2, 'failed', ['5/11', '5/13', '5/20']),
    outcome: { label: '面接不調', tone: 'failure' },
    reason: '夜勤ができる人を希望',
  },
  {
    number: 9,
    title: '架空食品',
    steps: rungs(1, 'current', ['5/8']),
    outcome: { label: '結果待ち', tone: 'pending' },
  },
  {
    number: 8,
    title: '例示運輸',
    steps: rungs(0, 'failed', ['5/2']),
    outcome: { label: '応募前に断られた', tone: 'failure' },
    reason: '健康状態',
  },
];

/** A row of the caseload (支援ケース一覧). */
export interface CaseloadRow {
  id: number;
  name: string;
  kana: string;
  groups: readonly string[];
  daysLeft: number | undefined;
  last: string;
  lastSide: 'municipal' | 'national';
  next: string;
  owner: string;
  ownerSide: 'municipal' | 'national' | 'jobseeker';
  overdue: boolean;
}

export const caseload: readonly CaseloadRow[] = [
  {
    id: 1,
    name: '架空 太郎',
    kana: 'カクウ タロウ',
    groups: ['生活保護'],
    daysLeft: 23,
    last: '6/12',
    lastSide: 'national',
    next: '応募書類の確認',
    owner: '例示 次郎',
    ownerSide: 'national',
    overdue: false,
  },
  {
    id: 2,
    name: 'サンプル・ダ・シルバ・ナカヤマ 架空子',
    kana: 'サンプル ダ シルバ ナカヤマ カクウコ',
    groups: ['児童扶養', '日系外国人等'],
    daysLeft: -3,
    last: '5/29',
    lastSide: 'municipal',
    next: '保育所の空き状況を確認して連絡する',
    owner: '見本 花子',
    ownerSide: 'municipal',
    overdue: true,
  },
  {
    id: 3,
    name: '例示 新',
    kana: 'レイジ アラタ',
    groups: [],
    daysLeft: undefined,
    last: '',
    lastSide: 'municipal',
    next: '面接練習に来る',
    owner: '本人',
    ownerSide: 'jobseeker',
    overdue: false,
  },
];

export const planSteps: readonly PlanBoardStep[] = [
  {
    number: 1,
    title: '保育所に申し込む',
    side: 'municipal',
    owner: '架空 福男',
    due: '令和8年6月30日まで',
    state: 'done',
    mark: { text: '完了', tone: 'success' },
  },
  {
    number: 2,
    title: '介護補助の求人に応募する',
    side: 'national',
    due: '令和8年7月31日まで',
    state: 'open',
    mark: { text: '期限超過', tone: 'error' },
    leadsTo: ['手順3へ（8月31日に判断）'],
  },
  {
    number: 3,
    title: '職業訓練に申し込む',
    side: 'national',
    state: 'open',
    fallback: { text: '手順2が8月31日までに「採用」でなければ', status: '判断待ち', tone: 'neutral' },
  },
  {
    number: 4,
    title: '夜間の仕事を探す',
    side: 'jobseeker',
    state: 'dropped',
    mark: { text: '取りやめ', tone: 'neutral' },
  },
];
