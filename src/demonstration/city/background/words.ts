import type { CloseReason } from '#domain/support-case';
import type { ConsultationDetails } from '../acts/support-acts.js';

/** What is said at an everyday consultation. */
export const TALKS: readonly ConsultationDetails[] = [
  {
    text: '希望条件の聞き取り。通勤は自転車で15分まで、まずは週4日から始めたいとのこと。求人検索機の使い方を一緒に確かめた。',
    outcomes: ['information_given', 'jobs_searched'],
  },
  {
    text: '履歴書の志望動機を書き直した。前の職場で任されていた鍵の管理を、信頼の裏付けとして書き加えた。',
    outcomes: ['documents_reviewed'],
  },
  {
    text: '面接の練習。質問を最後まで聞いてから答えることを意識した。声の大きさは十分。',
    outcomes: ['interview_practice'],
    minutes: 50,
  },
  {
    text: '新着の求人を3件紹介。うち1件は本人の希望より時間が短いが、社会保険に入れる点で関心を示した。',
    outcomes: ['jobs_searched', 'next_booked'],
  },
  {
    text: '電話で近況を確認。先週の応募先からまだ連絡がなく、問い合わせの言い方を助言した。',
    channel: 'phone',
    minutes: 15,
    outcomes: ['other'],
  },
  {
    text: '家計の見通しを表にした。来月の更新料までに収入を得たいという期限がはっきりした。',
    kind: 'livelihood',
    outcomes: ['benefit_advice'],
  },
  {
    text: '職業訓練の説明。通所の時間が子の迎えと重なるため、短時間の講座を探すことにした。',
    kind: 'career',
    outcomes: ['information_given'],
  },
  {
    text: '眠れない日が続いているとの話。応募を急がず、来週は近況を話すだけの時間にする。',
    kind: 'mental',
    outcomes: ['next_booked'],
  },
  { text: '職場見学の感想を聞いた。立ち仕事への不安は減ったが、機械の音が気になったとのこと。', outcomes: ['other'] },
  {
    text: '応募書類の封入まで窓口で一緒に行った。送付状の宛名の書き方を確認。',
    outcomes: ['documents_reviewed', 'referral_made'],
    minutes: 30,
  },
  {
    text: '家族の通院が重なり、活動は週1回に。無理のない応募の予定を立て直した。',
    kind: 'livelihood',
    outcomes: ['next_booked'],
  },
  {
    text: '就職面接会の案内。参加する事業所の一覧から二つを選び、質問を一つずつ用意した。',
    outcomes: ['information_given', 'interview_practice'],
  },
];

export const NEXT_ACTIONS: readonly string[] = [
  '応募先に結果を問い合わせる',
  '職場見学の日程を事業所に確認する',
  '訓練の募集案内を送る',
  '保育の空き状況を確認する',
  '通院の予定を聞いて次の面談日を決める',
  '求人票を3件選んで送る',
];

export const GOALS: readonly string[] = [
  '3か月以内に、無理なく通える仕事に就く。',
  '生活のリズムを保ちながら、週20時間の仕事から始める。',
  '経験のある仕事で正社員を目指す。',
  '家計の見通しが立つ収入を得る。',
];

export const SITUATIONS: readonly string[] = [
  '離職して半年。応募の経験が少ない。',
  '体調は落ち着いているが、長時間の勤務に不安がある。',
  '資格はあるが、実務から離れて5年になる。',
  '家族の世話があり、勤務時間に制約がある。',
];

export const OFFERS: readonly string[] = [
  '求人票の条件のとおり。',
  '勤務日は相談のうえ決める。',
  '試用期間2か月。条件は同じ。',
];

export const CONTACTS: readonly string[] = [
  '仕事を覚えるのに精一杯だが、休まず通えている。',
  '職場の人に声をかけてもらい、慣れてきたとのこと。',
  '早番がきついとのことで、事業所に相談する時期を一緒に考えた。',
];

/** How an attempt failed, and the code of the reason on the site's list. */
export const FAILED_BECAUSE: readonly (readonly [
  'refused_before_application' | 'document_failed' | 'interview_failed',
  string,
])[] = [
  ['refused_before_application', 'position_filled'],
  ['document_failed', 'position_filled'],
  ['document_failed', 'experience'],
  ['interview_failed', 'schedule'],
  ['interview_failed', 'position_filled'],
];

export const CLOSINGS: readonly (readonly [CloseReason, string])[] = [
  ['own_wish', '家族の世話に専念するため'],
  ['moved', '市外へ転居'],
  ['health', '治療に専念するため'],
  ['no_contact', '2か月連絡が取れない'],
  ['period_ended', '支援期間の満了'],
  ['other_agency', '障害者就業の支援機関へ引き継いだ'],
];

export const LAST_JOBS: readonly string[] = [
  '飲食店の調理補助（2年）',
  '倉庫内作業（5年）',
  '事務補助（3年）',
  '訪問介護（4年）',
  '警備（7年）',
  '縫製（10年）',
  '工場のライン作業（6年）',
  '販売（1年）',
];

export const ARRIVED_BY: readonly string[] = [
  '福祉の担当課から',
  '市の広報を見て',
  'ハローワークの窓口から',
  '知人の紹介',
  '自立相談支援の窓口から',
];
